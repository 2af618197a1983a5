"""The nurse's room: a cot, its blanket, the red of the exit sign. Text stands on the left."""

import numpy as np
from kit import cloth, school, stage
from kit.boxes import Boxes, papers
from kit.lamps import MOON, RED, exit_sign, letters
from kit.material import emission, surface
from kit.mesh import cone, grid_faces, icosphere, mesh_object
from kit.school import Palette

_LEFT, _RIGHT, _NEAR, _FAR, _HIGH = -2.9, 2.9, -3.0, 3.4, 2.75
_COT = (0.25, 1.15, 0.52)
"""The near left corner of the mattress."""


def scene() -> None:
    """Build the scene."""
    rng = np.random.default_rng(15)
    stage.clear((0.0009, 0.0012, 0.0020))
    stuff = school.palette()
    _shell(stuff)
    school.tiled_floor(stuff, (_LEFT, _NEAR), (_RIGHT, _FAR + 0.1), rng)
    school.hung_ceiling(stuff, (_LEFT, _NEAR), (_RIGHT, _FAR), _HIGH, rng)
    _cot(stuff)
    _cabinet(stuff, rng)
    _charts(stuff)
    _litter(stuff, rng)
    _lights()
    stage.air((_LEFT, _NEAR, 0), (_RIGHT, _FAR + 2, 3.2), 0.022, 0.4)
    stage.camera((-0.55, -2.75, 1.50), (0.15, 2.2, 0.92), 26)


def _shell(stuff: Palette) -> None:
    walls = Boxes([stuff.wall, stuff.band, stuff.wood, stuff.steel])
    deep, middle = _FAR - _NEAR, (_NEAR + _FAR) / 2
    walls.box((_LEFT - 0.1, middle, 1.6), (0.2, deep, 3.2))
    walls.box((_RIGHT + 0.1, middle, 1.6), (0.2, deep, 3.2))
    # The far wall, about a door that stands half open to the corridor.
    walls.box((-0.55, _FAR + 0.1, 1.6), (4.7, 0.2, 3.2))
    walls.box((2.85, _FAR + 0.1, 1.6), (0.3, 0.2, 3.2))
    walls.box((2.25, _FAR + 0.1, 2.65), (0.95, 0.2, 1.1))
    for x in (1.80, 2.70):
        walls.box((x, _FAR - 0.01, 1.06), (0.07, 0.25, 2.12), 3)
    walls.box((1.98, _FAR - 0.36, 1.04), (0.05, 0.86, 2.06), 2, (0, 0, 0.42))
    walls.box((-0.6, _FAR - 0.006, 1.02), (4.6, 0.012, 0.10), 1)
    walls.show(bevel=0.008)


def _cot(stuff: Palette) -> None:
    x, y, z = _COT
    ticking = surface("ticking", (0.34, 0.33, 0.31), 0.9, mottle=((0.24, 0.23, 0.21), 3), bump=(0.1, 9))
    wool = surface("wool", (0.30, 0.215, 0.15), 0.95, mottle=((0.22, 0.15, 0.10), 2), bump=(0.25, 60))
    linen = surface("linen", (0.46, 0.45, 0.42), 0.9, bump=(0.1, 8))
    bed = Boxes([ticking, stuff.steel])
    bed.box((x + 0.98, y + 0.42, z - 0.06), (1.96, 0.84, 0.14))
    bed.box((x + 0.98, y + 0.42, z - 0.16), (1.98, 0.86, 0.05), 1)
    bed.show(bevel=0.05)
    for a, b in ((0.02, 0.02), (1.94, 0.02), (0.02, 0.82), (1.94, 0.82)):
        cone((x + a, y + b, 0), (x + a, y + b, z + 0.12 + 0.25 * (a > 1)), 0.018, 0.018, stuff.steel)
    cone((x + 1.94, y + 0.02, z + 0.36), (x + 1.94, y + 0.82, z + 0.36), 0.018, 0.018, stuff.steel)
    vertices, faces = icosphere(5)
    puffed = np.sign(vertices) * np.abs(vertices) ** 0.7
    mesh_object("pillow", puffed * (0.20, 0.30, 0.075) + (x + 1.68, y + 0.42, z + 0.09), faces, linen, smooth=True)
    cloth.blanket((x + 0.12, y - 0.02, z + 0.02), 1.15, 0.70, 0.44, wool, seed=3)
    rail = 2.28
    cone((x - 0.35, y + 1.25, rail), (x + 1.2, y + 1.25, rail), 0.014, 0.014, stuff.steel)
    sheet = surface("curtain", (0.27, 0.30, 0.29), 0.85, mottle=((0.20, 0.22, 0.215), 1.5))
    cloth.curtain((x - 0.35, y + 1.25, rail - 0.03), (x + 0.55, y + 1.25, rail - 0.03), 1.85, sheet, folds=9, seed=2)


