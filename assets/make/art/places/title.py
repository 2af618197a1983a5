"""The key art: out of a mouth of rock, a girl's flashlight finds the man at the bottom. Lettering goes on the right."""

import math

import bpy
import numpy as np
from kit import poses, props, rock, stage
from kit.material import emission, powder, surface
from kit.mesh import grid_faces, mesh_object, tube
from kit.noise import blocks, fractal
from kit.people import person, put
from mathutils import Vector

BEAM = (0.80, 0.90, 1.0)
NIGHT = (0.40, 0.58, 1.0)
EMBER = (1.0, 0.26, 0.06)

_MOUTH = (-3.6, 19.0, 3.4)
"""The middle of the opening."""
_GIRL = Vector((-5.6, 18.6, 0.62))
_MAN = Vector((-1.9, 8.6, -2.9))


def scene() -> None:
    """Build the scene."""
    rng = np.random.default_rng(3)
    stage.clear((0.0005, 0.0006, 0.0010))
    stone, dark = rock.pale_rock(), rock.dark_rock()
    _gullet(stone)
    _teeth(stone, dark, rng)
    _floor(dark, rng)
    front = _girl()
    _man()
    _cord()
    _lights(front)
    stage.air((-22, -2, -8), (22, 44, 20), 0.008, 0.4)
    stage.camera((0, -1.0, 0.1), (0.0, 10, 0.70), 25)


def _gullet(material: bpy.types.Material) -> None:
    """A throat of rock along y, narrowing to the mouth and opening into a chamber beyond it."""
    rows, columns = 460, 480
    y = np.linspace(-6, 42, rows)
    angle = np.linspace(0, 2 * math.pi, columns, endpoint=False)
    wide = np.interp(y, [-6, 6, 14, 18.5, 19.5, 24, 42], [12, 12, 9.5, 6.4, 6.4, 12, 14])
    high = np.interp(y, [-6, 6, 14, 18.5, 19.5, 24, 42], [9, 8.5, 6.6, 4.0, 4.0, 9, 12])
    lead = np.interp(y, [-6, 19, 42], [0.0, 1.0, 1.2])
    centre = np.stack([_MOUTH[0] * lead, y, _MOUTH[2] * lead], 1).repeat(columns, 0)
    out = np.tile(np.stack([np.cos(angle), 0 * angle, np.sin(angle)], 1), (rows, 1))
    size = np.stack([wide, 0 * y, high], 1).repeat(columns, 0)
    skin = centre + out * size
    relief = 1.1 * fractal(skin / (4, 6, 4), 4, ridged=True) + 0.7 * blocks(skin, 2.4, seed=1)
    relief += 0.25 * blocks(skin, 0.9, seed=2) + 0.06 * fractal(skin / 0.5, 4, ridged=True)
    near = 1 + 0.5 * np.clip((10 - skin[:, 1]) / 10, 0, 1)
    mesh_object("gullet", skin - out * (relief * near)[:, None], grid_faces(rows, columns, wrap=True), material)


def _teeth(stone: bpy.types.Material, dark: bpy.types.Material, rng: np.random.Generator) -> None:
    """Three jaws one behind another: (y, half width, half height, teeth, length, material)."""
    jaws = ((18.0, 6.8, 4.3, 13, 2.5, stone), (12.5, 8.6, 5.6, 13, 2.7, stone), (7.2, 9.0, 5.6, 11, 2.9, dark))
    for row, (y, wide, high, count, length, material) in enumerate(jaws):
        lead = y / 19
        for upper in (True, False):
            for k in range(count):
                a = math.pi * (k + 0.5 + rng.uniform(-0.25, 0.25)) / count
                fang = 1.0 + 0.75 * math.exp(-(((abs(math.cos(a)) - 0.55) / 0.2) ** 2))
                size = length * fang * rng.uniform(0.7, 1.15)
                x = _MOUTH[0] * lead + wide * math.cos(a)
                z = _MOUTH[2] * lead + (high if upper else -high) * (0.35 + 0.65 * math.sin(a))
                if not upper and row == 0 and abs(x - _GIRL.x) < 1.7:
                    continue
                root = (x, y + rng.normal(0, 0.4), z + (0.6 if upper else -0.6))
                lean = (-0.35 * size * math.cos(a), rng.normal(0, 0.2))
                rock.dripstone(
                    root, size, size * 0.2, material, up=not upper, seed=row * 50 + k + 25 * upper, lean=lean
                )


