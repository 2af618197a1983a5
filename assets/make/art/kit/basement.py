"""The cellar in which the seal lies: its room, its broken floor, what is stored there. Metres, z is up."""

import math
from dataclasses import dataclass

import bpy
import numpy as np

from kit import rock
from kit.boxes import Boxes
from kit.material import surface
from kit.mesh import cone, grid_faces, mesh_object, place, tube
from kit.noise import fractal
from kit.seal import RADIUS

HALF, NEAR, FAR, HIGH = 5.2, -7.0, 6.2, 3.3
"""The room: half its width, where it begins and ends along y, its height."""


@dataclass(frozen=True)
class _Stuff:
    wall: bpy.types.Material
    concrete: bpy.types.Material
    earth: bpy.types.Material
    pipe: bpy.types.Material
    wood: bpy.types.Material
    card: bpy.types.Material
    black: bpy.types.Material


def cellar(rng: np.random.Generator, *, hole: float = 0.0) -> None:
    """Build the room about a seal at the origin; the floor is left out within `hole` of it."""
    stuff = _Stuff(
        wall=surface("wall", (0.15, 0.135, 0.12), 0.85, mottle=((0.04, 0.036, 0.034), 0.5), bump=(0.25, 4)),
        concrete=surface("concrete", (0.15, 0.14, 0.13), 0.7, mottle=((0.05, 0.045, 0.04), 0.7), bump=(0.3, 5)),
        earth=surface("earth", (0.085, 0.065, 0.048), 0.95, mottle=((0.03, 0.024, 0.02), 1.5), bump=(0.9, 8)),
        pipe=surface("pipe", (0.10, 0.07, 0.05), 0.45, metallic=0.7, mottle=((0.04, 0.02, 0.012), 3)),
        wood=surface("wood", (0.11, 0.07, 0.04), 0.7, mottle=((0.05, 0.03, 0.02), 3)),
        card=surface("card", (0.18, 0.125, 0.075), 0.9, mottle=((0.09, 0.06, 0.04), 4)),
        black=surface("black", (0.01, 0.01, 0.01), 0.8),
    )
    _floor(stuff, hole)
    _broken(stuff, rng)
    _walls(stuff)
    _plumbing(stuff)
    _store(stuff, rng)


def _floor(stuff: _Stuff, hole: float) -> None:
    """Concrete, broken away about the seal, earth under it."""
    columns, rows = 300, 380
    x, y = np.meshgrid(np.linspace(-HALF, HALF, columns), np.linspace(NEAR, FAR, rows), indexing="ij")
    flat = np.stack([x.ravel(), y.ravel(), np.zeros(x.size)], 1)
    away = np.hypot(x, y).ravel()
    edge = 2.75 + 0.55 * fractal(flat * 1.1, 4) + 0.25 * fractal(flat * 4, 3)
    dug = np.clip((edge - away) / 0.06, 0, 1)
    bank = 0.10 * np.clip((away - 2.05) / 0.7, 0, 1) ** 2
    z = dug * (0.05 * fractal(flat * 2.5, 5) + bank - 0.10) + (1 - dug) * 0.004 * fractal(flat * 3, 3)
    flat[:, 2] = np.where(away < RADIUS * 0.985, -0.12, z)
    faces = grid_faces(columns, rows)
    faces = faces[away[faces].mean(1) >= hole]
    bare = dug[faces].mean(1) > 0.5
    mesh_object("concrete", flat, faces[~bare], stuff.concrete)
    mesh_object("earth", flat, faces[bare], stuff.earth, smooth=True)


def _broken(stuff: _Stuff, rng: np.random.Generator) -> None:
    """Rubble around the hole in the concrete, and slabs that tilt into it."""
    count = 420
    angle = rng.uniform(0, 2 * math.pi, count)
    away = 2.12 + np.abs(rng.normal(0, 0.5, count))
    sizes = np.abs(rng.normal(0, 0.055, count)) + 0.015
    points = np.stack([away * np.cos(angle), away * np.sin(angle), 0.3 * sizes - 0.04], 1)
    clear = points[:, 1] > -4.2
    half = rng.uniform(size=count) < 0.6
    for material, chosen in ((stuff.concrete, clear & half), (stuff.earth, clear & ~half)):
        rock.scatter_rubble(rock.splinters(6, material, seed=1), points[chosen], sizes[chosen], rng)
    slabs = rock.splinters(6, stuff.concrete, seed=4)
    for k, turn in enumerate(np.linspace(0.4, 2 * math.pi, 9)):
        out = rng.uniform(2.75, 3.2)
        at = (out * math.cos(turn), out * math.sin(turn), 0.04)
        place(
            slabs[k % 6], at, (*rng.uniform(-0.3, 0.3, 2), turn), (rng.uniform(0.35, 0.6), rng.uniform(0.3, 0.5), 0.10)
        )


