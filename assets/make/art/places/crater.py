"""An immense crater where a town was: a few people and a school bus at its rim. Text stands on the left."""

import math
from functools import cache

import bpy
import numpy as np
from kit import coach, daybreak, pace, seated, stage, stances, town
from kit.material import Color, surface
from kit.mesh import grid_faces, mesh_object, tube
from kit.noise import Array, blocks, fractal, terrace
from kit.people import person, put
from kit.rock import scatter_rubble, splinters
from kit.strata import beds
from kit.works import Works
from mathutils import Vector

GOLD: Color = (1.0, 0.64, 0.36)
SUN = daybreak.towards(-66.0, 8.5)

_CENTRE = np.array((-290.0, 340.0))
_RADIUS = 437.0
_DEPTH = 98.0
_EYE = Vector((49.0, 9.0, 19.0))
_END = Vector((55.0, 70.0, 0.0))
"""About where the road breaks off."""
_BACK = Vector((0.55, -0.835, 0.0))
"""The way the road leads back from there."""


def scene() -> None:
    """Build the scene."""
    stage.clear()
    pace.hasten()
    daybreak.sky(
        [
            (0.0, (0.70, 0.44, 0.33)),
            (0.06, (0.58, 0.37, 0.34)),
            (0.18, (0.32, 0.29, 0.39)),
            (0.45, (0.14, 0.18, 0.32)),
            (1.0, (0.05, 0.09, 0.20)),
        ],
        glow=(SUN, (1.9, 1.0, 0.48), 5),
        clouds=((0.40, 0.24, 0.27), 0.5, 21.0),
        strength=0.6,
    )
    daybreak.sun(SUN, 10.0, GOLD, size=0.8)
    _earth()
    _wall()
    _floor()
    _wreck()
    _road()
    _poles()
    _left_standing()
    _bus()
    _people()
    town.ridge(1900, 95, surface("hills", (0.42, 0.31, 0.30), 1.0), seed=4)
    stage.camera(_EYE, (43.5, 70, 9.0), 27)


def _torn(x: Array, y: Array) -> Array:
    """How far (x, y) lies from the middle, counted so that the ragged rim is at the radius everywhere."""
    p = np.stack([x, y, 0 * x], 1)
    return np.hypot(x - _CENTRE[0], y - _CENTRE[1]) + 14 * fractal(p / 60, 5) + 2.4 * fractal(p / 9, 4)


def _height(x: Array, y: Array) -> Array:
    """The land: level desert, with a hole in it that the wall lines."""
    p = np.stack([x, y, 0 * x], 1)
    away = np.hypot(x - _CENTRE[0], y - _CENTRE[1])
    torn = _torn(x, y)
    outside = 0.4 * fractal(p / 11, 4) + 0.05 * fractal(p / 1.5, 3)
    lip = 0.9 * np.exp(-np.abs(torn - _RADIUS - 4) / 6.0)
    far = np.clip((away - _RADIUS) / 260, 0, 1) * 16 * (1 + fractal(p / 160, 4))
    flat = np.exp(-((_off_road(x, y) / 5.5) ** 4))
    return np.where(torn < _RADIUS + 2.5, -_DEPTH - 20, (outside + lip) * (1 - flat) + far)


