"""Palms, hedges and grass, made of leaves; for trees see `kit.trees`."""

import math

import bpy
import numpy as np

from kit.material import surface
from kit.mesh import mesh_object, tube
from kit.noise import Array


def leaf() -> bpy.types.Material:
    """Leaves at dawn."""
    return surface("leaf", (0.035, 0.048, 0.026), 0.75, mottle=((0.018, 0.026, 0.018), 2.0))


def bark() -> bpy.types.Material:
    """Trunks and boughs."""
    return surface("bark", (0.05, 0.042, 0.036), 0.9, bump=(0.5, 9))


def leaves(
    centres: Array,
    size: float,
    rng: np.random.Generator,
    *,
    droop: float = 0.0,
    wide: float = 0.42,
    reach: tuple[float, float] = (0.6, 1.3),
) -> tuple[Array, Array]:
    """A leaf-shaped quad at each of `centres` (n, 3), turned at random but for its `droop`: vertices, faces.

    It is `size` times a random `reach` from its middle to its tip, and `wide` as wide as long.
    """
    n = len(centres)
    along = rng.normal((0, 0, -droop), 1, (n, 3))
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    across = np.cross(along, rng.normal(size=(n, 3)))
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    long = size * rng.uniform(*reach, (n, 1))
    corners = [centres - along * long, centres + across * long * wide, centres + along * long]
    corners.append(centres - across * long * wide)
    return np.stack(corners, 1).reshape(-1, 3), np.arange(4 * n).reshape(-1, 4)


def palm(x: float, y: float, height: float, *, seed: int = 0, ground: float = 0.0) -> None:
    """A tall fan palm with its skirt of dead fronds."""
    rng = np.random.default_rng(seed)
    lean = rng.normal(0, 0.03 * height)
    top = np.array((x + lean, y, ground + height))
    tube([(x, y, ground - 0.2), (x + 0.25 * lean, y, ground + height * 0.5), top], 0.17, bark())
    vertices: list[Array] = []
    for k in range(46):
        dead = k >= 30
        a = rng.uniform(0, 2 * math.pi)
        rise = rng.uniform(-1.25, -0.7) if dead else rng.uniform(-0.5, 1.25)
        out = np.array((math.cos(a) * math.cos(rise), math.sin(a) * math.cos(rise), math.sin(rise)))
        long = rng.uniform(0.7, 1.2) if dead else rng.uniform(1.1, 1.6)
        stalk = top + out * long * 0.55
        side = np.cross(out, (0, 0, 1.0))
        side /= np.linalg.norm(side)
        over = np.cross(side, out)
        for turn in np.linspace(-1.15, 1.15, 11):
            tip = stalk + long * 0.62 * (math.cos(turn) * out + math.sin(turn) * side) - (0, 0, 0.18 * long)
            edge = 0.035 * over + 0.03 * side
            vertices += [stalk - edge, stalk + edge, tip]
        edge = 0.02 * side
        vertices += [top - edge, top + edge, stalk]
    points = np.array(vertices)
    mesh_object("palm", points, np.arange(len(points)).reshape(-1, 3), leaf())


def hedge(low: tuple[float, float, float], high: tuple[float, float, float], *, seed: int = 0) -> None:
    """A clipped hedge between two corners."""
    rng = np.random.default_rng(seed)
    size = np.array(high) - low
    count = int(260 * (size[0] * size[1] + size[2] * (size[0] + size[1])))
    points = np.array(low) + size * rng.uniform(0, 1, (count, 3))
    vertices, faces = leaves(points, 0.10, rng)
    mesh_object("hedge", vertices, faces, leaf())


def grass(
    low: tuple[float, float],
    high: tuple[float, float],
    count: int,
    *,
    seed: int = 0,
    height: float = 0.09,
    ground: float = 0.0,
) -> None:
    """Blades over a rectangle of level ground."""
    rng = np.random.default_rng(seed)
    root = np.c_[rng.uniform(low[0], high[0], count), rng.uniform(low[1], high[1], count), np.full(count, ground)]
    tip = root + np.c_[rng.normal(0, 0.03, (count, 2)), height * rng.uniform(0.4, 1.2, count)]
    a = rng.uniform(0, 2 * math.pi, count)
    edge = 0.010 * np.c_[np.cos(a), np.sin(a), 0 * a]
    points = np.stack([root - edge, root + edge, tip], 1).reshape(-1, 3)
    mesh_object("grass", points, np.arange(3 * count).reshape(-1, 3), leaf())
