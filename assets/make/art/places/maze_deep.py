"""A wider chamber: a split pillar, drag marks in the dust, a man fallen, a flashlight dropped. Text on the left."""

import bpy
import numpy as np
from kit import pace, props, rock, stage, stances, tunnel
from kit.material import emission, surface
from kit.mesh import mesh_object
from kit.noise import Array, fractal
from kit.people import person, put
from kit.prints import palm_print
from mathutils import Matrix, Vector

BEAM = (0.90, 0.95, 1.0)
COLD = (0.40, 0.58, 1.0)

_MAN = (2.5, 4.2)
_TORCH = Vector((0.62, 3.1, 0.0))
_TRAIL = ((3.3, -1.5), (3.0, 0.2), (2.1, 1.2), (1.25, 2.2), (1.3, 3.3), (1.9, 3.9), (2.8, 4.35))
"""The way he crawled, from near to far."""
_BLOCKS = (
    *((7.2, 9.4, 0.9), (6.0, 10.6, 0.6), (-1.6, 9.5, 0.8), (9.4, 12.4, 1.5), (8.1, 11.4, 0.8)),
    *((10.8, 13.6, 1.9), (8.9, 14.6, 1.3), (11.6, 11.2, 1.4), (10.2, 10.4, 0.7), (12.4, 15.0, 2.4)),
)
"""What broke off the roof: (x, y, size)."""


def scene() -> None:
    """Build the scene."""
    rng = np.random.default_rng(31)
    stage.clear((0.0008, 0.0010, 0.0016))
    pace.hasten()
    stone = surface("deep rock", (0.088, 0.074, 0.064), 0.9, mottle=((0.028, 0.024, 0.025), 0.5), bump=(1.0, 1.8))
    dark = rock.dark_rock()
    tunnel.hall(
        stone,
        length=(-4, 34),
        wide=lambda y: np.interp(y, [-4, 2, 9, 16, 24, 34], [4.5, 6.0, 9.5, 10.0, 7.0, 4.0]),
        high=lambda y: np.interp(y, [-4, 2, 9, 16, 24, 34], [4.2, 5.0, 8.0, 8.5, 6.0, 4.0]),
        lead=lambda y: np.interp(y, [-4, 8, 34], [0.5, 1.5, 4.0]),
        seed=7,
        rough=1.3,
    )
    dust = surface("dust", (0.17, 0.145, 0.118), 0.95, mottle=((0.09, 0.076, 0.064), 0.8))
    tunnel.floor(dust, (-9, -4), (13, 30), seed=4, carve=_dragged, rough=0.5, step=0.03)
    _split_pillar(stone)
    _surroundings(stone, dark, rng)
    _man()
    front = _torch()
    _prints()
    _lights(front)
    stage.air((-11, -4.4, -1), (16, 35, 10), 0.016, 0.45)
    stage.camera((0.1, -2.2, 1.75), (1.15, 8, 1.55), 24)


def _dragged(points: Array) -> Array:
    """The trail's two furrows, and the dust pushed up beside and between them."""
    path = tunnel.smooth_path(_TRAIL, 400)
    near = points[:, 1] < 9
    away = np.full(len(points), 9.0)
    chunk = points[near, :2]
    best = np.full(len(chunk), 9.0)
    for x, y in path:
        best = np.minimum(best, np.hypot(chunk[:, 0] - x, chunk[:, 1] - y))
    away[near] = best
    uneven = 1 + 0.5 * fractal(points / 0.4, 3)
    furrow = -0.055 * np.exp(-(((away - 0.13) / 0.07) ** 2))
    ridge = 0.045 * np.exp(-(((away - 0.30) / 0.07) ** 2))
    return uneven * (furrow + ridge)


def _split_pillar(stone: bpy.types.Material) -> None:
    """A great pillar cloven from top to bottom, the right half leaning away, light showing through the cleft."""
    centre, radius, top = np.array((5.6, 14.0, -0.6)), 1.8, 9.4
    whole = rock.column(centre, top, radius, stone, seed=15, waist=0.78)
    vertices = np.array([v.co[:] for v in whole.data.vertices])
    faces = np.array([f.vertices[:] for f in whole.data.polygons])
    bpy.data.objects.remove(whole)
    local = vertices - centre
    jagged = 0.55 * fractal(np.c_[local[:, 2] * 0.55, 0 * local[:, 2], 0 * local[:, 2]] + 4, 5)
    side = 0.95 * local[:, 0] - 0.3 * local[:, 1] + 0.20 * (local[:, 2] - 4.5) - jagged - 0.2
    for left in (True, False):
        kept = (side < 0) if left else (side > 0)
        half = mesh_object("pillar", local, faces[kept[faces].all(1)], stone)
        half.location = centre + ((0, 0, 0) if left else (0.62, 0.2, 0))
        half.rotation_euler = Matrix.Rotation(0.0 if left else 0.10, 3, "Y").to_euler()


