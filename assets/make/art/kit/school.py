"""Parts of a school after a battle: tiled floors, hung ceilings, lockers. Metres, z is up."""

import math
from dataclasses import dataclass

import bpy
import numpy as np

from kit import rock
from kit.boxes import Boxes
from kit.material import surface
from kit.mesh import tube

LOCKER_WIDTH, LOCKER_HEIGHT, LOCKER_DEPTH = 0.34, 1.86, 0.34


@dataclass(frozen=True)
class Palette:
    """What the school is made of."""

    wall: bpy.types.Material
    band: bpy.types.Material
    ceiling: bpy.types.Material
    grid: bpy.types.Material
    dark: bpy.types.Material
    steel: bpy.types.Material
    paper: bpy.types.Material
    wood: bpy.types.Material
    tiles: tuple[bpy.types.Material, bpy.types.Material]
    locker: bpy.types.Material


def palette() -> Palette:
    """The school's materials, all of them under ash."""
    return Palette(
        wall=surface("wall", (0.23, 0.21, 0.17), 0.8, mottle=((0.08, 0.07, 0.06), 0.9), bump=(0.12, 6)),
        band=surface("band", (0.07, 0.02, 0.02), 0.6, mottle=((0.03, 0.012, 0.012), 2.0)),
        ceiling=surface("ceiling", (0.20, 0.19, 0.17), 0.95, mottle=((0.07, 0.06, 0.05), 0.8), bump=(0.25, 30)),
        grid=surface("grid", (0.13, 0.13, 0.12), 0.5, metallic=0.4),
        dark=surface("dark", (0.006, 0.007, 0.008), 0.9),
        steel=surface("steel", (0.35, 0.35, 0.34), 0.3, metallic=1.0),
        paper=surface("paper", (0.50, 0.47, 0.41), 0.8, mottle=((0.30, 0.27, 0.22), 5.0)),
        wood=surface("wood", (0.10, 0.055, 0.03), 0.5, mottle=((0.05, 0.025, 0.014), 3.0)),
        tiles=(
            surface("pale tile", (0.19, 0.18, 0.155), 0.20, mottle=((0.085, 0.08, 0.07), 1.1), bump=(0.02, 14)),
            surface("dark tile", (0.045, 0.048, 0.048), 0.20, mottle=((0.02, 0.021, 0.021), 1.1), bump=(0.02, 14)),
        ),
        locker=surface(
            "locker", (0.055, 0.115, 0.125), 0.42, metallic=0.3, mottle=((0.024, 0.05, 0.055), 1.6), bump=(0.03, 5)
        ),
    )


def tiled_floor(
    stuff: Palette,
    low: tuple[float, float],
    high: tuple[float, float],
    rng: np.random.Generator,
    *,
    lost: float = 0.012,
) -> None:
    """Chequered tiles from `low` to `high` (x, y), none of them quite level, the share `lost` missing."""
    side = 0.305
    floor = Boxes([*stuff.tiles, stuff.dark])
    for i in range(round((high[0] - low[0]) / side)):
        for j in range(round((high[1] - low[1]) / side)):
            if rng.uniform() < lost:
                continue
            centre = (low[0] + (i + 0.5) * side, low[1] + (j + 0.5) * side, -0.01 - 0.003 * rng.uniform())
            floor.box(centre, (side - 0.003, side - 0.003, 0.02), (i + j) % 2, (*rng.normal(0, 0.0016, 2), 0))
    middle = ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2, -0.035)
    floor.box(middle, (high[0] - low[0] + 0.5, high[1] - low[1], 0.02), 2)
    floor.show()


