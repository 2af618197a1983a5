"""The cavern coming down around the light. Text stands on the right."""

import math

import bpy
import numpy as np
from kit import cavern, poses, rock, stage
from kit.cavern import AMULET, BEARER
from kit.material import emission, surface
from kit.mesh import icosphere, mesh_object
from kit.people import person, put
from kit.rock import Ground
from mathutils import Vector

FIRE = (1.0, 0.80, 0.50)
EMBER = (1.0, 0.36, 0.10)

SLABS = (
    (0.300, -0.02, 28, 3.4), (0.455, 0.30, 26, 1.9), (0.205, 0.20, 23, 1.7), (0.565, 0.14, 21, 2.5), (0.515, 0.60, 24, 1.0),
    (0.165, 0.52, 24, 1.0), (0.420, 0.09, 31, 2.2), (0.055, 0.30, 15, 1.5), (0.600, 0.46, 25, 0.8), (0.430, 0.74, 17, 0.5),
    (0.275, 0.36, 33, 0.7),
)  # fmt: skip
"""Falling pieces: place in the picture (x, y), distance and half size in metres."""


def scene() -> None:
    """Build the scene."""
    rng = np.random.default_rng(8)
    stage.clear((0.0010, 0.0009, 0.0009))
    stone = cavern.palette()
    cavern.vault(stone, opening=6.0)
    ground = cavern.floor(stone)
    cavern.buttress(stone)
    cavern.hanging(stone, rng, 40)
    cavern.bearer()
    _beside_him()
    _split_pillar(stone)
    pieces = rock.splinters(9, stone.far, seed=6)
    around = rng.normal(0, 1, (420, 2)) * (13, 12) + (BEARER.x + 5, BEARER.y - 6)
    points = [(x, y, ground.at(x, y) + 0.1) for x, y in around]
    rock.scatter_rubble(pieces, points, np.abs(rng.normal(0, 0.55, len(points))) + 0.15, rng)
    stage.camera((-0.6, -13.0, 6.2), (-2.3, 20, 12.4), 26, roll=7)
    _falling(stone, pieces, rng)
    _foreground(stone)
    _lights(ground)
    stage.air((-58, -30, -12), (58, 148, 48), 0.0070, 0.35)


def _beside_him() -> None:
    """The fighter, on what is left of the floor, her hand in his."""
    leather = surface("leather", (0.03, 0.022, 0.02), 0.5)
    fair = surface("fair hair", (0.42, 0.29, 0.13), 0.5)
    someone = person("female", poses.PLEAD, "jacket", "long", seed=1)
    put(someone, BEARER + Vector((1.15, -0.5, -0.12)), -75, scale=1.85, wear=[fair, leather, leather, leather, fair])


def _split_pillar(stone: cavern.Palette) -> None:
    """The pillar that held the roof, broken through; its upper part leans away."""
    foot = (7.0, 26.0, -6.0)
    rock.column(foot, 34, 2.9, stone.far, seed=31, gap=(0.40, 1.0))
    upper = rock.column((0, 0, -6.0), 34, 2.9, stone.far, seed=31, gap=(-1.0, 0.47))
    upper.location = (foot[0] + 4.6, foot[1], -0.6)
    upper.rotation_euler = (0.03, -0.16, 0.2)


def _falling(stone: cavern.Palette, pieces: list[bpy.types.Mesh], rng: np.random.Generator) -> None:
    """Slabs in mid-air, each with a tail of splinters above it."""
    for k, (x, y, distance, size) in enumerate(SLABS):
        eye, direction = stage.sight(x, y)
        centre = eye + direction * distance
        slab = rock.boulder((0, 0, 0), (1.15 * size, 0.75 * size, 0.36 * size), stone.far, seed=500 + k)
        slab.location = centre
        slab.rotation_euler = rng.uniform(0, 2 * math.pi, 3)
        tail = rng.normal(0, (0.8, 0.8, 1.3), (26, 3)) * size + np.array(centre) + (0, 0, 1.3 * size)
        rock.scatter_rubble(pieces, tail, np.abs(rng.normal(0, 0.10, 26)) * size + 0.04, rng)


def _foreground(stone: cavern.Palette) -> None:
    for k, (x, y, distance, size) in enumerate(
        (
            (0.06, 0.99, 7.5, (2.4, 1.2, 1.1)),
            (0.30, 1.10, 8.0, (2.2, 1.4, 0.9)),
            (0.62, 1.06, 8.5, (2.6, 1.4, 1.3)),
            (0.97, 0.86, 8.0, (2.4, 1.5, 2.6)),
        )
    ):
        eye, direction = stage.sight(x, y)
        rock.boulder(eye + direction * distance, size, stone.near, seed=620 + k, turn=k * 1.3)


def _lights(ground: Ground) -> None:
    stage.point_lamp(BEARER + Vector((0.2, 2.4, 3.2)), 30000, FIRE, 0.35)
    stage.point_lamp(AMULET + Vector((0, -1.6, 1.6)), 8000, FIRE, 0.2)
    vertices, faces = icosphere(3)
    mesh_object("amulet", vertices * 0.10 + np.array(AMULET), faces, emission("amulet", FIRE, 300))
    for k, degrees in enumerate((-58, -30, 4, 30, 56, 84, 112)):
        a = math.radians(degrees)
        aim = AMULET + Vector((math.sin(a), -0.25 + 0.12 * (k % 3), 0.9 * math.cos(a))) * 10
        stage.spot_lamp(AMULET + Vector((0, -0.6, 0)), aim, 260000, FIRE, 6 + 3 * (k % 3), radius=0.05, blend=0.4)
    stage.area_lamp((14, -22, 26), (-4, 8, 10), 5200, (0.60, 0.66, 0.86), 10)
    for x, y, watts in ((8.0, 27.0, 7000), (-18.0, 16.0, 1500)):
        stage.point_lamp((x, y, ground.at(x, y) + 1.0), watts, EMBER, 0.6)
