"""A Californian suburb: low houses, parked cars, poles and their wires. Lengths are metres."""

import itertools
import math
from collections.abc import Sequence

import bpy
import numpy as np
from mathutils import Vector

from kit.material import Color, emission, surface
from kit.mesh import Point, cone, tube
from kit.works import Works

_STUCCO: tuple[Color, ...] = ((0.42, 0.36, 0.28), (0.36, 0.30, 0.26), (0.30, 0.32, 0.33), (0.44, 0.34, 0.26))
_ROOFS: tuple[Color, ...] = ((0.14, 0.065, 0.045), (0.07, 0.062, 0.06), (0.11, 0.075, 0.055))
_PAINTS: tuple[Color, ...] = ((0.20, 0.04, 0.035), (0.10, 0.14, 0.18), (0.30, 0.29, 0.27), (0.035, 0.06, 0.05))


def glass() -> bpy.types.Material:
    """A window pane with a dark room behind it."""
    return surface("pane", (0.012, 0.015, 0.020), 0.06)


def house(x: float, y: float, turn: float, *, seed: int = 0, storeys: int = 1, lit: bool = False) -> None:
    """A house that faces -y before it is turned: a gabled body, a wing with the garage, windows and a porch step."""
    rng = np.random.default_rng(seed)
    wall = surface("stucco", _STUCCO[seed % 4], 0.9, bump=(0.12, 30))
    tiles = surface("tiles", _ROOFS[seed % 3], 0.85, bump=(0.35, 7))
    trim = surface("trim", (0.50, 0.46, 0.40), 0.7)
    door = surface("door", (0.10, 0.05, 0.035), 0.5)
    window = emission("lamp in a window", (1.0, 0.62, 0.28), 1.2) if lit else glass()
    works = Works(wall, tiles, trim, door, window)
    wide, deep, high = rng.uniform(11, 13.5), rng.uniform(7.5, 9), 2.9 * storeys
    _body(works, (0, 0), (wide, deep, high), 1.9)
    side = 1 if seed % 2 else -1
    gx = side * (wide / 2 - 2.6)
    _wing(works, (gx, -deep / 2 - 1.6), (5.6, 3.4, 2.8), 1.35)
    works.box((gx, -deep / 2 - 3.32, 1.15), (4.4, 0.06, 2.3), 2)
    for k in range(4):
        works.box((gx, -deep / 2 - 3.36, 0.32 + 0.56 * k), (4.3, 0.03, 0.03), 0)
    front = -deep / 2
    for storey in range(storeys):
        z = 1.55 + 2.9 * storey
        for wx in (-side * (wide / 2 - 2.0), -side * 0.6) if storey == 0 else (-3.6, 0.0, 3.6):
            _window(works, (wx, front, z), (1.9 if storey == 0 else 1.3, 1.25))
    works.box((-side * 2.55, front - 0.03, 1.05), (0.95, 0.08, 2.1), 3)
    works.box((-side * 2.55, front - 0.6, 0.09), (2.0, 1.2, 0.18), 2)
    works.box((wide * 0.2, 0.8, high + 1.7), (0.7, 0.6, 1.7), 0)
    works.finish((x, y, 0), turn)


def _body(works: Works, at: tuple[float, float], size: Sequence[float], rise: float) -> None:
    """Walls under a gable roof, its ridge along x."""
    (x, y), (w, d, h) = at, size
    works.box((x, y, h / 2), size, 0)
    works.mesh(
        [(x + s * w / 2, y + t * d / 2, h) for s in (-1, 1) for t in (-1, 1)]
        + [(x - w / 2, y, h + rise), (x + w / 2, y, h + rise)],
        [(0, 1, 4), (2, 3, 5)],
        0,
    )
    eave, over, thick = 0.55, 0.4, 0.12
    for t in (-1, 1):
        low = h - rise * eave / (d / 2)
        a = [(x + s * (w / 2 + over), y + t * (d / 2 + eave), low) for s in (-1, 1)]
        b = [(x + s * (w / 2 + over), y, h + rise) for s in (1, -1)]
        top = [Vector(p) + Vector((0, 0, thick)) for p in a + b]
        works.loft([a + b, top], 1)


