"""The living room: curtains shut on the morning, a couch with blankets. Text stands on the left."""

import math

from kit import daybreak, pace, room, stage
from kit.joinery import beam, box, pierced_wall
from kit.material import Color, emission, powder, surface
from kit.mesh import cone, tube

GOLD: Color = (1.0, 0.68, 0.38)
DUSK: Color = (0.45, 0.60, 1.0)

_BACK = 4.6
"""The y of the window wall."""


def scene() -> None:
    """Build the scene."""
    stage.clear((0.004, 0.005, 0.008))
    pace.hasten()
    _shell()
    _curtains()
    _couch()
    _furniture()
    _lights()
    stage.air((-4.4, -1.5, 0.0), (4.2, _BACK - 0.02, 2.6), 0.035, 0.35)
    stage.camera((-0.2, -0.6, 1.34), (0.60, 4, 1.06), 24)


def _shell() -> None:
    paper = surface("wallpaper", (0.23, 0.20, 0.165), 0.85, mottle=((0.19, 0.165, 0.14), 0.8))
    boards = surface("floorboards", (0.085, 0.05, 0.03), 0.38, mottle=((0.05, 0.03, 0.02), 1.2))
    white = surface("woodwork", (0.36, 0.33, 0.29), 0.55)
    ceiling = surface("ceiling", (0.32, 0.30, 0.27), 0.9)
    pierced_wall((-4.4, _BACK), (4.2, _BACK), (0, 2.62), 0.14, [(4.55, 7.45, 0.62, 2.34)], paper)
    pierced_wall((-4.4, -1.6), (-4.4, _BACK), (0, 2.62), 0.14, [(4.0, 5.0, 0.0, 2.1)], paper)
    box((4.2, -1.6, 0), (4.3, _BACK, 2.62), paper)
    box((-5.9, 1.4, 0), (-5.8, 5.0, 2.62), paper)
    box((-6, -1.6, 2.60), (4.4, _BACK + 0.1, 2.66), ceiling)
    for k in range(60):
        y = -1.6 + 0.11 * k
        box((-6, y, -0.03), (4.3, y + 0.106, 0.0), boards)
    box((-4.33, _BACK - 0.09, 0), (4.2, _BACK - 0.07, 0.14), white)
    box((-4.33, _BACK - 0.10, 2.50), (4.2, _BACK - 0.07, 2.60), white)
    for x in (0.10, 3.10):
        box((x - 0.05, _BACK - 0.10, 0.56), (x + 0.05, _BACK - 0.05, 2.40), white)
    box((0.02, _BACK - 0.10, 2.34), (3.18, _BACK - 0.05, 2.44), white)
    box((0.02, _BACK - 0.14, 0.54), (3.18, _BACK - 0.04, 0.60), white)
    for x in (0.88, 2.33):
        beam((x, _BACK + 0.02, 0.62), (x, _BACK + 0.02, 2.34), 0.05, 0.05, white)
    beam((0.15, _BACK + 0.02, 1.62), (3.05, _BACK + 0.02, 1.62), 0.05, 0.04, white)


def _curtains() -> None:
    cloth = powder("curtain", (0.0095, 0.0062, 0.0056))
    room.curtain(0.19, 1.50, _BACK - 0.13, 0.36, 2.31, cloth, seed=1)
    room.curtain(1.60, 2.96, _BACK - 0.15, 0.36, 2.31, cloth, seed=2)
    rod = surface("rod", (0.10, 0.07, 0.04), 0.4)
    beam((-0.1, _BACK - 0.14, 2.335), (3.3, _BACK - 0.14, 2.335), 0.03, 0.03, rod)
    for x in (-0.1, 3.3):
        cone((x, _BACK - 0.14, 2.305), (x + 0.001, _BACK - 0.14, 2.365), 0.04, 0.02, rod)


