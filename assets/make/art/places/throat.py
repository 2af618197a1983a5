"""The shaft up to the breach: broken rock, white fire below, a red hole far above. Text stands on the left."""

import math

import bpy
import numpy as np
from kit import poses, rock, stage
from kit.material import emission, surface
from kit.mesh import grid_faces, mesh_object
from kit.noise import Array, blocks, fractal
from kit.people import person, put
from kit.prints import palm_print
from mathutils import Vector

FIRE = (1.0, 0.88, 0.66)
EMERGENCY = (1.0, 0.07, 0.03)

_TOP = np.array([5.4, 10.5, 14.5])
_EYE = Vector((-1.5, -5.4, 0.5))
_BOTTOM = -9.0
_WIDTH = ([0, 0.4, 0.62, 0.82, 0.94, 1], [7.6, 7.4, 6.2, 3.4, 1.7, 1.1])
"""The shaft's radius at heights from 0 to 1, metres."""


def scene() -> None:
    """Build the scene."""
    rng = np.random.default_rng(11)
    stage.clear((0.0006, 0.0006, 0.0009))
    stone = rock.pale_rock()
    dark = rock.dark_rock()
    _shaft(stone)
    _wedged(stone, dark, rng)
    stage.camera(_EYE, _EYE + Vector((0.163, 0.926, 0.342)), 22)
    _climber()
    _prints()
    _lights()
    stage.air((-12, -12, -12), (16, 20, 26), 0.011, 0.35)


def _spine(t: Array) -> Array:
    """The shaft's middle line (n, 3) at heights `t`, 0 at the bottom to 1 at the breach."""
    level = np.clip((_BOTTOM + (_TOP[2] - _BOTTOM) * t) / _TOP[2], 0, 1)
    x = _TOP[0] * level**1.5
    return np.stack([x, _TOP[1] * level**1.5, _BOTTOM + (_TOP[2] - _BOTTOM) * t], -1)


def _shaft(material: bpy.types.Material) -> None:
    rows, columns = 620, 900
    t = np.linspace(0, 1, rows)
    angle = np.linspace(0, 2 * math.pi, columns, endpoint=False)
    centre = np.repeat(_spine(t), columns, 0)
    radius = np.interp(t, *_WIDTH).repeat(columns)
    out = np.tile(np.stack([np.cos(angle), np.sin(angle), np.zeros(columns)], 1), (rows, 1))
    skin = centre + out * radius[:, None]
    relief = 1.1 * fractal(skin / (4, 4, 6), 4, ridged=True) + 0.8 * blocks(skin, 2.2, seed=1)
    relief += 0.34 * blocks(skin, 0.95, seed=2) + 0.07 * blocks(skin, 0.34, seed=3)
    relief += 0.06 * fractal(skin / 0.5, 4, ridged=True)
    strength = np.clip(radius / 4, 0.45, 1)
    mesh_object("shaft", skin - out * (relief * strength)[:, None], grid_faces(rows, columns, wrap=True), material)


