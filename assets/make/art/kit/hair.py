"""Hair for a posed body: a cap on the scalp, and strands that fall from it over head and back."""

import numpy as np

from kit.body import Array, Body, Faces, Part
from kit.noise import fractal

_SKULL = np.array([0.070, 0.090, 0.108])
"""Half axes of an ellipsoid about the head, metres."""


def _scalp(body: Body, skin: Part, depth: float) -> Faces:
    """Faces of the skin where hair grows, down to `depth` metres below the crown at the back."""
    top = body.height
    _, y, z = skin.rest.T
    grows = (z > top - depth - 0.02) & ((y > -0.08) | (z > top - 0.05)) & (z > top - depth + np.clip(-y * 0.85, 0, 1))
    return skin.faces[grows[skin.faces].all(1)]


def cap(body: Body, thickness: float, seed: int) -> tuple[Array, Faces]:
    """The scalp raised by about `thickness` metres in tufts: vertices (n, 3), faces (m, 4)."""
    skin = body.part("body")
    faces = _scalp(body, skin, 0.13)
    tufts = thickness * (1 + 0.8 * fractal(skin.rest * 45 + seed, 2, ridged=True))
    used = np.unique(faces)
    renumber = np.zeros(len(skin.vertices), np.int64)
    renumber[used] = np.arange(len(used))
    return (skin.vertices + skin.normals * tufts[:, None])[used], renumber[faces]


def strands(
    body: Body, seed: int, *, length: float = 0.40, count: int = 2600, radius: float = 0.0016
) -> tuple[Array, Faces]:
    """Hair as thin three-sided tubes grown step by step, kept outside skull, shoulders and back."""
    rng = np.random.default_rng(seed + 3)
    skin = body.part("body")
    points, headings = _roots(skin, _scalp(body, skin, 0.115), count, rng)
    head = body.turns["head"]
    headings = headings * 0.25 + head @ (0, 0.45, -0.05)
    steps = 16
    lengths = length * rng.uniform(0.75, 1.08, count)
    roots = points.copy()
    path = [points]
    for i in range(steps):
        t = i / steps
        waves = np.stack([fractal(roots * (30, 30, 8) + (0, 0, t * 2.6 + 11 * axis), 2) for axis in range(3)], 1)
        fall = np.array([0, 0, -1.0]) * (0.42 + 0.3 * t)
        headings = headings * 0.55 + fall + 0.26 * waves + 0.05 * rng.normal(size=points.shape)
        headings /= np.linalg.norm(headings, axis=1, keepdims=True)
        points = _outside_back(body, _outside_skull(body, points + headings * (lengths / steps)[:, None]))
        path.append(points)
    return _tubes(np.stack(path, 1), radius, rng)


def _roots(skin: Part, faces: Faces, count: int, rng: np.random.Generator) -> tuple[Array, Array]:
    """Random points on `faces`, evenly by area, and the normals there."""
    corners = skin.vertices[faces]
    area = np.linalg.norm(np.cross(corners[:, 2] - corners[:, 0], corners[:, 3] - corners[:, 1]), axis=1)
    chosen = faces[rng.choice(len(faces), count, p=area / area.sum())]
    weights = rng.dirichlet([1] * 4, count)
    return (
        np.einsum("ij,ijk->ik", weights, skin.vertices[chosen]),
        np.einsum("ij,ijk->ik", weights, skin.normals[chosen]),
    )


def _outside_skull(body: Body, points: Array) -> Array:
    head = body.turns["head"]
    centre = body.joints["head"] + head @ (0, -0.012, 0.085)
    local = (points - centre) @ head
    reach = np.sqrt(((local / _SKULL) ** 2).sum(1))
    local *= np.where(reach < 1.09, 1.09 / reach, 1)[:, None]
    return centre + local @ head.T


def _outside_back(body: Body, points: Array) -> Array:
    """Push points out of an elliptic barrel about chest and shoulders, towards the back."""
    chest = body.turns["spine_03"]
    centre = body.joints["spine_03"] + chest @ (0, 0, 0.14)
    x, y, z = ((points - centre) @ chest).T
    shoulder = np.clip((z - 0.02) / 0.20, 0, 1)
    deep = 0.148 * (1 - 0.55 * shoulder**2)
    wide = 0.215 * (1 - 0.35 * shoulder)
    inside = (np.hypot(x / wide, y / deep) < 1) & (z < 0.22)
    surface = deep * np.sqrt(np.clip(1 - (x / wide) ** 2, 0, 1))
    y = np.where(inside, np.maximum(y, 0.88 * surface), y)
    return centre + np.stack([x, y, z], 1) @ chest.T


def _tubes(path: Array, radius: float, rng: np.random.Generator) -> tuple[Array, Faces]:
    """Tubes along `path` (strands, knots, 3), thinning to their tips."""
    count, knots, _ = path.shape
    radii = radius * (1 - 0.75 * np.linspace(0, 1, knots) ** 2)
    start = rng.uniform(0, 2 * np.pi, count)
    vertices = np.empty((count, knots, 3, 3))
    for side in range(3):
        angle = start + side * 2 * np.pi / 3
        around = np.stack([np.cos(angle), np.sin(angle), np.zeros(count)], 1)
        vertices[:, :, side] = path + around[:, None] * radii[None, :, None]
    first = (np.arange(count)[:, None, None] * knots + np.arange(knots - 1)[None, :, None]) * 3
    side, after = np.arange(3), (np.arange(3) + 1) % 3
    quads = np.broadcast_arrays(first + side, first + after, first + 3 + after, first + 3 + side)
    return vertices.reshape(-1, 3), np.stack(quads, -1).reshape(-1, 4)
