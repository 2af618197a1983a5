"""A store of cables and screens, a cord reel in the beam of a flashlight. Text stands on the right."""

import math

import numpy as np
from kit import equipment, school, stage
from kit.boxes import Boxes
from kit.lamps import MOON, RED
from kit.material import surface
from kit.mesh import cone, mesh_object, tube
from kit.school import Palette

_LEFT, _RIGHT, _NEAR, _FAR, _HIGH = -1.9, 2.3, -2.6, 2.6, 2.75
BEAM = (0.86, 0.93, 1.0)
_REEL = (-0.42, 0.86, 0.0)


def scene() -> None:
    """Build the scene."""
    rng = np.random.default_rng(17)
    stage.clear((0.0007, 0.0009, 0.0015))
    stuff = school.palette()
    walls = Boxes([stuff.wall, stuff.band])
    deep, middle = _FAR - _NEAR, (_NEAR + _FAR) / 2
    walls.box((_LEFT - 0.1, middle, 1.6), (0.2, deep, 3.2))
    walls.box((_RIGHT + 0.1, middle, 1.6), (0.2, deep, 3.2))
    walls.box(((_LEFT + _RIGHT) / 2, _FAR + 0.1, 1.6), (_RIGHT - _LEFT, 0.2, 3.2))
    walls.show()
    school.tiled_floor(stuff, (_LEFT, _NEAR), (_RIGHT, _FAR), rng)
    school.hung_ceiling(stuff, (_LEFT, _NEAR), (_RIGHT, _FAR), _HIGH, rng)
    black = surface("cable", (0.016, 0.016, 0.018), 0.55)
    _shelves(stuff, black, rng)
    _hooks(black, rng)
    _screens(stuff, black)
    _reel()
    spots = np.stack([rng.uniform(-1.6, 1.9, 60), rng.uniform(-1.2, 2.2, 60), np.zeros(60)], 1)
    school.rubble(spots, 0.06, rng)
    stage.spot_lamp((0.75, -2.5, 1.55), (-0.46, 0.82, 0.34), 340, BEAM, 25, radius=0.03, blend=0.35)
    stage.spot_lamp((0.75, -2.5, 1.55), (-0.45, 0.86, 0.55), 70, BEAM, 60, radius=0.05, blend=1.0)
    stage.area_lamp((-1.6, -2.3, 2.3), (-1.3, 1.4, 1.0), 26, RED, 0.5)
    stage.area_lamp((1.9, -1.0, 2.6), (1.0, 1.6, 0.8), 3, MOON, 1.0)
    stage.air((_LEFT, _NEAR, 0), (_RIGHT, _FAR, 3.2), 0.026, 0.5)
    stage.camera((0.28, -2.5, 1.42), (0.30, 1.6, 0.74), 24)


def _shelves(stuff: Palette, black: object, rng: np.random.Generator) -> None:
    """Steel shelves along the left wall and half of the far one, full of machines."""
    racks = Boxes([stuff.steel, stuff.wood])
    shell = surface("beige", (0.21, 0.19, 0.155), 0.6, mottle=((0.13, 0.115, 0.09), 3))
    dark = surface("shell", (0.022, 0.022, 0.024), 0.45)
    glass = surface("glass", (0.006, 0.008, 0.009), 0.06)
    for z in (0.12, 0.82, 1.52, 2.12):
        racks.box((-1.62, 0.85, z), (0.52, 3.3, 0.035))
        racks.box((-0.32, 2.34, z), (2.1, 0.48, 0.035))
    for x, y in ((-1.38, -0.78), (-1.86, -0.78), (-1.38, 2.05), (0.72, 2.12), (0.72, 2.56), (-0.32, 2.12)):
        racks.box((x, y, 1.1), (0.04, 0.04, 2.2))
    things = Boxes([shell, dark, stuff.steel])
    for k in range(22):
        z = (0.14, 0.84, 1.54)[k % 3]
        size = (rng.uniform(0.3, 0.42), rng.uniform(0.26, 0.4), rng.uniform(0.08, 0.16))
        if k % 2:
            things.box((-1.62, rng.uniform(-0.6, 0.4), z + size[2] / 2), size, k % 2, (0, 0, rng.normal(0, 0.15)))
        else:
            at = (rng.uniform(0.0, 0.6), 2.34, z + size[2] / 2)
            things.box(at, size, int(rng.uniform() < 0.6), (0, 0, rng.normal(0, 0.15)))
    # A slide projector.
    things.box((-1.5, -0.45, 1.66), (0.34, 0.26, 0.14), 1)
    things.show(bevel=0.012)
    cone((-1.33, -0.45, 1.66), (-1.22, -0.45, 1.66), 0.05, 0.055, stuff.steel, sides=20)
    racks.show(bevel=0.004)
    for y, z, size, turn in (
        (0.95, 0.84, 0.56, 1.25),
        (1.62, 0.84, 0.48, 1.0),
        (0.9, 0.14, 0.6, 1.4),
        (1.55, 1.54, 0.44, 1.1),
    ):
        equipment.television((-1.58, y, z), turn, size, shell=dark, glass=glass)
    for x, z, size, turn in ((-0.85, 0.84, 0.52, 0.15), (-0.28, 1.54, 0.46, -0.1), (-0.9, 1.54, 0.44, 0.2)):
        equipment.television((x, 2.30, z), turn, size, shell=shell if z > 1 else dark, glass=glass)
    for _ in range(9):
        y, z = rng.uniform(-0.6, 2.0), rng.choice((0.82, 1.52, 2.12))
        drop = rng.uniform(0.2, 0.55)
        path = [
            (-1.45, y, z + 0.1),
            (-1.34, y + 0.05, z),
            (-1.31, y + 0.1, z - drop),
            (-1.30, y + 0.3, z - 0.6 * drop),
            (-1.36, y + 0.4, z + 0.05),
        ]
        tube(path, 0.006, black)


