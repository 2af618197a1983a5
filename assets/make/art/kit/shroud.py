"""A blanket drawn about somebody: cloth hung around a posed body."""

import math

import bpy
import numpy as np
import numpy.typing as npt

from kit.mesh import grid_faces, mesh_object
from kit.noise import Array, fractal

_COLUMNS = 96


def shroud(
    body: bpy.types.Object,
    material: bpy.types.Material,
    *,
    top: float,
    hem: float = 0.0,
    loose: float = 0.03,
    flare: float = 0.10,
    crown: float = 0.0,
    open_towards: float | None = None,
    seed: int = 0,
) -> bpy.types.Object:
    """Wrap the placed mesh `body` from its height `top` (metres over its lowest point) down to `hem`.

    The cloth stands `loose` off the hull of each level and hangs from the widest level above it, spreading by `flare`
    towards the hem; over the first `crown` metres it closes to a dome, as over a head; `open_towards` (degrees about z in the world, 0 along +x) leaves a gap there.
    """
    bpy.context.view_layer.update()
    raw = np.empty(len(body.data.vertices) * 3, np.float32)
    body.data.vertices.foreach_get("co", raw)
    matrix = np.array(body.matrix_world)
    points = raw.reshape(-1, 3) @ matrix[:3, :3].T + matrix[:3, 3]
    foot = points[:, 2].min()
    levels = np.linspace(foot + top, foot + hem, 60)
    middle = points[(points[:, 2] < levels[0]) & (points[:, 2] > levels[0] - 0.4), :2].mean(0)
    angle = np.linspace(0, 2 * math.pi, _COLUMNS, endpoint=False)
    reach = np.array([_reach(points, level, middle, angle) for level in levels])
    reach = np.maximum.accumulate(reach, 0) * 0.75 + reach * 0.25
    kernel = np.array([1, 4, 6, 4, 1]) / 16
    for _ in range(3):
        reach = sum(w * np.roll(reach, k - 2, 1) for k, w in enumerate(kernel))
    down = np.linspace(0, 1, len(levels))[:, None]
    if crown:
        reach = reach * np.sqrt(1 - np.clip(1 - down * (top - hem) / crown, 0, 1) ** 2)
    ring = np.stack([np.cos(angle), np.sin(angle), 0 * angle], 1)
    where = np.concatenate([np.tile(ring, (len(levels), 1)) * 3.4, 0 * np.ones((len(levels) * _COLUMNS, 1))], 1)[:, :3]
    where[:, 2] = np.repeat(down[:, 0] * 1.3, _COLUMNS)
    folds = fractal(where + seed, 3, ridged=True).reshape(len(levels), _COLUMNS)
    radius = (
        reach
        + loose * np.minimum(1, reach / 0.05)
        + down * flare * (0.7 + 0.6 * folds)
        + 0.03 * folds * (0.3 + down) * np.minimum(1, reach / 0.1)
    )
    vertices = np.stack(
        [
            middle[0] + radius * np.cos(angle),
            middle[1] + radius * np.sin(angle),
            np.repeat(levels[:, None], _COLUMNS, 1) + 0.02 * folds * (1 - down) * np.minimum(1, reach / 0.1),
        ],
        -1,
    ).reshape(-1, 3)
    faces = grid_faces(len(levels), _COLUMNS, wrap=True)
    if open_towards is not None:
        faces = faces[~_gap(angle, open_towards)[faces % _COLUMNS].any(1)]
    return mesh_object("shroud", vertices, faces, material, smooth=True)


def _reach(points: Array, level: float, middle: Array, angle: Array) -> Array:
    """How far from `middle` the body's hull stands at `level`, in each direction of `angle`."""
    near = points[np.abs(points[:, 2] - level) < 0.05, :2] - middle
    if not len(near):
        return np.zeros(len(angle))
    out = np.stack([np.cos(angle), np.sin(angle)], 1)
    support = (near @ out.T).max(0)
    return np.maximum(support, 0.02)


def _gap(angle: Array, towards: float) -> npt.NDArray[np.bool_]:
    off = (angle - math.radians(towards) + math.pi) % (2 * math.pi) - math.pi
    return np.abs(off) < 0.35
