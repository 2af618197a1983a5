"""The school steps at first sun, three people close together. Text stands on the left."""

from kit import daybreak, flight, pace, plants, portico, stage, stances, town, trees
from kit.body import Pose
from kit.material import Color, surface
from kit.people import person, put
from kit.tousle import tousled
from kit.works import Works

GOLD: Color = (1.0, 0.60, 0.29)
SUN = daybreak.towards(24.5, 7.0)

_TOP, _COUNT = 2.2, 10
_LEFT, _RIGHT = -3.6, 4.3
_MIDDLE = (0.95, 4.15)

_CARRIED: Pose = stances.BORNE | {
    "spine_02": [("x", 12), ("y", 5)],
    "neck_01": [("x", 20)],
    "head": [("x", 26), ("y", 14)],
    "upperarm_l": [("y", -40), ("x", 10)],
    "lowerarm_l": [("y", 22), ("x", -58)],
    "upperarm_r": [("y", 40), ("x", 10)],
    "lowerarm_r": [("y", -22), ("x", -58)],
}
"""His arms over both their shoulders, his head hanging."""


def scene() -> None:
    """Build the scene."""
    stage.clear()
    pace.hasten()
    daybreak.sky(
        [
            (0.0, (0.95, 0.50, 0.26)),
            (0.06, (0.80, 0.42, 0.28)),
            (0.17, (0.42, 0.30, 0.36)),
            (0.40, (0.15, 0.19, 0.34)),
            (1.0, (0.05, 0.09, 0.20)),
        ],
        glow=(SUN, (2.6, 1.25, 0.48), 40),
        clouds=((0.50, 0.26, 0.25), 0.5, 8.0),
        strength=0.55,
    )
    daybreak.sun(SUN, 9.0, GOLD, size=0.9)
    daybreak.disc(SUN, (1.0, 0.78, 0.5), strength=16.0)
    ground = flight.flight(_LEFT, _RIGHT, _TOP, _COUNT)
    flight.rail(-1.7, _TOP, _COUNT)
    portico.portico(0.9, (-3.35, 9.2), height=3.35)
    _grounds(ground)
    _people()
    stage.area_lamp((-1.5, -2.5, 3.0), (0.9, 4.0, 0.4), 42, (0.55, 0.62, 1.0), 2.0)
    stage.camera((-0.9, -0.9, 1.62), (0.55, 6.4, 0.72), 25)


def _grounds(z: float) -> None:
    foot = _TOP + flight.TREAD * _COUNT
    lawn = surface("lawn", (0.040, 0.048, 0.022), 0.95, mottle=((0.060, 0.050, 0.026), 0.4), bump=(0.8, 8))
    path = surface("path", (0.22, 0.20, 0.18), 0.7, mottle=((0.15, 0.14, 0.125), 0.4))
    asphalt = surface("asphalt", (0.05, 0.05, 0.054), 0.5, mottle=((0.034, 0.034, 0.038), 0.35))
    works = Works(lawn, path, asphalt)
    works.box((0, foot + 95, z - 0.12), (400, 200, 0.2), 0)
    works.box((0.35, foot + 15, z - 0.10), (4.4, 30.4, 0.22), 1)
    works.box((0.35, foot + 0.9, z - 0.10), (8.6, 2.2, 0.225), 1)
    works.box((0, foot + 34, z - 0.08), (400, 8, 0.2), 2)
    works.box((0, foot + 29.5, z - 0.09), (400, 1.6, 0.24), 1)
    works.finish()
    plants.grass((-14.0, foot + 0.5), (-1.9, foot + 13), 90000, seed=7, height=0.13, ground=z - 0.02)
    plants.grass((2.6, foot + 0.5), (14.0, foot + 13), 90000, seed=8, height=0.13, ground=z - 0.02)
    trees.shrubs((-9.0, _TOP + 0.3, z + 0.3), (-4.4, foot, z + 1.5), seed=1)
    trees.shrubs((5.0, _TOP + 0.3, z + 0.3), (9.0, foot, z + 1.5), seed=2)
    broad, tall, thin = trees.tree(4), trees.tree(9, spread=0.7, rise=0.2), trees.tree(12, bare=0.4, count=14000)
    for mesh, x, y, height, turn in (
        (broad, 11.2, 19.0, 9.5, 0.4),
        (tall, -7.6, 24.0, 9.0, 2.0),
        (thin, 21.0, 30.0, 9.5, 4.0),
        (broad, -17.0, 33.0, 10.0, 3.0),
        (tall, 30.0, 46.0, 11.0, 1.0),
        (thin, -4.0, 52.0, 9.0, 5.0),
        (broad, 15.5, 56.0, 10.0, 2.2),
        (tall, -26.0, 60.0, 11.0, 0.7),
        (thin, 40.0, 62.0, 11.0, 0.2),
    ):
        trees.stand(mesh, x, y, height, turn=turn, ground=z)
    for k, (x, y, height) in enumerate(((-9.0, 44.0, 13.0), (12.5, 48.0, 14.0), (26.5, 58.0, 13.0))):
        plants.palm(x, y, height, seed=k + 20, ground=z)
    portico.flagpole(-2.9, 19.0, z)
    for k in range(8):
        town.house(-45 + 16.5 * k, foot + 74, 0, seed=k + 1, storeys=1 + (k % 4 == 0))
    poles = [town.pole(x, foot + 40, turn=90) for x in (-44.0, -14.0, 16.0, 46.0)]
    town.wires(poles)
    town.ridge(200, 13, surface("hills", (0.05, 0.05, 0.07), 1.0), seed=4)


def _people() -> None:
    """The man between the two who bring him out."""
    x, y = _MIDDLE
    z = flight.height(y, _TOP, _COUNT)
    skin = surface("skin", (0.42, 0.27, 0.20), 0.55)
    pale = surface("pale skin", (0.55, 0.45, 0.38), 0.55)
    coat = surface("coat", (0.020, 0.019, 0.022), 0.50, bump=(0.12, 14))
    bleached = surface("bleached hair", (0.85, 0.76, 0.55), 0.6)
    leather = surface("leather", (0.10, 0.055, 0.035), 0.45, bump=(0.1, 18))
    denim = surface("denim", (0.06, 0.07, 0.11), 0.85)
    wool = surface("knit", (0.20, 0.06, 0.06), 0.85, bump=(0.1, 20))
    fair = surface("fair hair", (0.50, 0.34, 0.15), 0.45)
    brown = surface("brown hair", (0.13, 0.065, 0.032), 0.45)
    man = tousled(person("male", _CARRIED, "coat", "cropped", seed=2))
    put(man, (x, y, z - 0.05), 180, scale=0.98, wear=[pale, coat, coat, coat, bleached])
    lean = {"spine_01": [("x", 7)], "neck_01": [("x", 6)]}
    left = person("female", stances.BEARER_RIGHT | lean, "jacket", "long", seed=1)
    put(left, (x - 0.47, y + 0.06, z), 174, scale=0.98, wear=[skin, leather, denim, leather, fair])
    right = person("female", stances.BEARER_LEFT | lean, "jacket", "long", seed=4)
    put(right, (x + 0.47, y + 0.10, z), 186, scale=1.0, wear=[skin, wool, denim, wool, brown])
