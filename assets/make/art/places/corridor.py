"""The school corridor: lockers, red emergency light, a girl running away down it. Text stands on the right."""

import numpy as np
from kit import cast, school, school_poses, stage
from kit.boxes import Boxes, papers
from kit.lamps import MOON, RED, emergency, exit_sign, letters
from kit.material import emission, surface
from kit.people import person, put
from kit.school import Palette

_HALF = 1.75
_END = 25.0
_HIGH = 2.85
_DOOR = (7.4, 8.5)
_LOW, _FAR = (-_HALF, -4.0), (_HALF, _END)


def scene() -> None:
    """Build the scene."""
    rng = np.random.default_rng(4)
    stage.clear((0.0010, 0.0013, 0.0022))
    stuff = school.palette()
    _shell(stuff)
    school.tiled_floor(stuff, _LOW, _FAR, rng)
    school.hung_ceiling(stuff, _LOW, _FAR, _HIGH, rng)
    left = ((5.9, 9.0), (17.0, 18.6))
    school.lockers(stuff, -1, _HALF, (-2.8, _END), rng, gaps=left, open_share=0.12)
    school.lockers(stuff, 1, _HALF, (-2.8, _END), rng, gaps=((13.6, 15.0),), open_share=0.05)
    _fittings(stuff)
    _litter(stuff, rng)
    put(person("female", school_poses.FLEE, "jacket", "long", seed=6), (-0.20, 9.6, 0), 160, wear=cast.dawn())
    _lights()
    stage.air((-2.3, -4, -0.1), (2.3, _END + 3, 3.6), 0.024, 0.45)
    stage.camera((-0.30, -1.3, 1.12), (4.35, 20, 1.62), 26)


def _shell(stuff: Palette) -> None:
    walls = Boxes([stuff.wall, stuff.band, stuff.dark])
    middle, length = (_END - 4) / 2, _END + 4
    walls.box((_HALF + 0.1, middle, 1.75), (0.2, length, 3.5))
    for low, high in ((-4.0, _DOOR[0]), (_DOOR[1], _END)):
        walls.box((-_HALF - 0.1, (low + high) / 2, 1.75), (0.2, high - low, 3.5))
        walls.box((-_HALF + 0.006, (low + high) / 2, 2.12), (0.012, high - low, 0.16), 1)
    walls.box((-_HALF - 0.1, sum(_DOOR) / 2, 2.85), (0.2, _DOOR[1] - _DOOR[0], 1.4))
    walls.box((_HALF - 0.006, middle, 2.12), (0.012, length, 0.16), 1)
    for side in (-1, 1):
        walls.box((side * 1.38, _END, 1.75), (0.75, 0.2, 3.5))
    walls.box((0, _END, 2.95), (3.5, 0.2, 1.3))
    walls.show(bevel=0.008)


def _fittings(stuff: Palette) -> None:
    parts = Boxes([stuff.wood, stuff.steel, stuff.paper, stuff.band])
    for y in _DOOR:
        parts.box((-_HALF, y, 1.07), (0.26, 0.08, 2.15), 1)
    parts.box((-_HALF - 0.52, _DOOR[1] + 0.05, 1.05), (0.94, 0.05, 2.1), 0, (0, 0, 0.2))
    for side in (-1, 1):
        parts.box((side * 0.98, _END - 0.42, 1.05), (0.05, 0.88, 2.1), 0, (0, 0, side * 0.12))
    parts.box((-_HALF + 0.02, 6.62, 1.55), (0.04, 1.2, 0.9), 0)
    rng = np.random.default_rng(12)
    for k in range(9):
        y, z = 6.25 + (k % 3) * 0.37 + rng.normal(0, 0.03), 1.27 + (k // 3) * 0.27
        parts.box((-_HALF + 0.045, y, z), (0.004, 0.20, 0.24), 2, (rng.normal(0, 0.14), 0, 0))
    # A light fitting hangs by one end.
    parts.box((0.75, 4.6, 2.36), (0.3, 1.25, 0.09), 1, (0.46, 0.1, 0.12))
    parts.box((0.75, 4.6, 2.31), (0.22, 1.15, 0.03), 2, (0.46, 0.1, 0.12))
    # A banner across the corridor has come down at one end.
    tilt = 0.14
    parts.box((-0.55, 7.0, 2.33), (2.3, 0.01, 0.44), 3, (0, tilt, 0))
    parts.show(bevel=0.005)
    cloth = surface("lettering", (0.55, 0.50, 0.42), 0.9)
    letters("GO RAZORBACKS", (-0.55, 6.98, 2.33), 0, 0.23, cloth, roll=tilt)
    exit_sign((0.1, 17.6, 2.62), 0, 26, RED, glow=10)


def _litter(stuff: Palette, rng: np.random.Generator) -> None:
    def strewn(count: int, wide: float, far: float, height: float) -> np.ndarray:
        x = np.clip(rng.normal(0, wide, count), -1.35, 1.35)
        return np.stack([x, 0.8 + np.abs(rng.normal(0, far, count)), np.full(count, height)], 1)

    papers(list(strewn(75, 0.9, 7, 0.006)), stuff.paper, rng)
    school.rubble(strewn(160, 0.9, 8, 0.0), 0.10, rng)
    slabs = Boxes([stuff.ceiling])
    slabs.box((-0.85, 3.3, 0.04), (0.58, 0.5, 0.02), 0, (0.05, 0.08, 0.7))
    slabs.box((0.62, 4.9, 0.07), (0.58, 0.42, 0.02), 0, (0.14, 0.1, -0.3))
    slabs.box((-0.4, 12.2, 0.06), (0.58, 0.58, 0.02), 0, (0.1, -0.1, 0.4))
    slabs.show(bevel=0.006)


def _lights() -> None:
    # Beyond the doors at the end burns the red against which she runs.
    stage.area_lamp((0, _END + 1.6, 1.6), (0, 0, 1.0), 420, RED, 1.7)
    stage.spot_lamp((0.3, _END + 1.0, 2.5), (0, 7.0, 0.6), 3000, RED, 22, radius=0.2, blend=0.6)
    glow = Boxes([emission("beyond", (1.0, 0.12, 0.05), 1.6)])
    glow.box((0, _END + 2.2, 1.2), (3.0, 0.02, 2.6))
    glow.show()
    emergency((-_HALF + 0.09, 5.4, 2.42), (0.7, 6.2, 0.4), 170, RED)
    emergency((_HALF - 0.09, 14.3, 2.42), (-0.9, 14.0, 0), 150, RED)
    # Night through the open classroom door, cold across the floor.
    stage.area_lamp((-_HALF - 2.0, 7.2, 2.5), (0.4, 7.9, 0.0), 110, MOON, 0.8)
    stage.area_lamp((-0.2, -3.5, 2.6), (-0.6, 4, 0.5), 26, (0.5, 0.62, 0.9), 2)
