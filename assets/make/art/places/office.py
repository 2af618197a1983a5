"""The principal's office after the battle: the way down closed over, a woman on her knees before it. Text: left."""

import math

import bpy
import numpy as np
from kit import cast, school, school_poses, stage
from kit.boxes import Boxes, papers
from kit.lamps import MOON, RED, emergency, letters
from kit.material import emission, surface
from kit.mesh import mesh_object, tube
from kit.people import person, put
from kit.school import Palette
from scipy.spatial import Voronoi

_LEFT, _RIGHT, _NEAR, _FAR, _HIGH = -4.2, 4.2, -3.4, 5.6, 2.9
_WOUND = (1.55, 2.0)
"""The middle of the broken floor."""
_REACH = 1.75
EMBER = (1.0, 0.40, 0.13)


def scene() -> None:
    """Build the scene."""
    rng = np.random.default_rng(9)
    stage.clear((0.0008, 0.0010, 0.0018))
    stuff = school.palette()
    _shell(stuff)
    _wound(rng)
    school.hung_ceiling(stuff, (_LEFT, _NEAR), (_RIGHT, _FAR), _HIGH, rng)
    _furniture(stuff, rng)
    _poster(stuff)
    _litter(stuff, rng)
    put(person("female", school_poses.KNEEL, "jacket", "long", seed=1), (0.80, 0.40, 0), 189, wear=cast.buffy())
    _lights()
    stage.air((_LEFT, _NEAR, -0.6), (_RIGHT, _FAR, 3.4), 0.020, 0.35)
    stage.camera((0.35, -3.2, 1.62), (0.02, 2.2, 0.98), 25)


def _shell(stuff: Palette) -> None:
    walls = Boxes([stuff.wall, stuff.band, stuff.dark, stuff.steel])
    wide, deep = _RIGHT - _LEFT, _FAR - _NEAR
    middle = (_NEAR + _FAR) / 2
    for side in (_LEFT - 0.1, _RIGHT + 0.1):
        walls.box((side, middle, 1.7), (0.2, deep, 3.4))
    # The far wall, about a window.
    walls.box((-2.9, _FAR + 0.1, 1.7), (2.8, 0.2, 3.4))
    walls.box((2.55, _FAR + 0.1, 1.7), (3.5, 0.2, 3.4))
    walls.box((-0.35, _FAR + 0.1, 0.5), (2.4, 0.2, 1.0))
    walls.box((-0.35, _FAR + 0.1, 2.95), (2.4, 0.2, 0.9))
    walls.box((0, _FAR - 0.01, 0.06), (wide, 0.03, 0.12), 2)
    for k in range(13):
        z = 1.06 + k * 0.115
        tilt = 0.02 if k > 3 else 0.16 - 0.05 * k
        walls.box((-0.35 + 0.02 * k, _FAR - 0.06, z), (2.3, 0.07, 0.008), 3, (0.55, tilt, 0))
    walls.show(bevel=0.01)


def _wound(rng: np.random.Generator) -> None:
    """The floor: whole slabs, and about the wound pieces that lie askew with light in the cracks between them."""
    carpet = surface("slab", (0.085, 0.072, 0.062), 0.85, mottle=((0.03, 0.026, 0.024), 1.6), bump=(0.35, 14))
    far = np.stack([rng.uniform(_LEFT - 1, _RIGHT + 1, 260), rng.uniform(_NEAR - 1, _FAR + 1, 260)], 1)
    near = np.array(_WOUND) + rng.normal(0, 0.70, (64, 2))
    sites = np.concatenate([far[np.hypot(*(far - _WOUND).T) > 1.2], near])
    cells = Voronoi(sites)
    for region in cells.point_region:
        corners = cells.regions[region]
        if -1 in corners or not corners:
            continue
        outline = cells.vertices[corners]
        centre = outline.mean(0)
        away = float(np.hypot(*(centre - _WOUND)))
        if not (_LEFT - 1 < centre[0] < _RIGHT + 1 and _NEAR - 1 < centre[1] < _FAR + 1):
            continue
        hurt = max(0.0, 1 - away / _REACH)
        gap = 0.07 * hurt**1.2
        size = np.linalg.norm(outline - centre, axis=1, keepdims=True)
        shrunk = centre + (outline - centre) * np.clip(1 - gap / np.maximum(size, 1e-3), 0.25, 1)
        lift = rng.uniform(0, 0.16) * hurt + 0.10 * hurt**2
        _slab(shrunk, lift, rng.normal(0, 0.22 * hurt, 2), carpet)
    heart = [(_WOUND[0] + 1.5 * math.cos(a), _WOUND[1] + 1.5 * math.sin(a), -0.42) for a in np.linspace(0, 6.2, 24)]
    mesh_object("heart", heart, [tuple(range(24))], emission("heart", EMBER, 5.0))


def _slab(outline: np.ndarray, lift: float, tilt: np.ndarray, material: bpy.types.Material) -> None:
    """A piece of floor with this `outline` (n, 2), its top `lift` above z = 0 and sloping by `tilt` along x and y."""
    n = len(outline)
    top = lift + (outline - outline.mean(0)) @ tilt
    rings = [np.c_[outline, top], np.c_[outline, top - 0.24]]
    sides = [(k, n + k, n + (k + 1) % n, (k + 1) % n) for k in range(n)]
    thing = mesh_object("slab", np.concatenate(rings), [tuple(range(n)), *sides], material)
    if lift:
        worn = thing.modifiers.new("bevel", "BEVEL")
        worn.width = 0.010
        worn.limit_method = "ANGLE"