def _wing(works: Works, at: tuple[float, float], size: Sequence[float], rise: float) -> None:
    """Walls under a gable roof, its ridge along y, its gable to the street."""
    (x, y), (w, d, h) = at, size
    works.box((x, y, h / 2), size, 0)
    works.face([(x - w / 2, y - d / 2, h), (x + w / 2, y - d / 2, h), (x, y - d / 2, h + rise)], 0)
    for s in (-1, 1):
        low = h - rise * 0.5 / (w / 2)
        a = [(x + s * (w / 2 + 0.5), y + t, low) for t in (-d / 2 - 0.45, d / 2 + 2.4)]
        b = [(x, y + t, h + rise) for t in (d / 2 + 2.4, -d / 2 - 0.45)]
        works.loft([a + b, [Vector(p) + Vector((0, 0, 0.12)) for p in a + b]], 1)


def _window(works: Works, at: Sequence[float], size: tuple[float, float]) -> None:
    x, y, z = at
    w, h = size
    works.box((x, y - 0.02, z), (w, 0.05, h), 4)
    for s in (-1, 1):
        works.box((x + s * w / 2, y - 0.04, z), (0.09, 0.10, h + 0.18), 2)
        works.box((x, y - 0.04, z + s * h / 2), (w + 0.18, 0.10, 0.09), 2)
    works.box((x, y - 0.05, z), (0.05, 0.06, h), 2)


def car(x: float, y: float, turn: float, *, seed: int = 0, door_open: bool = False, ground: float = 0.0) -> None:
    """A saloon car that heads to -y before it is turned; `door_open` leaves the driver's door wide."""
    paint = surface("paint", _PAINTS[seed % 4], 0.30)
    black = surface("tyre", (0.012, 0.012, 0.012), 0.85)
    chrome = surface("chrome", (0.5, 0.5, 0.5), 0.25, metallic=1.0)
    lamp = surface("tail lamp", (0.25, 0.02, 0.015), 0.2)
    works = Works(paint, glass(), black, chrome, lamp)
    profile = [
        (-2.30, 0.42),
        (-2.34, 0.66),
        (-2.15, 0.80),
        (-0.95, 0.92),
        (1.35, 0.96),
        (2.22, 0.90),
        (2.34, 0.70),
        (2.30, 0.40),
        (1.75, 0.26),
        (-1.75, 0.26),
    ]
    works.loft(
        [[(s * wide, py, pz) for py, pz in profile] for s, wide in ((-1, 0.82), (-1, 0.88), (1, 0.88), (1, 0.82))], 0
    )
    cabin = [(-0.98, 0.90), (-0.30, 1.38), (0.98, 1.40), (1.72, 0.94)]
    works.loft([[(s * (0.80 - 0.30 * (pz - 0.9)), py, pz) for py, pz in cabin] for s in (-1, 1)], 1)
    works.loft(
        [
            [(s * 0.665, py, pz) for py, pz in ((-0.34, 1.36), (-0.28, 1.42), (0.98, 1.44), (1.06, 1.38))]
            for s in (-1, 1)
        ],
        0,
    )
    for s in (-1, 1):
        for py, pz in ((0.34, 0.92), (-0.96, 0.90), (1.70, 0.94)):
            top = {0.34: 0.34, -0.96: -0.30, 1.70: 0.98}[py]
            works.rod((s * 0.80, py, pz), (s * 0.665, top, 1.40), 0.035, 0)
        for py in (-1.42, 1.42):
            works.rod((s * 0.68, py, 0.32), (s * 0.90, py, 0.32), 0.32, 2, sides=20)
            works.rod((s * 0.895, py, 0.32), (s * 0.905, py, 0.32), 0.18, 3, sides=14)
        works.box((s * 0.62, 2.33, 0.72), (0.34, 0.06, 0.14), 4)
        works.box((s * 0.62, -2.34, 0.66), (0.30, 0.06, 0.14), 3)
        works.box((s * 0.98, -0.72, 0.98), (0.18, 0.10, 0.12), 0)
    for py in (-2.36, 2.36):
        works.box((0, py, 0.48), (1.66, 0.10, 0.14), 3)
    if door_open:
        works.box((1.25, -0.45, 0.66), (0.07, 1.1, 0.66), 0, turn=(0, 0, 58))
        works.box((1.22, -0.40, 1.16), (0.04, 0.85, 0.36), 1, turn=(0, 0, 58))
    works.finish((x, y, ground), turn, bevel=0.05)