def _cabinet(stuff: Palette, rng: np.random.Generator) -> None:
    """A steel cabinet with its doors open, a counter, the scales."""
    white = surface("enamel", (0.32, 0.33, 0.32), 0.35, mottle=((0.22, 0.22, 0.21), 2))
    things = Boxes([white, stuff.steel, stuff.dark, stuff.paper])
    things.box((-2.62, 1.5, 0.45), (0.5, 2.6, 0.9))
    things.box((-2.60, 1.5, 0.92), (0.56, 2.64, 0.05), 1)
    for y in (0.7, 1.5, 2.3):
        things.box((-2.36, y, 0.5), (0.02, 0.74, 0.72), 0, (0, 0, rng.normal(0, 0.05)))
    things.box((-2.72, 1.5, 1.75), (0.3, 1.7, 0.8), 2)
    for y, swing in ((0.62, 1.2), (2.38, -1.5)):
        things.box((-2.40, y, 1.75), (0.02, 0.84, 0.8), 0, (0, 0, swing))
    for k in range(26):
        at = (-2.64, rng.uniform(0.8, 2.2), (1.44, 1.78)[k % 2])
        things.box(
            at, (0.07, rng.uniform(0.05, 0.11), rng.uniform(0.08, 0.2)), (0, 3)[k % 2], (0, 0, rng.uniform(0, 2))
        )
    # The scales, against the far wall.
    things.box((-0.95, 3.05, 0.06), (0.40, 0.48, 0.12), 0)
    things.box((-0.95, 3.22, 0.78), (0.07, 0.05, 1.35), 0)
    things.box((-0.95, 3.16, 1.44), (0.46, 0.05, 0.06), 1)
    things.show(bevel=0.008)


def _charts(stuff: Palette) -> None:
    """An eye chart, a cross, a notice."""
    pages = Boxes([stuff.paper, stuff.band])
    pages.box((-0.15, _FAR - 0.02, 1.70), (0.56, 0.006, 0.86), 0, (0, 0.04, 0))
    pages.box((1.12, _FAR - 0.02, 1.98), (0.34, 0.006, 0.11), 1)
    pages.box((1.12, _FAR - 0.022, 1.98), (0.11, 0.006, 0.34), 1)
    pages.box((-1.85, _FAR - 0.02, 1.72), (0.42, 0.006, 0.56), 0, (0, -0.12, 0))
    pages.show()
    ink = surface("ink", (0.02, 0.02, 0.02), 0.8)
    for line, size, z in (("E", 0.19, 2.00), ("F P", 0.13, 1.83), ("T O Z", 0.10, 1.69), ("L P E D", 0.075, 1.57)):
        letters(line, (-0.15 + 0.04 * (z - 1.7), _FAR - 0.03, z), 0, size, ink, roll=0.04)


def _litter(stuff: Palette, rng: np.random.Generator) -> None:
    spots = np.stack([rng.uniform(-2.0, 2.4, 34), rng.uniform(-1.6, 3.0, 34), np.full(34, 0.006)], 1)
    papers(list(spots), stuff.paper, rng, size=0.24)
    spots = np.stack([rng.uniform(-2.2, 2.6, 90), rng.uniform(-1.8, 3.2, 90), np.zeros(90)], 1)
    school.rubble(spots, 0.07, rng)
    gauze = surface("gauze", (0.50, 0.48, 0.44), 0.95)
    for x, y in ((-0.9, 0.9), (0.1, 0.35), (-1.4, 1.6)):
        cone((x, y, 0.035), (x + 0.06, y + 0.05, 0.035), 0.035, 0.035, gauze, sides=18)
        t = np.linspace(0, 1, 60)
        middle = np.stack([x + 0.07 + 0.62 * t, y - 0.03 - 0.34 * t + 0.07 * np.sin(5 * t + x), 0.010 + 0.006 * t], 1)
        middle[:, 2] += 0.030 * np.abs(np.sin(9 * t + y)) ** 3
        sides = [middle + np.array((0.0, 0.03 * way, 0.0)) for way in (-1, 1)]
        mesh_object("gauze", np.concatenate(sides), grid_faces(2, 60), gauze, smooth=True)


def _lights() -> None:
    exit_sign((2.25, _FAR - 0.05, 2.42), 0, 34, RED, glow=12)
    beyond = Boxes([emission("corridor", (1.0, 0.10, 0.04), 1.1)])
    beyond.box((2.4, _FAR + 1.6, 1.2), (2.6, 0.02, 2.6))
    beyond.show()
    stage.spot_lamp((2.75, _FAR + 1.3, 1.9), (0.8, 1.0, 0.35), 1300, RED, 40, radius=0.12, blend=0.4)
    stage.area_lamp((-2.3, -2.6, 2.6), (0.9, 1.4, 0.5), 30, MOON, 0.8)
    stage.spot_lamp((-1.6, -2.2, 2.65), (0.8, 1.35, 0.45), 130, (0.75, 0.86, 1.0), 34, radius=0.3, blend=0.9)
