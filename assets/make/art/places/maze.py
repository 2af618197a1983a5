"""The maze by flashlight: rock, a girl from behind, a cord that crosses itself. Text stands on the left."""

import bpy
import numpy as np
from kit import props, rock, stage, stances, tunnel
from kit.material import emission, powder, surface
from kit.people import person, put
from mathutils import Vector

BEAM = (0.86, 0.94, 1.0)
COLD = (0.40, 0.58, 1.0)

_GIRL = (1.45, 5.5)
_AIM = Vector((4.2, 13.0, 1.5))


def scene() -> None:
    """Build the scene."""
    rng = np.random.default_rng(21)
    stage.clear((0.0007, 0.0009, 0.0014))
    stone, dark = rock.pale_rock(), rock.dark_rock()
    tunnel.hall(
        stone,
        length=(-3, 32),
        wide=lambda y: np.interp(y, [-3, 3, 9, 15, 32], [3.2, 3.6, 6.5, 7.5, 7.0]),
        high=lambda y: np.interp(y, [-3, 5, 10, 16, 32], [3.2, 3.4, 4.4, 4.0, 3.4]),
        lead=lambda y: np.interp(y, [-3, 4, 14, 32], [0.3, 0.5, 2.4, 6.0]),
        seed=3,
    )
    tunnel.floor(
        surface("dust", (0.15, 0.128, 0.104), 0.95, mottle=((0.06, 0.05, 0.045), 0.7)), (-6, -3), (12, 32), seed=2
    )
    tunnel.piers(
        stone, ((-2.0, 9.8, 1.15), (1.0, 15.0, 1.0), (5.6, 11.8, 1.1), (4.0, 21.0, 1.3), (-1.6, 18.0, 1.2)), 4.6, seed=8
    )
    tunnel.piers(dark, ((-2.5, 3.4, 0.9), (4.3, 4.4, 0.62)), 4.2, seed=30)
    _hanging(stone, dark)
    _rubble(stone, rng)
    _cord()
    front = _girl()
    _lights(front)
    stage.air((-9, -3.4, -1), (16, 33, 6), 0.028, 0.45)
    stage.camera((-0.35, -1.6, 1.45), (0.75, 8, 1.22), 25)


def _hanging(stone: bpy.types.Material, dark: bpy.types.Material) -> None:
    spots = (
        (2.3, 9.4, 1.3),
        (2.9, 10.0, 0.8),
        (0.2, 11.6, 1.2),
        (4.2, 15.5, 1.4),
        (2.4, 17.0, 1.1),
        (-0.5, 7.6, 0.9),
        (1.8, 7.0, 0.7),
    )
    for k, (x, y, length) in enumerate(spots):
        rock.dripstone((x, y, 4.0), length + 0.5, 0.12 + 0.08 * length, stone, seed=40 + k)
    for k, (x, y, length) in enumerate(((-1.2, 1.6, 0.9), (-0.4, 2.0, 0.55), (1.9, 1.9, 0.7))):
        rock.dripstone((x, y, 3.2), length + 0.3, 0.2, dark, seed=60 + k)


def _rubble(stone: bpy.types.Material, rng: np.random.Generator) -> None:
    pieces = rock.splinters(9, stone, seed=5)
    x, y = rng.uniform(-2.5, 6, 170), rng.uniform(2.5, 18, 170)
    side = np.abs(x - 0.9 - 0.15 * y) > 1.0
    points = [tunnel.drop(a, b) for a, b in zip(x[side], y[side], strict=True)]
    rock.scatter_rubble(pieces, points, np.abs(rng.normal(0, 0.12, len(points))) + 0.03, rng)


def _cord() -> None:
    orange = powder("cord", (0.75, 0.30, 0.09), 0.016)
    first = [
        (0.5, -1.0),
        (0.75, 1.0),
        (0.45, 2.4),
        (0.9, 3.6),
        (2.0, 4.1),
        (2.8, 5.6),
        (2.9, 8.0),
        (1.6, 10.0),
        (0.2, 8.6),
    ]
    second = [(0.1, 6.6), (0.7, 5.0), (1.6, 3.2), (1.3, 2.4), (0.7, 3.1), (1.05, 4.4), (1.35, 5.35)]
    tunnel.lay_cord(first + second, 0.012, orange, 320)


def _girl() -> Vector:
    """The girl with her flashlight; returns where its light leaves."""
    someone = person("female", stances.LAMP, "jacket", "long", seed=4)
    cloth = surface("jacket", (0.05, 0.035, 0.035), 0.7, bump=(0.1, 18))
    denim = surface("denim", (0.045, 0.05, 0.07), 0.85)
    skin = surface("skin", (0.42, 0.27, 0.20), 0.55)
    brown = surface("brown hair", (0.11, 0.055, 0.028), 0.45)
    thing = put(someone, tunnel.drop(*_GIRL) - Vector((0, 0, 0.07)), 176, wear=[skin, cloth, denim, cloth, brown])
    grip = thing.matrix_basis @ Vector(someone.joints["middle_01_r"])
    return props.flashlight(grip, _AIM, emission("glass", BEAM, 40))


def _lights(front: Vector) -> None:
    stage.spot_lamp(front, _AIM, 5200, BEAM, 62, radius=0.03, blend=0.6)
    stage.spot_lamp(front, _AIM, 12000, BEAM, 20, radius=0.03, blend=0.7)
    stage.area_lamp((-0.6, -2.6, 2.9), (0.8, 4, 0), 40, COLD, 1.8)
    stage.point_lamp((-2.2, 13.0, 1.8), 420, COLD, 0.4)
    stage.point_lamp((5.0, 25.0, 1.6), 500, COLD, 0.5)
    stage.spot_lamp((3.2, 9.5, 3.0), (1.4, 5.4, 1.2), 420, BEAM, 40, radius=0.2, blend=0.8)
