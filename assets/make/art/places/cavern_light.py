"""The cavern flooded by the amulet's light, dust hanging where an army was. Text stands on the right."""

import math

import numpy as np
from kit import army, cavern, poses, props, rock, stage
from kit.cavern import AMULET, BEARER
from kit.material import emission, surface
from kit.mesh import icosphere, mesh_object
from kit.noise import fractal
from kit.people import person, put
from kit.rock import Ground
from mathutils import Vector

WHITE_GOLD = (1.0, 0.90, 0.70)


def scene() -> None:
    """Build the scene."""
    rng = np.random.default_rng(5)
    stage.clear((0.0010, 0.0013, 0.0020))
    stone = cavern.palette()
    cavern.vault(stone)
    ground = cavern.floor(stone)
    cavern.buttress(stone)
    cavern.hanging(stone, rng)
    cavern.fangs(stone)
    cavern.standing(stone, ground, rng)
    cavern.bearer()
    army.deploy(army.ranks(), ground, BEARER, rng, count=190, spread=(7, 24))
    _right_wall(stone)
    ledge = _ledge(stone)
    _fighter(ledge)
    _lights()
    stage.air((-58, -30, -12), (58, 148, 48), 0.0048, 0.35)
    stage.camera((0, -27, 9.95), (0, 30, 10.6), 29)


def _right_wall(stone: cavern.Palette) -> None:
    """Near columns that keep the right of the picture dark and quiet."""
    for k, (x, y, radius) in enumerate(((15.5, 10, 4.2), (23, 16, 5.5), (13.5, 34, 3.0))):
        rock.column((x, y, -6), 36, radius, stone.near, seed=60 + k, waist=0.75)


def _ledge(stone: cavern.Palette) -> Ground:
    """The dark ledge at the viewer's feet, higher on the left, falling away on the right."""
    low, high, shape = (-22.0, -30.0), (22.0, -8.0), (300, 190)
    p = Ground.points(low, high, shape)
    edge = -16.6 + 1.5 * fractal(p * (0.3, 0, 0), 4) - 0.012 * p[:, 0] ** 2
    z = 7.5 + 0.5 * fractal(p / 3, 4, ridged=True) + 0.12 * fractal(p / 0.6, 3, ridged=True)
    z += 0.5 * np.clip(np.abs(p[:, 0] + 1) - 8, 0, 20) - 0.28 * np.clip(p[:, 0] + 3.2, 0, 7.5)
    z -= 60 * np.clip((p[:, 1] - edge) / 6, 0, 1) ** 0.8
    ledge = Ground(low, high, z.reshape(shape))
    ledge.show(stone.near)
    for k, (x, length, radius) in enumerate(
        ((-12, 10, 1.2), (-9.4, 5, 0.6), (10.6, 8, 1.0), (14, 13, 1.7), (-15, 14, 1.8))
    ):
        rock.dripstone((x, -14, 24.5), length, radius, stone.near, seed=200 + k)
    return ledge


def _fighter(ledge: Ground) -> None:
    x, y = -4.4, -17.9
    leather = surface("leather", (0.05, 0.035, 0.03), 0.45, bump=(0.1, 18))
    denim = surface("denim", (0.06, 0.06, 0.07), 0.8)
    fair = surface("fair hair", (0.42, 0.29, 0.13), 0.5)
    skin = surface("skin", (0.42, 0.27, 0.20), 0.55)
    someone = person("female", poses.GUARD, "jacket", "long", seed=1)
    thing = put(someone, (x, y, ledge.at(x, y) - 0.04), 168, wear=[skin, leather, denim, leather, fair])
    matrix = thing.matrix_basis
    grip = matrix @ Vector(someone.joints["middle_01_r"])
    props.scythe(grip, (0.30, 0.10, 0.94), (1, 0, 0))


def _lights() -> None:
    back = BEARER + Vector((0.2, 2.4, 3.2))
    stage.point_lamp(back, 30000, WHITE_GOLD, 0.35)
    stage.point_lamp(AMULET + Vector((0, -1.6, 1.6)), 14000, WHITE_GOLD, 0.2)
    stage.spot_lamp(
        BEARER + Vector((0.8, -2.5, 7)), BEARER + Vector((2.5, -12, -5)), 42000, WHITE_GOLD, 90, radius=0.4, blend=0.6
    )
    vertices, faces = icosphere(3)
    mesh_object("amulet", vertices * 0.10 + np.array(AMULET), faces, emission("amulet", WHITE_GOLD, 260))
    stage.spot_lamp(BEARER + Vector((0, 2, 60)), BEARER, 900000, (1, 0.95, 0.86), 9.5, radius=1.2)
    for k, degrees in enumerate((-84, -18, 16, 44, 70, 98)):
        a = math.radians(degrees)
        aim = AMULET + Vector((math.sin(a), -0.25 + 0.12 * (k % 3), 0.9 * math.cos(a))) * 10
        stage.spot_lamp(AMULET + Vector((0, -0.6, 0)), aim, 260000, WHITE_GOLD, 5 + 2 * (k % 3), radius=0.05, blend=0.4)
    stage.area_lamp((-9, -31, 20), (-4, -17, 8), 260, (0.8, 0.8, 1.0), 6)
