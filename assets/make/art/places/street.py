"""An empty street at dawn: houses, cars left where they stood, wires. Text stands on the right."""

import numpy as np
from kit import daybreak, pace, plants, stage, town, trees
from kit.material import Color, surface
from kit.works import Works

GOLD: Color = (1.0, 0.66, 0.36)
SUN = daybreak.towards(-9.5, 5.0)


def scene() -> None:
    """Build the scene."""
    rng = np.random.default_rng(17)
    stage.clear()
    pace.hasten()
    daybreak.sky(
        [
            (0.0, (0.62, 0.36, 0.26)),
            (0.06, (0.52, 0.33, 0.30)),
            (0.18, (0.27, 0.27, 0.38)),
            (0.45, (0.12, 0.17, 0.31)),
            (1.0, (0.05, 0.09, 0.20)),
        ],
        glow=(SUN, (1.5, 0.78, 0.34), 60),
        clouds=((0.34, 0.22, 0.27), 0.5, 3.0),
        strength=0.55,
    )
    daybreak.sun(SUN, 4.4, GOLD, size=1.2)
    daybreak.disc(SUN, (1.0, 0.74, 0.45), strength=9.0)
    _ground()
    _rows()
    _left_behind()
    _plants(rng)
    behind = [town.pole(-6.9, y) for y in (-30.0, 2.0, 34.0, 66.0, 98.0, 130.0)]
    town.wires(behind)
    wire = surface("wire", (0.01, 0.01, 0.01), 0.8)
    town.hang(behind[1][2], (9.6, 11.0, 3.3), 0.5, 0.014, wire)
    town.hang(behind[2][2], (10.2, 40.0, 3.3), 0.6, 0.014, wire)
    for y in (18.0, 58.0):
        town.street_lamp(5.9, y, side=-1)
    town.ridge(200, 13, surface("hills", (0.05, 0.05, 0.07), 1.0), seed=5)
    stage.camera((0.9, -9.0, 1.75), (3.55, 12, 2.7), 26)


def _ground() -> None:
    asphalt = surface("asphalt", (0.050, 0.050, 0.054), 0.62, mottle=((0.034, 0.034, 0.038), 0.35), bump=(0.25, 16))
    concrete = surface("concrete", (0.20, 0.19, 0.175), 0.85, mottle=((0.14, 0.135, 0.13), 0.5))
    lawn = surface("lawn", (0.035, 0.045, 0.024), 0.95, mottle=((0.05, 0.046, 0.026), 0.4), bump=(0.8, 10))
    paint = surface("road paint", (0.36, 0.27, 0.09), 0.7)
    works = Works(asphalt, concrete, lawn, paint)
    works.box((0, 120, -0.10), (9.2, 280, 0.20), 0)
    for s in (-1, 1):
        works.box((s * 4.75, 120, -0.03), (0.36, 280, 0.34), 1)
        works.box((s * 5.7, 120, 0.02), (1.6, 280, 0.20), 2)
        for k in range(100):
            works.box((s * 7.3, -19 + 1.6 * k, 0.05), (1.55, 1.57, 0.20), 1, turn=(0, 0.3 * (k % 3 - 1), 0))
        works.box((s * 60, 120, 0.03), (104, 280, 0.20), 2)
        for y in (9, 25.5, 42, 58.5, 75):
            works.box((s * 9.6, y + s * 5, 0.06), (8.4, 4.4, 0.16), 1)
    for k in range(40):
        works.box((0, -8 + 6 * k, 0.004), (0.12, 2.6, 0.004), 3)
    works.finish()


def _rows() -> None:
    for k in range(9):
        y = 11 + 16.5 * k
        town.house(-16.2, y, 90, seed=2 * k + 1, storeys=1 + (k % 3 == 1))
        town.house(16.4, y + 1, -90, seed=2 * k + 4, storeys=1 + (k % 3 == 0))


def _left_behind() -> None:
    town.car(-3.4, 9.0, 182, seed=0, door_open=True)
    town.car(-3.5, 29.0, 180, seed=2)
    town.car(3.5, 16.5, 1, seed=1)
    town.car(2.2, 45.0, 24, seed=3, door_open=True)
    town.car(10.4, 5.0, -92, seed=2, ground=0.12)
    town.car(-10.2, 21.0, 90, seed=1, ground=0.12)
    case = Works(surface("suitcase", (0.12, 0.06, 0.035), 0.6), surface("cloth", (0.30, 0.28, 0.26), 0.9))
    case.box((-1.5, 6.4, 0.10), (0.72, 0.48, 0.18), 0, turn=(0, 0, 24))
    case.box((-1.62, 6.9, 0.30), (0.72, 0.06, 0.46), 0, turn=(24, 0, 24))
    case.box((-1.1, 5.9, 0.03), (0.5, 0.3, 0.04), 1, turn=(0, 0, -30))
    case.box((-0.7, 6.5, 0.02), (0.3, 0.4, 0.03), 1, turn=(0, 0, 50))
    case.finish(bevel=0.02)


def _plants(rng: np.random.Generator) -> None:
    grown = [trees.tree(seed) for seed in (4, 9)]
    for k, (x, y) in enumerate(
        ((-8.9, 13.5), (8.9, 8.6), (-9.0, 47.0), (9.1, 33.0), (-8.8, 82.0), (9.0, 66.0), (9.0, 98.0))
    ):
        trees.stand(grown[k % 2], x, y, rng.uniform(6.5, 8.5), turn=1.7 * k)
    for k, (x, y, height) in enumerate(
        ((-12.4, 30.0, 14.0), (13.6, 52.0, 15.0), (-13.0, 64.0, 13.0), (-12.8, 96.0, 15.0), (13.0, 90.0, 14.0))
    ):
        plants.palm(x, y, height, seed=k)
    plants.hedge((8.6, 12.6, 0.1), (9.6, 19.0, 1.15), seed=1)
    plants.hedge((-9.8, 3.4, 0.1), (-8.9, 9.0, 1.0), seed=2)
    plants.grass((5.0, -6.0), (6.5, 22.0), 26000, seed=3)
    plants.grass((-6.5, -6.0), (-5.0, 22.0), 26000, seed=4)
    plants.grass((8.2, -4.0), (13.0, 5.0), 40000, seed=5, height=0.12)