def hung_ceiling(
    stuff: Palette, low: tuple[float, float], high: tuple[float, float], height: float, rng: np.random.Generator
) -> None:
    """Panels in a grid at `height`: some gone, some hanging, with the dark void and loose wires over them."""
    side = 0.61
    panels = Boxes([stuff.ceiling, stuff.grid, stuff.dark])
    for i in range(math.ceil((high[0] - low[0]) / side)):
        for j in range(math.ceil((high[1] - low[1]) / side)):
            x, y = low[0] + (i + 0.5) * side, low[1] + (j + 0.5) * side
            panels.box((x, y - side / 2, height), (side, 0.025, 0.02), 1)
            panels.box((x - side / 2, y, height), (0.025, side, 0.02), 1)
            fate = rng.uniform()
            if fate < 0.14:
                continue
            if fate < 0.20:
                tilt = (rng.uniform(0.3, 0.6), rng.uniform(-0.2, 0.2), 0)
                panels.box((x, y + 0.1, height - 0.16), (side - 0.03, side - 0.03, 0.018), 0, tilt)
                continue
            panels.box((x, y, height + 0.02), (side - 0.02, side - 0.02, 0.02), 0)
    middle = ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2)
    panels.box((*middle, height + 0.55), (high[0] - low[0] + 0.8, high[1] - low[1], 0.02), 2)
    panels.show()
    for _ in range(16):
        x, y = rng.uniform(low[0] + 0.4, high[0] - 0.4), rng.uniform(low[1] + 1, high[1] - 1)
        drop = rng.uniform(0.25, 0.9)
        a, b = rng.uniform(-0.3, 0.3, 2)
        points = (
            (x, y, height + 0.3),
            (x + 0.05, y, height - drop * 0.4),
            (x + a, y + 0.1, height - drop),
            (x + b, y + 0.15, height - drop * 0.75),
        )
        tube(points, 0.007, stuff.dark)


def lockers(
    stuff: Palette,
    side: int,
    wall: float,
    along: tuple[float, float],
    rng: np.random.Generator,
    *,
    gaps: tuple[tuple[float, float], ...] = (),
    open_share: float = 0.10,
) -> None:
    """A row of lockers against the wall at x = `side` * `wall`, from y = `along[0]` to `along[1]`, but for `gaps`."""
    row = Boxes([stuff.locker, stuff.dark, stuff.steel, stuff.paper])
    y = along[0]
    while y < along[1]:
        if not any(a < y < b for a, b in gaps):
            opened = rng.uniform(0.5, 1.7) if rng.uniform() < open_share else 0.0
            _locker(row, side, wall, y, opened or rng.normal(0, 0.012), rng, hollow=opened > 0)
        y += LOCKER_WIDTH
    row.show(bevel=0.004)


def _locker(
    row: Boxes, side: int, wall: float, y: float, angle: float, rng: np.random.Generator, *, hollow: bool
) -> None:
    back, front = side * wall, side * (wall - LOCKER_DEPTH)
    middle = (back + front) / 2
    row.box((middle, y, 0.06), (LOCKER_DEPTH, LOCKER_WIDTH, 0.12), 1)
    body = (LOCKER_DEPTH - 0.02, LOCKER_WIDTH - 0.004, LOCKER_HEIGHT)
    row.box((middle + side * 0.01, y, 0.12 + LOCKER_HEIGHT / 2), body, 1 if hollow else 0)
    row.box((middle, y, 0.132 + LOCKER_HEIGHT), (LOCKER_DEPTH + 0.02, LOCKER_WIDTH, 0.024), 0)
    if hollow:
        for k in range(3):
            row.box((front, y + rng.normal(0, 0.05), 0.5 + 0.35 * k), (0.02, 0.2, 0.24), 3, (rng.normal(0, 0.2), 0, 0))
    hinge = y - LOCKER_WIDTH / 2 + 0.012
    c, s = math.cos(angle), math.sin(angle)
    wide = LOCKER_WIDTH - 0.024

    def fix(out: float, across: float, z: float, size: tuple[float, float, float], slot: int) -> None:
        """A piece of the door: `out` from its face, `across` from its hinge."""
        x = front - side * (out * c + across * s)
        row.box((x, hinge + across * c - out * s, z), size, slot, (0, 0, side * angle))

    fix(0.008, wide / 2, 0.12 + LOCKER_HEIGHT / 2, (0.016, wide, LOCKER_HEIGHT - 0.03), 0)
    for k in range(6):
        fix(0.018, wide / 2, 0.12 + LOCKER_HEIGHT - 0.18 - k * 0.045, (0.006, wide * 0.55, 0.014), 1)
    for k in range(4):
        fix(0.018, wide / 2, 0.32 + k * 0.045, (0.006, wide * 0.55, 0.014), 1)
    fix(0.028, wide * 0.82, 1.05, (0.03, 0.03, 0.13), 2)


def rubble(centres: np.ndarray, size: float, rng: np.random.Generator) -> None:
    """Bits of plaster at `centres` (n, 3), few of them larger than `size`."""
    plaster = surface("plaster", (0.20, 0.185, 0.165), 0.95, mottle=((0.09, 0.08, 0.07), 3.0))
    sizes = np.abs(rng.normal(0, 0.5 * size, len(centres))) + 0.015
    lying = centres + np.outer(sizes, (0, 0, 0.3))
    rock.scatter_rubble(rock.splinters(7, plaster, seed=6), lying, sizes, rng)