def _wall() -> None:
    """What the ground is made of, cut open all around: beds that stick out and fall back, over slopes of what fell."""
    rows, columns = 260, 2600
    bearing = np.radians(np.linspace(-100, 75, columns))  # from the middle, clockwise from +x
    down = np.linspace(0, 1, rows)
    direction = np.stack([np.cos(bearing), np.sin(bearing)], 1)
    rim = np.full(columns, _RADIUS)
    for _ in range(6):
        at = _CENTRE + rim[:, None] * direction
        rim += _RADIUS - _torn(at[:, 0], at[:, 1])
    along = bearing * _RADIUS
    shape = np.stack([np.tile(along, rows), np.repeat(down * _DEPTH, columns), np.zeros(rows * columns)], 1)
    bays = 16 * fractal(np.stack([along / 46, 0 * along + 3, 0 * along], 1), 5, ridged=True)
    bed = terrace(down * _DEPTH + 5.0, 23.0, 0.74) / _DEPTH
    back = np.repeat(52 * bed, columns) + np.tile(bays, rows) * np.repeat(np.clip(down * 3, 0, 1), columns)
    fallen = np.clip((np.repeat(down, columns) - 0.58) / 0.42, 0, 1)
    back += 62 * fallen**1.3 * (1 + 0.5 * fractal(shape / 30, 4))
    rough = 3.4 * blocks(shape / (0.8, 1.7, 1.0), 12, seed=2, tilt=0.35)
    rough += 1.5 * blocks(shape / (0.8, 1.3, 1.0), 4.2, seed=5, tilt=0.4) + 0.5 * fractal(shape / 2.2, 3)
    back += rough * (1 - 0.75 * fallen) * np.clip(np.repeat(down, columns) * 14, 0, 1)
    radius = np.tile(rim, rows) - back
    lower = 1.6 * fractal(shape / 9 + 50, 4) * np.repeat(np.clip(down * 8, 0, 1), columns)
    points = np.empty((rows * columns, 3))
    points[:, :2] = _CENTRE + radius[:, None] * np.tile(direction, (rows, 1))
    points[:, 2] = -np.repeat(down, columns) * _DEPTH + lower
    lip = _CENTRE + (rim + 9.0)[:, None] * direction
    lip_points = np.c_[lip, 0 * along]
    ground = np.maximum(_height(lip[:, 0], lip[:, 1]), -0.4)
    points = np.concatenate([np.c_[lip, ground - 0.3], points])
    edge = np.stack([along, 0 * along, 0 * along], 1)
    crumbled = 1.8 * np.clip(blocks(edge, 6.0, seed=4), 0, 1) + 0.9 * np.clip(blocks(edge, 1.7, seed=6), 0, 1)
    points[columns : 2 * columns, 2] = ground - crumbled - 0.5 * np.abs(fractal(lip_points / 3, 4))
    ground_cut = beds(
        "beds",
        (
            (0.02, (0.110, 0.074, 0.053)),
            (0.05, (0.045, 0.032, 0.028)),
            (0.09, (0.21, 0.125, 0.075)),
            (0.19, (0.30, 0.19, 0.115)),
            (0.215, (0.060, 0.036, 0.032)),
            (0.29, (0.080, 0.046, 0.038)),
            (0.31, (0.34, 0.23, 0.145)),
            (0.44, (0.22, 0.125, 0.080)),
            (0.47, (0.050, 0.034, 0.032)),
            (0.62, (0.120, 0.084, 0.064)),
        ),
        _DEPTH,
    )
    mesh_object("wall", points[columns:], grid_faces(rows, columns), ground_cut)
    mesh_object("lip", points[: 2 * columns], grid_faces(2, columns), _soil())


def _floor() -> None:
    """The bottom, heaped with what came down."""
    size = 760
    line = np.linspace(-_RADIUS, _RADIUS, size)
    x, y = (each.ravel() for each in np.meshgrid(line + _CENTRE[0], line + _CENTRE[1], indexing="ij"))
    p = np.stack([x, y, 0 * x], 1)
    heap = 9 * fractal(p / 70, 5) + 3.5 * blocks(p, 24, seed=9, tilt=0.5) + 1.6 * blocks(p, 7, seed=10, tilt=0.6)
    rubble = surface("bottom", (0.050, 0.036, 0.032), 0.95, mottle=((0.090, 0.066, 0.052), 0.05), bump=(0.8, 0.6))
    mesh_object("bottom", np.stack([x, y, heap - _DEPTH + 4], 1), grid_faces(size, size), rubble)


