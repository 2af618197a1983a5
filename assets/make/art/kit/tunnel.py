"""The maze under the seal: low halls of rock upheld by piers, dust on their floors, a cord laid through them."""

import math
from collections.abc import Callable, Sequence

import bpy
import numpy as np
from mathutils import Vector

from kit import rock
from kit.mesh import grid_faces, mesh_object, tube
from kit.noise import Array, blocks, fractal

Relief = Callable[[Array], Array]
"""Heights (n,) to add to the floor at points (n, 3)."""


def hall(
    material: bpy.types.Material,
    *,
    length: tuple[float, float],
    wide: Callable[[Array], Array],
    high: Callable[[Array], Array],
    lead: Callable[[Array], Array],
    seed: int = 0,
    rough: float = 1.0,
) -> None:
    """Walls and roof of a passage along y over `length`, to be set on a floor at z = 0.

    `wide` and `high` give its half width and its height at y (n,), `lead` the x of its middle line.
    """
    rows, columns = 520, 560
    y = np.linspace(*length, rows)
    angle = np.linspace(-0.18 * math.pi, 1.18 * math.pi, columns)
    out = np.tile(np.stack([np.cos(angle), 0 * angle, np.sin(angle)], 1), (rows, 1))
    size = np.stack([wide(y), 0 * y, high(y)], 1).repeat(columns, 0)
    skin = np.stack([lead(y), y, 0 * y], 1).repeat(columns, 0) + np.sign(out) * np.abs(out) ** 0.8 * size
    relief = 0.55 * fractal(skin / (2.6, 4.0, 2.6) + seed, 5, ridged=True) + 0.42 * blocks(skin, 1.5, seed=seed)
    relief += 0.16 * blocks(skin, 0.55, seed=seed + 1) + 0.04 * fractal(skin / 0.3, 4, ridged=True)
    mesh_object("hall", skin - out * (rough * relief)[:, None], grid_faces(rows, columns), material)


def floor(
    material: bpy.types.Material,
    low: tuple[float, float],
    high: tuple[float, float],
    *,
    seed: int = 0,
    carve: Relief | None = None,
    rough: float = 1.0,
    step: float = 0.028,
) -> None:
    """A floor of trodden dust over rock, a vertex every `step` metres; `carve` marks it."""
    shape = (int((high[0] - low[0]) / step), int((high[1] - low[1]) / step))
    p = rock.Ground.points(low, high, shape)
    z = 0.16 * fractal(p / 2.2 + seed, 4) + 0.07 * np.maximum(blocks(p, 0.9, seed=seed), -0.25)
    z = rough * (z + 0.02 * fractal(p / 0.25, 4, ridged=True))
    if carve:
        z += carve(p)
    rock.Ground(low, high, z.reshape(shape)).show(material)


def piers(material: bpy.types.Material, places: Sequence[tuple[float, float, float]], top: float, *, seed: int) -> None:
    """Pillars of rock left standing between passages: (x, y, radius), reaching up to z = `top`."""
    for k, (x, y, radius) in enumerate(places):
        rock.column((x, y, -0.5), top, radius, material, seed=seed + k, waist=0.82)


def drop(x: float, y: float, above: float = 1.2) -> Vector:
    """The point of the scene straight below (x, y, `above`)."""
    bpy.context.view_layer.update()
    graph = bpy.context.evaluated_depsgraph_get()
    found, point, *_ = bpy.context.scene.ray_cast(graph, Vector((x, y, above)), Vector((0, 0, -1)))
    if not found:
        raise ValueError(f"there is no ground under ({x}, {y}, {above})")
    return point


def smooth_path(knots: Sequence[tuple[float, float]], count: int) -> Array:
    """`count` points (n, 2) evenly along a Catmull-Rom curve through `knots`."""
    k = np.array([knots[0], *knots, knots[-1]], float)
    t = np.linspace(0, len(knots) - 1 - 1e-6, count)
    i = t.astype(int)
    f = (t - i)[:, None]
    a, b, c, d = k[i], k[i + 1], k[i + 2], k[i + 3]
    return 0.5 * (2 * b + (c - a) * f + (2 * a - 5 * b + 4 * c - d) * f**2 + (3 * b - a - 3 * c + d) * f**3)


def lay_cord(knots: Sequence[tuple[float, float]], radius: float, material: bpy.types.Material, count: int) -> None:
    """A cord lying along the floor over `knots` (x, y); where it comes again it lies upon itself."""
    path = smooth_path(knots, count)
    points = []
    for k, (x, y) in enumerate(path):
        earlier = path[: max(0, k - 12)]
        crosses = len(earlier) and np.hypot(*(earlier - (x, y)).T).min() < 3 * radius
        points.append(drop(x, y) + Vector((0, 0, radius * (2.4 if crosses else 0.8))))
    tube(points, radius, material)
