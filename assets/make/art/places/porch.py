"""A porch at sunrise: someone in a blanket on the steps, someone beside. Text stands on the right."""

import bpy
import numpy as np
from kit import daybreak, pace, plants, seated, stage, town, trees
from kit.joinery import beam, box
from kit.material import Color, surface
from kit.mesh import cone
from kit.people import Person, person, put
from kit.shroud import shroud
from kit.works import Works

GOLD: Color = (1.0, 0.66, 0.36)
SUN = daybreak.towards(-12.5, 6.0)


def scene() -> None:
    """Build the scene."""
    stage.clear()
    pace.hasten()
    daybreak.sky(
        [
            (0.0, (0.72, 0.43, 0.29)),
            (0.07, (0.62, 0.38, 0.32)),
            (0.20, (0.32, 0.28, 0.38)),
            (0.45, (0.13, 0.18, 0.32)),
            (1.0, (0.05, 0.09, 0.20)),
        ],
        glow=(SUN, (1.7, 0.92, 0.42), 45),
        clouds=((0.36, 0.22, 0.26), 0.42, 12.0),
        strength=0.5,
    )
    daybreak.sun(SUN, 6.0, GOLD, size=0.9)
    daybreak.disc(SUN, (1.0, 0.78, 0.5), strength=12.0)
    _porch()
    _garden()
    _people()
    stage.spot_lamp((-3.4, 4.2, 2.4), (-0.9, -0.1, 0.45), 2600, GOLD, 30, radius=0.3, blend=0.6)
    stage.area_lamp((0.6, -3.4, 2.3), (-0.8, -0.1, 0.4), 16, (0.55, 0.66, 1.0), 1.2)
    stage.camera((0.22, -3.5, 0.90), (0.78, 2, 0.96), 25)


def _porch() -> None:
    wood = surface("boards", (0.13, 0.115, 0.10), 0.55, mottle=((0.085, 0.075, 0.066), 1.6), bump=(0.2, 12))
    white = surface("painted wood", (0.34, 0.32, 0.29), 0.6, mottle=((0.26, 0.245, 0.225), 1.2))
    wall = surface("clapboard", (0.20, 0.19, 0.18), 0.8)
    floor = Works(wood)
    for k in range(52):
        floor.box((-4.2 + 0.165 * k, -2.3, -0.02), (0.158, 4.6, 0.04))
    floor.finish(bevel=0.006)
    steps = Works(white)
    for k in range(4):
        steps.box((-0.75, 0.16 + 0.30 * k, -0.19 - 0.17 * k), (2.5, 0.32, 0.04))
        steps.box((-0.75, 0.03 + 0.30 * k, -0.28 - 0.17 * k), (2.5, 0.03, 0.17))
    steps.box((0, 0.02, -0.45), (9, 0.05, 0.8))
    steps.finish(bevel=0.008)
    for x in (-3.9, -2.15, 0.65, 3.4):
        box((x - 0.08, -0.26, 0), (x + 0.08, -0.10, 2.7), white, bevel=0.012)
        box((x - 0.12, -0.30, 0), (x + 0.12, -0.06, 0.16), white, bevel=0.012)
        box((x - 0.12, -0.30, 2.36), (x + 0.12, -0.06, 2.44), white, bevel=0.012)
    beam((-5, -0.18, 2.60), (5, -0.18, 2.60), 0.2, 0.24, white)
    box((-5, -4.6, 2.70), (5, 0.3, 2.78), wall)
    for low, high in ((-3.9, -2.15), (0.65, 3.4)):
        beam((low, -0.18, 0.88), (high, -0.18, 0.88), 0.10, 0.05, white)
        beam((low, -0.18, 0.14), (high, -0.18, 0.14), 0.06, 0.05, white)
        count = int((high - low) / 0.13)
        for k in range(1, count):
            x = low + (high - low) * k / count
            box((x - 0.018, -0.198, 0.14), (x + 0.018, -0.162, 0.88), white)
    box((3.5, -4.6, 0), (3.6, -0.1, 2.7), wall)
    _things()


def _things() -> None:
    """A mug, a potted shrub, a bench in the dark corner."""
    china = surface("china", (0.35, 0.16, 0.12), 0.3)
    cone((-0.08, -0.42, 0.0), (-0.08, -0.42, 0.095), 0.040, 0.042, china, sides=20)
    cone((-1.92, -0.5, 0.0), (-1.92, -0.5, 0.26), 0.13, 0.17, surface("pot", (0.24, 0.10, 0.06), 0.8), sides=20)
    plants.hedge((-2.12, -0.7, 0.26), (-1.72, -0.3, 0.62), seed=9)
    slats = surface("bench", (0.06, 0.05, 0.045), 0.7)
    for k in range(4):
        box((1.5, -1.9 + 0.13 * k, 0.43), (3.3, -1.8 + 0.13 * k, 0.46), slats)
        box((1.5, -1.98, 0.55 + 0.11 * k), (3.3, -1.95, 0.63 + 0.11 * k), slats)
    for x in (1.5, 3.25):
        box((x, -1.98, 0), (x + 0.05, -1.92, 0.98), slats)
        box((x, -1.42, 0), (x + 0.05, -1.36, 0.62), slats)
        box((x, -1.98, 0.60), (x + 0.05, -1.36, 0.64), slats)