def _wreck() -> None:
    """Along the edge and down the wall: blocks of what the town stood on, and what ran under its streets."""
    rng = np.random.default_rng(12)
    stone = surface("block", (0.115, 0.078, 0.056), 0.95, mottle=((0.060, 0.044, 0.036), 0.3), bump=(0.6, 1.2))
    count = 2600
    bearing = np.radians(rng.uniform(-100, 70, count))
    down = rng.uniform(0.45, 1.0, count) ** 0.7
    away = _RADIUS - 46 * down**1.25 - 62 * np.clip((down - 0.58) / 0.42, 0, 1) ** 1.3 - rng.uniform(2, 34, count)
    points = np.c_[_CENTRE[0] + away * np.cos(bearing), _CENTRE[1] + away * np.sin(bearing), -_DEPTH * down + 1.0]
    pieces = splinters(14, stone, seed=3)
    scatter_rubble(pieces, points, 1.2 + 7.0 * rng.random(count) ** 5, rng)
    count = 1800
    out, bearing = _RADIUS - rng.uniform(110, 330, count), np.radians(rng.uniform(-75, 10, count))
    strewn = np.c_[_CENTRE[0] + out * np.cos(bearing), _CENTRE[1] + out * np.sin(bearing), np.full(count, 6.0 - _DEPTH)]
    scatter_rubble(pieces, strewn, 2.0 + 9.0 * rng.random(count) ** 4, rng)
    works = Works(
        surface("slab", (0.17, 0.155, 0.145), 0.85, bump=(0.4, 2)), surface("pipe", (0.05, 0.045, 0.045), 0.5)
    )
    for k in range(46):
        angle = np.radians(rng.uniform(-62, 58))
        low = rng.uniform(0.5, 15.0) if k % 3 else rng.uniform(0, 1.2)
        reach = _RADIUS - 1.0 - 0.35 * low
        for _ in range(4):
            spot = _CENTRE + reach * np.array((np.cos(angle), np.sin(angle)))
            reach += (_RADIUS - 0.35 * low - _torn(spot[:1], spot[1:])[0]) * 0.9
        spot = _CENTRE + reach * np.array((np.cos(angle), np.sin(angle)))
        turn = (rng.uniform(-35, 35), rng.uniform(-30, 30), np.degrees(angle) + rng.uniform(-25, 25))
        wide = rng.uniform(3, 9)
        works.box((*spot, -low), (wide, wide * rng.uniform(0.5, 0.9), rng.uniform(0.3, 0.6)), 0, turn=turn)
        if k % 3 == 1:
            works.box((*spot, -low - 2), (rng.uniform(7, 13), 0.7, 0.7), 1, turn=(0, rng.uniform(4, 24), turn[2]))
    works.finish()


def _off_road(x: Array, y: Array) -> Array:
    """How far (x, y) lies from the road's middle line."""
    return np.abs((x - _END.x) * -_BACK.y + (y - _END.y) * _BACK.x)


def _earth() -> None:
    rows, columns = 900, 760
    reach = np.geomspace(14.0, 1500.0, rows)[:, None]
    bearing = np.radians(np.linspace(-46, 43, columns))[None]
    x = (_EYE.x + reach * np.sin(bearing)).ravel()
    y = (_EYE.y + reach * np.cos(bearing)).ravel()
    mesh_object("earth", np.stack([x, y, _height(x, y)], 1), grid_faces(rows, columns), _soil())


def _soil() -> bpy.types.Material:
    return surface("soil", (0.125, 0.083, 0.058), 0.95, mottle=((0.060, 0.044, 0.035), 0.06), bump=(0.35, 1.1))


def _at(back: float, side: float = 0.0, up: float = 0.0) -> Vector:
    """The point `back` metres from the road's broken end and `side` to the right of its middle, looking at the rim."""
    return _end() + _BACK * back + Vector((-_BACK.y, _BACK.x, 0)) * side + Vector((0, 0, up))


@cache
def _end() -> Vector:
    """Where the road breaks off."""
    steps = np.arange(40.0, -40.0, -0.25)
    at = np.array([(_END + _BACK * float(k))[:2] for k in steps])
    return _END + _BACK * float(steps[np.argmax(_height(at[:, 0], at[:, 1]) < -3.0)] + 1.0)


def _road() -> None:
    """The road, broken off at the edge, its slabs tilting."""
    asphalt = surface("asphalt", (0.026, 0.028, 0.034), 0.5, mottle=((0.018, 0.020, 0.026), 0.4), bump=(0.3, 6))
    works = Works(asphalt, surface("road paint", (0.70, 0.50, 0.14), 0.7))
    heading = math.degrees(math.atan2(_BACK.x, -_BACK.y))
    works.box(_at(60, 0, 0.16), (8.4, 120, 0.22), 0, turn=(0, 0, heading))
    for k in range(24):
        for side in (-0.14, 0.14):
            works.box(_at(2.5 + 4.2 * k, side, 0.275), (0.1, 4.0, 0.006), 1, turn=(0, 0, heading))
    broken = ((-2.4, 0.6, 14, 9), (1.6, 0.9, 22, -7), (-0.4, 3.2, 46, 14), (3.2, 0.2, 9, -12), (2.4, 3.6, 60, 30))
    for side, out, tilt, turn in broken:
        works.box(_at(-out, side, -0.1 - 0.02 * tilt), (2.9, 2.6, 0.24), 0, turn=(-tilt, 3, heading + turn))
    works.finish()