def _hooks(black: object, rng: np.random.Generator) -> None:
    """Coils on the far wall's hooks and on the floor."""
    for k, (x, z) in enumerate(((1.02, 1.85), (1.34, 1.72), (1.66, 1.88), (1.98, 1.70), (1.2, 1.12), (1.62, 1.18))):
        cone((x, _FAR, z + 0.2), (x, _FAR - 0.14, z + 0.22), 0.012, 0.012, black, sides=8)
        equipment.coil((x, _FAR - 0.08, z), 0.15 + 0.02 * (k % 3), 6 + k % 3, black, rng, upright=True)
    for x, y, radius in ((0.55, 1.62, 0.22), (0.9, 1.2, 0.19), (-1.0, -0.6, 0.2)):
        equipment.coil((x, y, 0.01), radius, 6, black, rng, upright=False)


def _screens(stuff: Palette, black: object) -> None:
    """A screen on a tripod, pulled up a little crooked, and a cart with a television strapped to it."""
    white = surface("screen", (0.46, 0.46, 0.44), 0.7, mottle=((0.36, 0.35, 0.33), 1.2))
    sheet = [(1.02, 2.02, 0.88), (2.02, 1.72, 0.84), (2.00, 1.72, 2.22), (1.00, 2.02, 2.28)]
    mesh_object("screen", sheet, [(0, 1, 2, 3)], white)
    cone((1.00, 2.01, 0.86), (2.04, 1.70, 0.82), 0.035, 0.035, black)
    cone((1.00, 2.01, 2.29), (2.02, 1.71, 2.23), 0.016, 0.016, black)
    cone((1.52, 1.90, 0.1), (1.51, 1.90, 2.35), 0.016, 0.016, stuff.steel)
    for a in (0.3, 2.4, 4.5):
        cone((1.52, 1.90, 0.5), (1.52 + 0.4 * math.cos(a), 1.9 + 0.4 * math.sin(a), 0.0), 0.012, 0.012, stuff.steel)
    cart = Boxes([stuff.steel])
    for z in (0.12, 0.55, 1.0):
        cart.box((1.55, 0.55, z), (0.66, 0.5, 0.03), 0, (0, 0, -0.5))
    for x, y in ((-0.31, -0.22), (0.31, -0.22), (-0.31, 0.22), (0.31, 0.22)):
        c, s = math.cos(-0.5), math.sin(-0.5)
        cart.box((1.55 + x * c - y * s, 0.55 + x * s + y * c, 0.54), (0.035, 0.035, 1.05), 0, (0, 0, -0.5))
    cart.show(bevel=0.006)
    dark = surface("cart shell", (0.022, 0.022, 0.024), 0.4)
    equipment.television(
        (1.55, 0.58, 1.02), -0.5, 0.66, shell=dark, glass=surface("cart glass", (0.006, 0.008, 0.009), 0.06)
    )


def _reel() -> None:
    cord = surface("cord", (0.50, 0.155, 0.022), 0.45)
    x, y, _ = _REEL
    trail = [
        (x + 0.10, y - 0.34, 0.22),
        (x + 0.14, y - 0.55, 0.014),
        (x + 0.45, y - 0.80, 0.012),
        (x + 0.30, y - 1.15, 0.012),
        (x - 0.15, y - 1.05, 0.012),
        (x - 0.25, y - 0.75, 0.020),
        (x + 0.05, y - 0.62, 0.026),
        (x + 0.55, y - 0.95, 0.012),
        (x + 0.75, y - 1.5, 0.012),
        (x + 0.6, y - 2.2, 0.012),
    ]
    equipment.cord_reel(_REEL, 0.62, cord, trail)