def _garden() -> None:
    z = -0.78
    lawn = surface("lawn", (0.040, 0.050, 0.026), 0.95, mottle=((0.055, 0.050, 0.028), 0.4), bump=(0.8, 8))
    path = surface("path", (0.22, 0.20, 0.18), 0.8, mottle=((0.15, 0.14, 0.125), 0.4))
    asphalt = surface("asphalt", (0.05, 0.05, 0.054), 0.6, mottle=((0.034, 0.034, 0.038), 0.35))
    works = Works(lawn, path, asphalt)
    works.box((0, 97, z - 0.1), (400, 200, 0.2), 0)
    works.box((-0.75, 7.5, z - 0.09), (1.5, 13, 0.2), 1)
    works.box((0, 19.5, z - 0.07), (400, 8, 0.2), 2)
    works.box((0, 14.8, z - 0.08), (400, 1.5, 0.24), 1)
    works.box((0, 24.3, z - 0.08), (400, 1.5, 0.24), 1)
    works.finish()
    plants.grass((-7.0, 1.4), (-1.6, 9.0), 60000, seed=1, height=0.12, ground=z)
    plants.grass((0.1, 1.4), (5.0, 9.0), 50000, seed=2, height=0.12, ground=z)
    plants.hedge((-5.0, 0.5, z), (-2.2, 1.3, z + 0.75), seed=3)
    plants.hedge((0.9, 0.5, z), (5.0, 1.3, z + 0.8), seed=4)
    grown = [trees.tree(seed) for seed in (9, 4)]
    for k, (x, y, height) in enumerate(((-8.6, 12.0, 7.0), (4.2, 12.6, 7.5), (-17.0, 27.0, 8.0), (9.0, 27.5, 8.5))):
        trees.stand(grown[k % 2], x, y, height, turn=1.7 * k, ground=z)
    for k, (x, y, height) in enumerate(((-2.2, 46.0, 13.0), (-20.0, 48.0, 15.0), (14.0, 50.0, 14.0))):
        plants.palm(x, y, height, seed=k + 30, ground=z)
    for k in range(6):
        town.house(-48 + 17.0 * k, 58, 0, seed=k + 2)
    town.car(-5.6, 21.4, 92, seed=0, ground=z + 0.03)
    town.wires([town.pole(x, 26.0, turn=90) for x in (-37.0, -8.4, 30.0, 68.0)])
    town.ridge(200, 11, surface("hills", (0.05, 0.05, 0.07), 1.0), seed=6)


def _seat(someone: Person, x: float, turn: float, scale: float, wear: list[bpy.types.Material]) -> bpy.types.Object:
    """Seat a person on the edge of the porch."""
    return put(someone, (x, -0.16, 0.10 - scale * float(someone.joints["pelvis"][2])), turn, scale=scale, wear=wear)


def _people() -> None:
    skin = surface("skin", (0.42, 0.27, 0.20), 0.55)
    black = surface("black cloth", (0.025, 0.023, 0.026), 0.7)
    denim = surface("denim", (0.05, 0.055, 0.075), 0.85)
    knit = surface("knit", (0.16, 0.11, 0.09), 0.9, bump=(0.15, 30))
    fair = surface("fair hair", (0.50, 0.34, 0.15), 0.45)
    pale = surface("bleached hair", (0.75, 0.68, 0.50), 0.5)
    man = _seat(
        person("male", seated.ON_STEPS, "shirt", "cropped", seed=2), -1.06, 174, 0.97, [skin, black, black, black, pale]
    )
    high = max(v.co.z for v in man.data.vertices)
    _blanket(
        shroud(
            man, _wool(), top=high + 0.012, hem=0.01 - float(man.location.z), loose=0.02, flare=0.11, crown=0.15, seed=3
        )
    )
    pose = seated.ON_STEPS | {"spine_02": [("x", 8), ("y", 7)], "neck_01": [("y", 8)], "head": [("y", 14), ("x", 2)]}
    _seat(person("female", pose, "jacket", "long", seed=1), -0.58, 184, 0.97, [skin, knit, denim, knit, fair])


def _wool() -> bpy.types.Material:
    return surface("blanket", (0.17, 0.065, 0.058), 0.95, mottle=((0.12, 0.048, 0.048), 3.0), bump=(0.2, 40))


def _blanket(cloth: bpy.types.Object) -> None:
    """Weave two pale stripes and a dark one into the blanket, near its hem."""
    for name, color in (("pale stripe", (0.42, 0.33, 0.22)), ("dark stripe", (0.05, 0.03, 0.045))):
        cloth.data.materials.append(surface(name, color, 0.95, bump=(0.2, 40)))
    faces = cloth.data.polygons
    rows = np.arange(len(faces)) * 59 // len(faces)
    slots = np.select([np.isin(rows, (49, 50, 55, 56)), np.isin(rows, range(51, 55))], [1, 2], 0)
    faces.foreach_set("material_index", slots.astype(np.int32))