def _poles() -> None:
    """Poles along the road; the last one leans out over nothing, its wires gone."""
    row = []
    for back in (7.0, 40.0, 73.0):
        foot = _at(back, 7.0)
        row.append(town.pole(foot.x, foot.y, turn=33, height=9.0))
    town.wires(row, sag=1.0, radius=0.03)
    black = surface("wire end", (0.01, 0.01, 0.01), 0.8)
    for k, top in enumerate(row[0]):
        down = top - _BACK * (1.5 + 0.3 * k) - Vector((0, 0, 5 + 0.9 * k))
        tube([top, top - _BACK * 0.8 - Vector((0, 0, 1.2)), down, down - Vector((0.3, 0, 4))], 0.03, black)


def _left_standing() -> None:
    """What the town has left: houses of its last street, a car."""
    for k, (x, y, turn) in enumerate(
        ((122, 140, 70), (139, 116, 75), (131, 178, 60), (158, 150, 250), (166, 190, 240))
    ):
        town.house(x, y, turn, seed=k + 3)
    parked = _at(44, -6.5)
    town.car(parked.x, parked.y, 33 + 168, seed=1)


def _bus() -> None:
    """The school bus, drawn up on the road short of the edge."""
    before = set(bpy.context.scene.objects)
    paint = surface("bus yellow", (0.62, 0.30, 0.02), 0.4)
    length = 8.36
    coach.shell(length, paint, surface("lining", (0.14, 0.15, 0.14), 0.6))
    coach.bulkhead(length, surface("dashboard", (0.02, 0.02, 0.022), 0.5))
    coach.seats(range(9), surface("vinyl", (0.030, 0.052, 0.045), 0.5))
    coach.outside(length, paint)
    frame = bpy.data.objects.new("bus", None)
    bpy.context.scene.collection.objects.link(frame)
    for thing in set(bpy.context.scene.objects) - before - {frame}:
        thing.parent = frame
    frame.location = _at(22.5, 1.4, 1.16)
    frame.rotation_euler = (0, 0, math.radians(46))


def _people() -> None:
    skin = surface("skin", (0.42, 0.27, 0.20), 0.55)
    colors = ((0.05, 0.035, 0.03), (0.03, 0.04, 0.06), (0.10, 0.03, 0.03), (0.06, 0.06, 0.05))
    coats = [surface("jacket", color, 0.8) for color in colors]
    denim = surface("denim", (0.045, 0.05, 0.07), 0.85)
    hair = [surface("hair", color, 0.5) for color in ((0.45, 0.31, 0.14), (0.10, 0.05, 0.03), (0.02, 0.016, 0.015))]
    rows = (
        ("female", stances.STAND, "long", -0.9, 1.4, 20, 0),
        ("female", stances.ARMS_CROSSED, "long", 1.3, 2.2, 8, 1),
        ("male", seated.WAITING, "cropped", 2.2, 2.0, 30, 1),
        ("female", seated.EMBRACED, "long", -2.9, 3.3, 16, 2),
        ("female", seated.WAITING, "long", -3.5, 3.3, 26, 1),
        ("male", stances.STAND, "cropped", 3.2, 8.0, -20, 2),
        ("female", stances.ARMS_CROSSED, "long", -3.4, 10.5, 50, 0),
    )
    for k, (sex, pose, style, side, back, turn, shade) in enumerate(rows):
        someone = person(sex, pose, "jacket", style, seed=k)
        wear = [skin, coats[k % 4], denim, coats[(k + 1) % 4], hair[shade]]
        put(someone, _at(back, side, 0.27), 180 + turn, scale=1.08, wear=wear)