def _couch() -> None:
    sofa = surface("upholstery", (0.10, 0.085, 0.062), 0.9, mottle=((0.075, 0.062, 0.046), 5), bump=(0.1, 60))
    rust = surface("red blanket", (0.22, 0.055, 0.040), 0.95, bump=(0.2, 50))
    oat = surface("pale blanket", (0.44, 0.36, 0.26), 0.95, bump=(0.2, 50))
    pillow = surface("pillow", (0.42, 0.39, 0.34), 0.9)
    front = 2.95
    room.couch(0.15, 2.55, front, sofa)
    seat = [
        (front + 0.64, 0.56),
        (front + 0.5, 0.50),
        (front + 0.05, 0.50),
        (front - 0.045, 0.44),
        (front - 0.075, 0.10),
    ]
    room.throw(
        [(front + 0.98, 0.55), (front + 0.95, 0.86), (front + 0.72, 0.92), *seat],
        1.15,
        2.10,
        rust,
        skew=-0.22,
        folds=0.045,
        seed=2,
    )
    heap = [
        (front + 0.60, 0.52),
        (front + 0.48, 0.62),
        (front + 0.25, 0.60),
        (front + 0.02, 0.53),
        (front - 0.07, 0.42),
        (front - 0.11, 0.22),
    ]
    room.throw(heap, 0.62, 1.45, oat, skew=0.16, folds=0.075, seed=5)
    cushion = box((0.42, front + 0.16, 0.47), (0.92, front + 0.54, 0.62), pillow, bevel=0.07)
    cushion.rotation_euler = (0.10, 0.16, 0.25)


def _furniture() -> None:
    wood = surface("table", (0.07, 0.038, 0.022), 0.30, mottle=((0.045, 0.024, 0.015), 3))
    dark = surface("dark wood", (0.045, 0.027, 0.018), 0.45)
    china = surface("china", (0.42, 0.38, 0.32), 0.25)
    steel = surface("steel", (0.3, 0.3, 0.3), 0.3, metallic=1.0)
    room.table(1.15, 1.85, (1.25, 0.62, 0.42), wood)
    for x, y in ((0.82, 1.75), (1.02, 1.98), (1.55, 1.88)):
        cone((x, y, 0.42), (x, y, 0.515), 0.038, 0.042, china, sides=24)
    cone((1.30, 1.72, 0.445), (1.52, 1.66, 0.445), 0.022, 0.022, steel)
    cone((1.30, 1.72, 0.445), (1.25, 1.735, 0.445), 0.022, 0.036, steel)
    tin = surface("tin", (0.34, 0.31, 0.28), 0.4)
    box((0.60, 1.86, 0.42), (0.80, 2.02, 0.50), tin, bevel=0.01)
    rug = surface("rug", (0.11, 0.045, 0.040), 0.95, mottle=((0.06, 0.045, 0.05), 2.0), bump=(0.3, 40))
    box((-0.35, 0.75, 0.0), (2.85, 2.75, 0.012), rug)
    coil = [
        (
            0.06 + (0.17 + 0.002 * k) * math.cos(k * 0.42),
            2.30 + (0.17 + 0.002 * k) * math.sin(k * 0.42),
            0.03 + 0.0011 * k,
        )
        for k in range(70)
    ]
    tube([*coil, (-0.3, 2.2, 0.03), (-0.45, 1.9, 0.03)], 0.010, surface("cord", (0.62, 0.24, 0.07), 0.6))
    room.standing_lamp(3.05, 3.95)
    room.bookcase(-2.55, _BACK - 0.36, (1.25, 0.28, 2.0), dark, seed=3)
    room.picture(-0.62, _BACK - 0.07, 1.62, (0.52, 0.66), dark)
    room.picture(3.55, _BACK - 0.07, 1.60, (0.44, 0.56), dark)
    chair = surface("armchair", (0.05, 0.042, 0.036), 0.9)
    box((3.05, 0.55, 0.10), (3.95, 1.5, 0.44), chair, bevel=0.08)
    box((3.72, 0.5, 0.10), (4.0, 1.55, 1.0), chair, bevel=0.09)
    for y in (0.42, 1.42):
        box((3.0, y, 0.10), (3.95, y + 0.2, 0.62), chair, bevel=0.08)


def _lights() -> None:
    sun = daybreak.towards(12.0, 26.0)
    daybreak.sun(sun, 48.0, GOLD, size=0.8)
    morning = box((-1.5, _BACK + 1.6, -0.5), (4.5, _BACK + 1.7, 3.6), emission("morning", GOLD, 7.0))
    morning.visible_shadow = False  # the sun lamp shines through it
    stage.area_lamp((1.5, _BACK + 0.8, 1.7), (1.5, _BACK, 1.5), 260, GOLD, 2.2)
    stage.area_lamp((-5.2, 3.0, 2.2), (-3.6, 2.6, 0.6), 60, DUSK, 0.8)
    stage.point_lamp((1.3, 2.3, 2.3), 9, GOLD, 0.4)
    stage.area_lamp((0.4, -1.3, 2.4), (1.0, 2.5, 0.5), 40, DUSK, 1.6)