def _walls(stuff: _Stuff) -> None:
    walls = Boxes([stuff.wall, stuff.black])
    middle, deep = (NEAR + FAR) / 2, FAR - NEAR
    walls.box((0, FAR + 0.1, HIGH / 2), (2 * HALF, 0.2, HIGH))
    for side in (-1, 1):
        walls.box((side * (HALF + 0.1), middle, HIGH / 2), (0.2, deep, HIGH))
        for y in (1.6, 5.2):
            walls.box((side * 3.9, y, HIGH / 2), (0.42, 0.42, HIGH))
    walls.box((0, middle, HIGH + 0.1), (2 * HALF, deep, 0.2))
    for k in range(5):
        walls.box((0, -5 + k * 2.6, HIGH - 0.13), (2 * HALF, 0.3, 0.26))
    walls.show(bevel=0.015)


def _plumbing(stuff: _Stuff) -> None:
    for y, z, radius in ((5.6, 2.75, 0.09), (5.75, 2.5, 0.05), (5.2, 2.95, 0.06)):
        cone((-HALF, y, z), (HALF, y, z), radius, radius, stuff.pipe, sides=16)
    for x, radius in ((-4.7, 0.1), (-4.35, 0.06), (0.6, 0.05)):
        cone((x, 5.9, 0), (x, 5.9, HIGH), radius, radius, stuff.pipe, sides=16)
    x, y = -4.1, 4.3
    cone((x, y, 0), (x, y, 2.2), 0.72, 0.72, stuff.pipe, sides=40)
    cone((x, y, 2.2), (x, y, 2.5), 0.72, 0.25, stuff.pipe, sides=40)
    cone((x, y, 2.4), (x, y, HIGH), 0.14, 0.14, stuff.pipe, sides=16)
    for z in (0.3, 1.2, 2.0):
        turns = np.linspace(0, 2 * math.pi, 24)
        tube([(x + 0.74 * math.cos(a), y + 0.74 * math.sin(a), z) for a in turns], 0.025, stuff.black)


def _store(stuff: _Stuff, rng: np.random.Generator) -> None:
    """Shelves and boxes on the right, a bench on the left, and the foot of the stairs at the back."""
    things = Boxes([stuff.wood, stuff.card])
    for z in (0.3, 1.0, 1.7):
        things.box((4.6, 0.4, z), (0.6, 2.6, 0.05))
    for y in (-0.9, 1.7):
        for x in (4.35, 4.85):
            things.box((x, y, 1.1), (0.06, 0.06, 2.2))
    for k in range(16):
        size = (rng.uniform(0.25, 0.45), rng.uniform(0.2, 0.5), rng.uniform(0.2, 0.36))
        at = (4.6 + rng.normal(0, 0.05), rng.uniform(-0.7, 1.5), (0.3, 1.0, 1.7)[k % 3] + 0.03 + size[2] / 2)
        things.box(at, size, 1, (0, 0, rng.normal(0, 0.2)))
    for k in range(7):
        at = (rng.uniform(-3.2, -1.4), rng.uniform(4.8, 5.7), 0.22 + (k % 2) * 0.42)
        things.box(at, (rng.uniform(0.4, 0.6), rng.uniform(0.4, 0.6), 0.42), 1, (0, 0, rng.normal(0, 0.25)))
    things.box((-4.7, -1.2, 0.45), (0.5, 1.6, 0.06))
    for k in range(12):
        things.box((2.0 + k * 0.27, 5.4, 0.10 + k * 0.20), (0.29, 1.1, 0.07))
    for k in (0, 4, 8, 11):
        things.box((2.0 + k * 0.27, 4.88, 0.55 + k * 0.20), (0.05, 0.05, 0.95))
    things.box((3.5, 4.88, 2.1), (3.75, 0.06, 0.06), 0, (0, -0.637, 0))
    things.show(bevel=0.008)