def _furniture(stuff: Palette, rng: np.random.Generator) -> None:
    desk = Boxes([stuff.wood, stuff.steel, stuff.dark])
    # The desk lies on its side behind the wound, its top towards us.
    lean = -0.10
    desk.box((2.35, 3.75, 0.47), (1.75, 0.06, 0.90), 0, (lean, 0.05, 0.16))
    for x in (1.62, 3.0):
        desk.box((x, 4.15, 0.42), (0.45, 0.70, 0.78), 0, (lean, 0.05, 0.16))
    desk.box((1.02, 3.35, 0.10), (0.42, 0.32, 0.13), 0, (0.1, 0.2, 0.9))
    # Shelves along the left wall, half of them emptied; a cabinet with its drawers out.
    for z in (0.05, 0.55, 1.05, 1.55, 2.05):
        desk.box((-3.85, 2.2, z), (0.5, 3.0, 0.04))
    for y in (0.7, 2.2, 3.7):
        desk.box((-3.85, y, 1.05), (0.5, 0.05, 2.1))
    for k in range(46):
        height = rng.uniform(0.2, 0.32)
        shelf = (0.07, 0.57, 1.07, 1.57)[k % 4]
        at = (-3.78, rng.uniform(0.8, 3.6), shelf + height / 2)
        desk.box(at, (0.22, rng.uniform(0.03, 0.07), height), 2 * int(k % 3 == 0), (rng.normal(0, 0.15), 0, 0))
    desk.box((3.85, 4.9, 0.68), (0.5, 0.45, 1.35), 1)
    for k, out in enumerate((0.3, 0.05, 0.42)):
        desk.box((3.85, 4.70 - out, 0.25 + 0.42 * k), (0.44, 0.42, 0.30), 1)
    # A chair thrown against the wall, and the leg of a flagstaff.
    desk.box((-1.9, 4.6, 0.32), (0.5, 0.5, 0.08), 2, (0.9, 0.3, 0.4))
    desk.box((-1.75, 4.85, 0.55), (0.46, 0.08, 0.6), 2, (0.7, 0.5, 0.4))
    desk.box((3.45, 1.5, 1.1), (0.035, 0.035, 2.5), 1, (0.1, 0.32, 0))
    desk.show(bevel=0.008)
    tube([(0.1, 3.4, 3.1), (0.15, 3.4, 2.4), (0.3, 3.5, 1.9), (0.2, 3.4, 2.1)], 0.009, stuff.dark)
    lamp = Boxes([stuff.steel, stuff.paper])
    lamp.box((-0.55, 1.6, 2.35), (0.32, 1.25, 0.08), 0, (0.35, 0.25, 0.5))
    lamp.box((-0.55, 1.6, 2.31), (0.24, 1.15, 0.03), 1, (0.35, 0.25, 0.5))
    lamp.show(bevel=0.006)


def _poster(stuff: Palette) -> None:
    """A poster that hangs by one corner."""
    sheet = Boxes([surface("poster", (0.42, 0.36, 0.26), 0.9), stuff.band])
    roll = 0.30
    sheet.box((2.45, _FAR - 0.03, 1.75), (1.05, 0.006, 1.35), 0, (0, roll, 0))
    sheet.box((2.40, _FAR - 0.04, 1.60), (0.80, 0.006, 0.55), 1, (0, roll, 0))
    sheet.show()
    ink = surface("ink", (0.03, 0.02, 0.02), 0.8)
    letters("SUNNYDALE", (2.60, _FAR - 0.05, 2.20), 0, 0.16, ink, roll=roll)
    letters("CLASS OF 2003", (2.28, _FAR - 0.05, 1.20), 0, 0.10, ink, roll=roll)


def _litter(stuff: Palette, rng: np.random.Generator) -> None:
    spots = np.stack([rng.uniform(-2.6, 3.8, 90), rng.uniform(-2.4, 4.8, 90), np.full(90, 0.012)], 1)
    clear = np.hypot(spots[:, 0] - _WOUND[0], spots[:, 1] - _WOUND[1]) > 1.1
    papers(list(spots[clear]), stuff.paper, rng)
    angle, away = rng.uniform(0, 2 * math.pi, 220), 0.5 + np.abs(rng.normal(0, 1.1, 220))
    spots = np.stack([_WOUND[0] + away * np.cos(angle), _WOUND[1] + away * np.sin(angle), np.full(220, 0.02)], 1)
    school.rubble(spots, 0.13, rng)


def _lights() -> None:
    x, y = _WOUND
    stage.point_lamp((x, y, -0.20), 110, EMBER, 0.3)
    stage.area_lamp((x, y + 0.1, 0.30), (x - 0.1, y + 0.1, 3), 30, EMBER, 0.9)
    stage.point_lamp((x + 0.1, y - 0.35, 0.40), 22, EMBER, 0.2)
    emergency((_RIGHT - 0.09, 3.4, 2.45), (1.2, 1.2, 0.3), 190, RED)
    stage.area_lamp((-0.35, _FAR + 0.9, 2.1), (0.1, 1.5, 0.6), 55, MOON, 1.6)
    stage.area_lamp((-1.2, -3.2, 2.7), (0.6, 1.6, 0.2), 5, MOON, 1.5)