def _surroundings(stone: bpy.types.Material, dark: bpy.types.Material, rng: np.random.Generator) -> None:
    tunnel.piers(stone, ((-1.8, 17.0, 1.5), (9.6, 19.0, 1.6)), 9.0, seed=70)
    tunnel.piers(dark, ((-3.4, 4.0, 1.0),), 6.5, seed=80)
    for k in range(26):
        x, y = rng.uniform(-5, 10), rng.uniform(5, 22)
        length = rng.uniform(0.8, 2.8)
        rock.dripstone((x, y, 8.0 - 0.05 * (x - 2) ** 2), length + 1, 0.12 * length + 0.15, stone, seed=90 + k)
    pieces = rock.splinters(9, stone, seed=6)
    x, y = rng.normal(7.0, 1.8, 150), rng.normal(12.6, 1.2, 150)
    far = np.hypot(x - _MAN[0], y - _MAN[1]) > 1.6
    points = [tunnel.drop(a, b, 1.0) for a, b in zip(x[far], y[far], strict=True)]
    rock.scatter_rubble(pieces, points, np.abs(rng.normal(0, 0.22, len(points))) + 0.05, rng)
    for k, (x, y, size) in enumerate(_BLOCKS):
        rock.boulder((x, y, 0.2), (size, size * 0.8, size * 0.7), stone, seed=k + 3, turn=k)


def _man() -> None:
    someone = person("male", stances.PRONE, "coat", "cropped", seed=2).leaning(-90)
    black = surface("coat", (0.030, 0.028, 0.032), 0.7, bump=(0.12, 14))
    skin = surface("skin", (0.55, 0.45, 0.38), 0.55)
    pale = surface("bleached hair", (0.75, 0.70, 0.55), 0.5)
    put(someone, tunnel.drop(*_MAN) - Vector((0, 0, 0.07)), 104, scale=1.18, wear=[skin, black, black, black, pale])


def _torch() -> Vector:
    """The flashlight, dropped on a stone; returns where its light leaves."""
    rock.boulder(tunnel.drop(_TORCH.x, _TORCH.y) + Vector((0, 0, 0.02)), (0.24, 0.20, 0.08), rock.pale_rock(), seed=2)
    at = tunnel.drop(_TORCH.x, _TORCH.y) + Vector((0, 0, 0.06))
    aim = Vector((_MAN[0], _MAN[1], at.z - 0.06))
    return props.flashlight(at, aim, emission("glass", BEAM, 60))


def _prints() -> None:
    bare = surface("print", (0.035, 0.03, 0.028), 0.95)
    for k, share in enumerate((0.18, 0.27, 0.36, 0.45, 0.54)):
        x, y = tunnel.smooth_path(_TRAIL, 100)[int(share * 100)]
        side = 0.36 if k % 2 else -0.36
        palm_print(
            tunnel.drop(x + side, y),
            Vector((0, -0.06, 1)).normalized(),
            bare,
            turn=0.3 * side,
            size=1.3,
            left=k % 2 == 0,
        )


def _lights(front: Vector) -> None:
    aim = Vector((_MAN[0] - 0.2, _MAN[1], front.z + 0.05))
    stage.spot_lamp(front, aim, 240, BEAM, 60, radius=0.03, blend=0.6)
    stage.spot_lamp(front, aim + Vector((0.3, 0.8, 0.5)), 3600, BEAM, 24, radius=0.03, blend=0.7)
    stage.spot_lamp((1.0, 25.0, 5.0), (2.4, 5.0, 0.0), 9000, COLD, 40, radius=0.3, blend=0.8)
    _leave_no_glow()
    stage.point_lamp((6.9, 17.2, 4.0), 1300, COLD, 0.5)
    stage.area_lamp((4.5, -1.5, 4.0), (2.4, 4, 0), 110, COLD, 1.6)


def _leave_no_glow() -> None:
    """Let the newest lamp light no haze, so that it is not seen itself."""
    bpy.context.scene.collection.objects[-1].visible_volume_scatter = False
