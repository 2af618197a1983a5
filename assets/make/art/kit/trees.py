"""Trees grown limb by limb: a crooked trunk, boughs that fork, leaves on the twigs alone, so that sky shows through."""

import math

import bpy
import numpy as np

from kit.material import powder
from kit.mesh import grid_faces, mesh_object, place
from kit.noise import Array
from kit.plants import bark, leaves

_RING = 6


def tree(
    seed: int,
    *,
    levels: int = 6,
    spread: float = 0.85,
    count: int = 30000,
    size: float = 0.0125,
    bare: float = 0.12,
    rise: float = 0.10,
) -> bpy.types.Mesh:
    """A tree about one unit high with its foot at the origin; hidden until placed (see `stand`).

    `spread` is how far forks open, `bare` the share of twigs that have lost their leaves, `rise` how boughs seek light.
    """
    rng = np.random.default_rng(seed)
    limbs: list[tuple[Array, Array]] = []
    twigs: list[Array] = []
    lean = rng.normal(0, 0.10, 2)
    _grow(np.zeros(3), np.array((lean[0], lean[1], 1.0)), 0.30, 0.024, levels, (spread, rise), limbs, twigs, rng)
    bones, faces = _skin(limbs)
    ends = np.array([t for t in twigs if rng.uniform() > bare])
    blades, sides = _foliage(ends, count, size, rng)
    vertices = np.concatenate([bones, blades])
    quads = np.concatenate([faces, sides + len(bones)])
    scale = np.quantile(vertices[:, 2], 0.998)
    thing = mesh_object("tree", vertices / scale, quads)
    mesh = thing.data
    mesh.materials.append(bark())
    mesh.materials.append(powder("lit leaf", (0.030, 0.040, 0.014)))
    slots = np.r_[np.zeros(len(faces)), np.ones(len(sides))].astype(np.int32)
    mesh.polygons.foreach_set("material_index", slots)
    bpy.data.objects.remove(thing)
    return mesh


def stand(mesh: bpy.types.Mesh, x: float, y: float, height: float, *, turn: float = 0.0, ground: float = 0.0) -> None:
    """Plant `mesh` (see `tree`), turned `turn` radians."""
    place(mesh, (x, y, ground - 0.05), (0, 0, turn), (height * 1.05, height * 1.05, height))


def _grow(
    start: Array,
    towards: Array,
    length: float,
    radius: float,
    level: int,
    habit: tuple[float, float],
    limbs: list[tuple[Array, Array]],
    twigs: list[Array],
    rng: np.random.Generator,
) -> None:
    """One limb and, from its outer part, those that spring from it."""
    spread, rise = habit
    count = 6
    way = towards / np.linalg.norm(towards)
    path = [start]
    for _ in range(count - 1):
        way = way + rng.normal(0, 0.13, 3) + (0, 0, rise * 0.35)
        way /= np.linalg.norm(way)
        path.append(path[-1] + way * length / (count - 1))
    points = np.array(path)
    taper = radius * np.linspace(1, 0.62, count)
    limbs.append((points, taper))
    if level <= 2:
        twigs.append(points[rng.integers(2, count)])
        twigs.append(points[-1])
    if level == 0:
        return
    forks = 2 + (rng.uniform() < 0.62)
    turn = rng.uniform(0, 2 * math.pi)
    side = np.cross(way, rng.normal(size=3))
    side /= np.linalg.norm(side)
    other = np.cross(way, side)
    for k in range(forks):
        angle = turn + 2 * math.pi * k / forks + rng.normal(0, 0.35)
        out = math.cos(angle) * side + math.sin(angle) * other
        open_by = spread * rng.uniform(0.45, 1.15)
        heading = way + out * open_by + (0, 0, rise)
        at = points[-1] if k < 2 else points[rng.integers(count - 3, count)]
        share = rng.uniform(0.62, 0.92)
        _grow(at, heading, length * share, radius * 0.64, level - 1, habit, limbs, twigs, rng)


def _skin(limbs: list[tuple[Array, Array]]) -> tuple[Array, Array]:
    """Tapering tubes about the limbs: vertices, quads."""
    angle = np.linspace(0, 2 * math.pi, _RING, endpoint=False)
    vertices, faces, start = [], [], 0
    for points, radii in limbs:
        along = points[-1] - points[0]
        along /= np.linalg.norm(along)
        side = np.cross(along, (0.31, 0.87, 0.38))
        side /= np.linalg.norm(side)
        over = np.cross(along, side)
        ring = np.cos(angle)[:, None] * side + np.sin(angle)[:, None] * over
        vertices.append((points[:, None] + radii[:, None, None] * ring[None]).reshape(-1, 3))
        faces.append(grid_faces(len(points), _RING, wrap=True) + start)
        start += len(points) * _RING
    return np.concatenate(vertices), np.concatenate(faces)


def _foliage(ends: Array, count: int, size: float, rng: np.random.Generator) -> tuple[Array, Array]:
    """Leaves in loose sprays about the twigs' `ends`: vertices, quads."""
    weight = rng.gamma(1.6, 1, len(ends))
    which = rng.choice(len(ends), count, p=weight / weight.sum())
    away = rng.normal(0, 0.026, (count, 3)) * (1, 1, 0.75)
    return leaves(ends[which] + away, size, rng, droop=0.5, wide=0.45, reach=(0.55, 1.25))


def shrubs(
    low: tuple[float, float, float], high: tuple[float, float, float], *, seed: int = 0, density: float = 3800
) -> None:
    """A planting between two corners: bushes of uneven height grown into one another, with stray shoots."""
    rng = np.random.default_rng(seed)
    size = np.array(high) - low
    lumps = max(5, int(size[0] * size[1] * 3.2))
    middle = np.array(low) + rng.uniform(0, 1, (lumps, 3)) * size * (1, 1, 0.35)
    girth = rng.uniform(0.26, 0.5, (lumps, 1)) * (1, 1, 1) * min(1.2, size[2])
    girth[:, 2] *= rng.uniform(0.9, 1.7, lumps)
    count = int(density * size[0] * max(size[1], 0.5))
    which = rng.integers(0, lumps, count)
    out = rng.normal(size=(count, 3))
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    out[:, 2] = np.abs(out[:, 2])
    spots = middle[which] + out * girth[which] * rng.uniform(0.3, 1.15, (count, 1)) ** 0.5
    shoots = rng.uniform(size=count) < 0.03
    spots[shoots] += out[shoots] * (0.1, 0.1, 0.35)
    spots[:, 2] = np.maximum(spots[:, 2], low[2])
    vertices, faces = _foliage(spots, count, 0.040, rng)
    mesh_object("shrubs", vertices, faces, powder("shrub leaf", (0.022, 0.031, 0.013)))
