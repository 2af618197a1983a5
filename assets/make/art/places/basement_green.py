"""The seal open, its rim alight with green, a girl's arm held out over it. Text stands on the left."""

import numpy as np
from kit import basement, cast, school_poses, stage
from kit.boxes import Boxes
from kit.lamps import AMBER, MOON, RED, caged_bulb
from kit.material import surface
from kit.mesh import icosphere, mesh_object
from kit.people import person, put
from kit.seal import FACE, RADIUS, pit, seal
from mathutils import Vector

GREEN = (0.16, 1.0, 0.34)
_PETALS = (96, 74, 82, 68, 88)
_EYE, _GOAL = (-0.30, -5.5, 1.50), (-0.80, 0.2, 0.36)


def scene() -> None:
    """Build the scene."""
    stage.clear((0.0006, 0.0010, 0.0012))
    rng = np.random.default_rng(2)
    basement.cellar(rng, hole=0.60 * RADIUS)
    seal(open_by=_PETALS, glow=GREEN, ring=0.16, seams=0.05)
    pit(surface("pit", (0.08, 0.075, 0.07), 0.85, mottle=((0.03, 0.03, 0.028), 2), bump=(0.6, 4)))
    girl = person("female", school_poses.BLEED, "jacket", "long", seed=6)
    thing = put(girl, (1.22, -1.98, -0.02), 214, wear=cast.dawn())
    _blood(thing.matrix_basis @ Vector(girl.joints["hand_l"]), rng)
    for k in range(5):
        angle = 2 * np.pi * (k + 0.4) / 5
        stage.point_lamp((1.72 * np.cos(angle), 1.72 * np.sin(angle), 0.22), 9.0, GREEN, 0.25)
    stage.point_lamp((0.0, 0.1, -0.7), 16.0, GREEN, 0.4)
    caged_bulb((0.5, 3.0, 2.28), 9, AMBER, glow=5)
    stage.area_lamp((-0.2, 4.6, 3.0), (0, 0, 0), 9, AMBER, 0.7)
    stage.spot_lamp((5.0, 5.4, 3.1), (2.6, 4.6, 0.6), 700, RED, 75, radius=0.2)
    stage.area_lamp((4.8, -0.6, 3.0), (1.2, -1.9, 0.6), 36, RED, 0.6)
    stage.area_lamp((-4.8, -3.5, 2.9), (-0.5, 0, 0), 12, MOON, 1.2)
    stage.air((-5.1, -6.9, 0), (5.1, 6.1, 3.25), 0.022, 0.2)
    stage.camera(_EYE, _GOAL, 27)


def _blood(hand: Vector, rng: np.random.Generator) -> None:
    """Drops on their way from the hand to the bronze, and what has fallen already."""
    red = surface("blood", (0.16, 0.004, 0.004), 0.12)
    vertices, faces = icosphere(3)
    for height in (0.15, 0.42, 0.75):
        at = np.array((hand.x, hand.y, FACE + (hand.z - FACE) * (1 - height)))
        mesh_object("drop", vertices * (0.010, 0.010, 0.017) + at, faces, red, smooth=True)
    pools = Boxes([red])
    for _ in range(9):
        x, y = np.array((hand.x, hand.y)) + rng.normal(0, 0.07, 2)
        pools.box((x, y, FACE + 0.012), (*rng.uniform(0.03, 0.10, 2), 0.03), 0, (0, 0, rng.uniform(0, 3)))
    pools.show(bevel=0.012)