def _wedged(stone: bpy.types.Material, dark: bpy.types.Material, rng: np.random.Generator) -> None:
    """Blocks stuck in the walls, rubble on their ledges, and near rock that frames the view."""
    pieces = rock.splinters(9, stone, seed=2)
    t = rng.uniform(0.2, 0.95, 260)
    angle = rng.uniform(0, 2 * math.pi, len(t))
    wide = np.interp(t, *_WIDTH) * rng.uniform(0.80, 1.0, len(t))
    points = _spine(t) + np.stack([np.cos(angle) * wide, np.sin(angle) * wide, 0 * t], 1)
    clear = np.linalg.norm(points - np.array(_EYE), axis=1) > 2.4
    sizes = np.clip(np.abs(rng.normal(0, 0.32, len(t))) + 0.1, 0, 0.9) * np.clip(wide / 4, 0.3, 1)
    rock.scatter_rubble(pieces, points[clear], sizes[clear], rng)
    rim = rng.uniform(0, 2 * math.pi, 22)
    around = np.stack([np.cos(rim), np.sin(rim), 0.25 * np.sin(rim * 3)], 1) * rng.uniform(1.0, 1.6, (22, 1))
    rock.scatter_rubble(
        rock.splinters(5, dark, seed=3), _TOP + around - (0.1, 0.3, 0.3), rng.uniform(0.25, 0.6, 22), rng
    )
    frame = (
        ((-2.3, 3.4, 1.6), (1.5, 0.9, 3.4), 5),
        ((-1.2, 3.6, -0.9), (1.7, 0.8, 0.9), 8),
        ((4.0, 4.0, -0.6), (1.0, 0.8, 1.0), 12),
    )
    for offset, size, seed in frame:
        rock.boulder(_EYE + Vector(offset), size, dark, seed=seed, turn=0.3 * seed)
    rock.boulder((3.0, 2.2, -0.6), (1.3, 1.5, 7.0), dark, seed=21, turn=0.4)


def _climber() -> None:
    edge = next(x for x in np.arange(0.5, 0.9, 0.004) if (stage.pick(x, 0.58)[0] - _EYE).length < 9)
    point, _ = stage.pick(edge + 0.01, 0.58)
    leather = surface("leather", (0.05, 0.035, 0.03), 0.45, bump=(0.1, 18))
    denim = surface("denim", (0.06, 0.06, 0.07), 0.8)
    fair = surface("fair hair", (0.50, 0.34, 0.15), 0.5)
    skin = surface("skin", (0.42, 0.27, 0.20), 0.55)
    someone = person("female", poses.CLIMB, "jacket", "long", seed=1)
    put(someone, point + Vector((-0.66, -0.25, -1.2)), 112, scale=1.08, wear=[skin, leather, denim, leather, fair])


def _prints() -> None:
    dust = surface("print dust", (0.80, 0.74, 0.64), 0.95)
    places = ((0.70, 0.72, 0.2), (0.735, 0.62, -0.3), (0.72, 0.84, 0.1), (0.74, 0.46, 0.35), (0.705, 0.36, -0.2))
    for k, (x, y, turn) in enumerate(places):
        point, normal = stage.pick(x, y)
        palm_print(point, normal, dust, turn=turn, size=1.25, left=k % 2 == 0)


def _lights() -> None:
    stage.point_lamp((2.0, 5.4, -3.0), 4200, FIRE, 0.5)
    stage.spot_lamp((1.9, 4.8, -6), (2.3, 6.0, 8), 140000, FIRE, 17, radius=0.25, blend=0.7)
    stage.spot_lamp((0.8, 4.4, -6), (-0.2, 5.4, 8), 16000, FIRE, 12, radius=0.15, blend=0.5)
    stage.spot_lamp((5.0, 3.4, -6), (4.2, 4.2, 8), 20000, FIRE, 14, radius=0.15, blend=0.5)
    stage.spot_lamp((0.9, 3.6, -3.5), (2.2, 1.9, 3.5), 3200, FIRE, 34, radius=0.2, blend=0.6)
    stage.spot_lamp(Vector(_TOP) - Vector((0.5, 0.9, 0.6)), (2.4, 2.6, 3), 5000, EMERGENCY, 62, radius=0.3, blend=0.8)
    stage.point_lamp(Vector(_TOP) - Vector((0.2, 0.8, 1.2)), 160, EMERGENCY, 0.3)
    ring = [(math.cos(a) * 2.0, math.sin(a) * 2.0, 0.0) for a in np.linspace(0, 2 * math.pi, 24, endpoint=False)]
    sky = mesh_object("breach", ring, [tuple(range(24))], emission("breach", EMERGENCY, 1.3))
    sky.location = Vector(_TOP) + Vector((0.2, 0.4, 0.3))