def pole(x: float, y: float, *, height: float = 9.5, turn: float = 0.0) -> list[Vector]:
    """A wooden pole with two crossarms across y before it is turned; returns the places of its insulators."""
    wood = surface("pole", (0.07, 0.055, 0.045), 0.9, bump=(0.5, 12))
    works = Works(wood, surface("can", (0.18, 0.18, 0.18), 0.6))
    works.rod((0, 0, -0.3), (0, 0, height), 0.15, 0)
    for z, half in ((height - 0.5, 1.2), (height - 1.4, 0.9)):
        works.box((0, 0.1, z), (2 * half, 0.1, 0.13), 0)
        for s in (-1, 1):
            for share in (0.95, 0.45):
                works.rod((s * half * share, 0.1, z), (s * half * share, 0.1, z + 0.2), 0.045, 1)
    works.rod((0.3, -0.1, height - 2.9), (0.3, -0.1, height - 2.0), 0.24, 1, sides=14)
    works.finish((x, y, 0), turn)
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    ends = [
        (i * half * share, z + 0.2)
        for z, half in ((height - 0.5, 1.2), (height - 1.4, 0.9))
        for i in (-1, 1)
        for share in (0.95, 0.45)
    ]
    return [Vector((x + c * across, y + s * across, z)) for across, z in ends]


def wires(poles: Sequence[Sequence[Point]], *, sag: float = 0.9, radius: float = 0.014) -> None:
    """Wires that hang from pole to pole."""
    black = surface("wire", (0.01, 0.01, 0.01), 0.8)
    for first, second in itertools.pairwise(poles):
        for a, b in zip(first, second, strict=True):
            hang(a, b, sag, radius, black)


def hang(a: Point, b: Point, sag: float, radius: float, material: bpy.types.Material) -> None:
    """One wire from `a` to `b`, `sag` metres low at its middle."""
    t = np.linspace(0, 1, 13)[:, None]
    path = np.array(a) * (1 - t) + np.array(b) * t - (0, 0, 1) * (4 * sag * t * (1 - t))
    tube(list(path), radius, material)


def street_lamp(x: float, y: float, *, side: float) -> None:
    """A lamp standard, its arm reaching to `side` (-1 or 1 along x), unlit."""
    steel = surface("standard", (0.16, 0.17, 0.17), 0.5)
    tube([(x, y, 0), (x, y, 5.5), (x, y, 7.2), (x + side * 0.5, y, 7.6), (x + side * 2.0, y, 7.7)], 0.07, steel)
    cone((x + side * 1.8, y, 7.66), (x + side * 2.5, y, 7.62), 0.10, 0.14, steel)


def ridge(distance: float, height: float, material: bpy.types.Material, *, seed: int, span: float = 2.0) -> None:
    """A range of hills `distance` metres along +y."""
    t = np.linspace(-1, 1, 160)
    x = t * distance * span / 2
    rng = np.random.default_rng(seed)
    wave = sum(rng.uniform(0.3, 1) / (k + 1) * np.sin(t * (2.3 * k + 3) + rng.uniform(0, 6)) for k in range(9))
    top = height * (0.62 + 0.30 * wave)
    works = Works(material)
    for k in range(len(t) - 1):
        works.face(
            [
                (x[k], distance, -20),
                (x[k + 1], distance, -20),
                (x[k + 1], distance, top[k + 1]),
                (x[k], distance, top[k]),
            ]
        )
    works.finish()
