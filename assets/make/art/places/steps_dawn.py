"""The school steps at first sun, three people close together. Text stands on the left."""

from kit import daybreak, pace, plants, portico, stage, stances, town
from kit.material import Color, surface
from kit.people import person, put
from kit.works import Works

GOLD: Color = (1.0, 0.64, 0.34)
SUN = daybreak.towards(13.5, 7.5)

_TOP = 3.2
_COUNT = 11
_MIDDLE = (1.7, 4.6)


def scene() -> None:
    """Build the scene."""
    stage.clear()
    pace.hasten()
    daybreak.sky(
        [
            (0.0, (0.70, 0.42, 0.28)),
            (0.07, (0.60, 0.36, 0.30)),
            (0.20, (0.32, 0.28, 0.38)),
            (0.45, (0.13, 0.18, 0.32)),
            (1.0, (0.05, 0.09, 0.20)),
        ],
        glow=(SUN, (1.7, 0.92, 0.42), 50),
        clouds=((0.36, 0.22, 0.26), 0.45, 8.0),
        strength=0.5,
    )
    daybreak.sun(SUN, 6.5, GOLD, size=0.8)
    daybreak.disc(SUN, (1.0, 0.78, 0.5))
    ground = portico.steps(_TOP, _COUNT)
    portico.portico(_TOP - 1.3, (-2.45, -7.2, 7.6), height=3.0)
    portico.handrail(-0.55, _TOP, _COUNT)
    _grounds(ground)
    _people()
    stage.camera((0.0, -1.9, 1.9), (0.85, 8, 1.35), 27)


def _grounds(z: float) -> None:
    foot = _TOP + 0.36 * _COUNT
    lawn = surface("lawn", (0.040, 0.048, 0.026), 0.95, mottle=((0.055, 0.048, 0.028), 0.4), bump=(0.8, 8))
    path = surface("path", (0.22, 0.20, 0.18), 0.8, mottle=((0.15, 0.14, 0.125), 0.4))
    asphalt = surface("asphalt", (0.05, 0.05, 0.054), 0.6, mottle=((0.034, 0.034, 0.038), 0.35))
    works = Works(lawn, path, asphalt)
    works.box((0, foot + 95, z - 0.12), (400, 200, 0.2), 0)
    works.box((1.2, foot + 15, z - 0.10), (5.0, 30.4, 0.22), 1)
    works.box((0, foot + 34, z - 0.08), (400, 8, 0.2), 2)
    works.box((0, foot + 29.5, z - 0.09), (400, 1.6, 0.24), 1)
    works.finish()
    plants.hedge((-9.0, foot + 0.6, z), (-2.2, foot + 1.8, z + 0.9), seed=1)
    plants.hedge((4.6, foot + 0.6, z), (9.0, foot + 1.8, z + 0.9), seed=2)
    for k, (x, y, height) in enumerate(((-9.0, 22.0, 8.5), (10.5, 20.0, 7.5), (-15.0, 34.0, 9.0), (19.0, 32.0, 8.0))):
        plants.tree(x, y, height, seed=k, ground=z)
    for k, (x, y, height) in enumerate(
        ((-4.6, 39.0, 13.0), (9.4, 40.0, 14.0), (-12.0, 52.0, 15.0), (17.5, 54.0, 13.0))
    ):
        plants.palm(x, y, height, seed=k + 20, ground=z)
    portico.flagpole(-2.6, 19.0, z)
    for k in range(7):
        town.house(-45 + 16.5 * k, foot + 82, 0, seed=k + 1, storeys=1 + (k == 0))
    poles = [town.pole(x, foot + 40, turn=90) for x in (-44.0, -14.0, 16.0, 46.0)]
    town.wires(poles)
    town.car(-7.5, foot + 32, 90, seed=1, ground=z + 0.02)
    town.ridge(200, 13, surface("hills", (0.05, 0.05, 0.07), 1.0), seed=4)


def _people() -> None:
    """The man between the two who bring him out."""
    x, y = _MIDDLE
    z = -0.16 * int((y - _TOP) / 0.36 + 1)
    skin = surface("skin", (0.42, 0.27, 0.20), 0.55)
    pale = surface("pale skin", (0.55, 0.45, 0.38), 0.55)
    coat = surface("coat", (0.020, 0.019, 0.022), 0.55, bump=(0.12, 14))
    bleached = surface("bleached hair", (0.75, 0.68, 0.50), 0.5)
    leather = surface("leather", (0.05, 0.035, 0.03), 0.45, bump=(0.1, 18))
    denim = surface("denim", (0.05, 0.055, 0.075), 0.85)
    wool = surface("knit", (0.10, 0.045, 0.05), 0.85, bump=(0.1, 20))
    fair = surface("fair hair", (0.50, 0.34, 0.15), 0.45)
    brown = surface("brown hair", (0.11, 0.055, 0.028), 0.45)
    man = person("male", stances.BORNE, "coat", "cropped", seed=2)
    put(man, (x, y, z), 180, scale=1.0, wear=[pale, coat, coat, coat, bleached])
    left = person("female", stances.BEARER_RIGHT, "jacket", "long", seed=1)
    put(left, (x - 0.44, y - 0.02, z), 172, scale=0.97, wear=[skin, leather, denim, leather, fair])
    right = person("female", stances.BEARER_LEFT, "jacket", "long", seed=4)
    put(right, (x + 0.44, y + 0.02, z), 188, scale=0.98, wear=[skin, wool, denim, wool, brown])