def _floor(dark: bpy.types.Material, rng: np.random.Generator) -> None:
    """The slab on which the man lies, and rubble around it."""
    rock.boulder(_MAN + Vector((0.1, 0.2, -1.0)), (2.6, 1.6, 0.95), dark, seed=3, turn=0.2)
    rock.boulder(_MAN + Vector((-0.5, -0.95, -0.55)), (2.5, 0.5, 0.62), rock.pale_rock(), seed=14, turn=0.06)
    rock.boulder(_MAN + Vector((-3.6, -1.6, -1.2)), (1.8, 1.3, 1.2), dark, seed=5, turn=1.0)
    rock.boulder(_MAN + Vector((3.4, -2.0, -1.0)), (2.2, 1.4, 1.3), dark, seed=6, turn=2.0)
    pieces = rock.splinters(7, dark, seed=4)
    spread = rng.normal(0, (3.2, 1.6, 0.1), (120, 3))
    rock.scatter_rubble(pieces, np.array(_MAN) + spread - (0, 0, 0.5), np.abs(rng.normal(0, 0.2, 120)) + 0.08, rng)


def _girl() -> Vector:
    """The girl at the rim with her flashlight; returns where its light leaves."""
    someone = person("female", poses.SEARCH, "jacket", "long", seed=4)
    black = surface("cloth", (0.03, 0.03, 0.035), 0.8)
    skin = surface("skin", (0.42, 0.27, 0.20), 0.55)
    brown = surface("brown hair", (0.10, 0.05, 0.025), 0.5)
    rock.boulder(_GIRL + Vector((0.7, 0.3, -1.55)), (2.6, 1.4, 1.6), rock.pale_rock(), seed=9, turn=0.6)
    thing = put(someone, _GIRL, 16, scale=1.5, wear=[skin, black, black, black, brown])
    grip = thing.matrix_basis @ Vector(someone.joints["middle_01_r"])
    return props.flashlight(grip, _MAN, emission("glass", BEAM, 60))


def _man() -> None:
    someone = person("male", poses.FALLEN, "coat", "cropped", seed=2)
    black = surface("coat", (0.028, 0.026, 0.030), 0.75, bump=(0.12, 14))
    skin = surface("skin", (0.55, 0.45, 0.38), 0.55)
    pale = surface("bleached hair", (0.75, 0.70, 0.55), 0.5)
    put(someone.leaning(62), _MAN + Vector((0.2, 0.0, -0.05)), 80, scale=1.35, wear=[skin, black, black, black, pale])


def _cord() -> None:
    """Let down to where he lies: it hangs to the slab and trails over it in slack bends."""
    orange = powder("cord", (0.80, 0.38, 0.13), 0.04)
    foot = _MAN + Vector((0.36, -0.75, 0.34))
    top = foot + Vector((-0.9, 1.0, 14.0))
    hung = [top + (foot - top) * t for t in np.linspace(0, 1, 10)]
    slack = [(0.06, -0.10, -0.18), (0.30, -0.22, -0.27), (0.62, -0.16, -0.26), (0.70, -0.30, -0.22)]
    slack += [(0.36, -0.42, -0.24), (-0.04, -0.46, -0.22), (-0.24, -0.52, -0.34), (-0.27, -0.58, -0.75)]
    tube([*hung, *(foot + Vector(bend) for bend in slack)], 0.015, orange)


def _lights(front: Vector) -> None:
    stage.spot_lamp(front, _MAN + Vector((-1.2, 0, 0.9)), 6500, BEAM, 9.5, radius=0.03, blend=0.35)
    stage.spot_lamp((-3.5, 5.0, 3.5), _MAN + Vector((-1.0, 0, 0.9)), 150, BEAM, 30, radius=0.3, blend=0.8)
    stage.area_lamp((-4, 34, 8), (-4, 18, 3), 3600, NIGHT, 7)
    stage.point_lamp((-6.2, 23, 2.2), 1000, NIGHT, 0.8)
    stage.point_lamp(_MAN + Vector((-1.8, 2.6, -1.2)), 90, EMBER, 0.4)
    stage.point_lamp(_MAN + Vector((3.2, 2.2, -1.4)), 70, EMBER, 0.4)
