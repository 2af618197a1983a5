"""A person coming apart into dust."""

from dataclasses import dataclass

import numpy as np

from kit.body import Array, Faces
from kit.noise import fractal
from kit.people import Person


@dataclass(frozen=True)
class Remains:
    """What is left of a person: its solid `faces`, and its dust as loose tetrahedra."""

    solid: Faces
    dust_vertices: Array
    dust_faces: Faces


def dissolve(
    someone: Person,
    gone: float,
    *,
    grains: int,
    reach: float,
    seed: int = 0,
    size: tuple[float, float] = (0.004, 0.016),
) -> Remains:
    """Blow the share `gone` of a person away along +y (as it faces a light at -y, away from the light).

    The side towards the light goes first. `reach` is how far, in metres, the finest dust has flown; `size` bounds the
    grains' radius.
    """
    rng = np.random.default_rng(seed)
    centres = someone.vertices[someone.faces].mean(1)
    patches = fractal(centres * 5 + seed * 7, 4)
    exposed = -centres[:, 1] / 0.35 + 0.35 * centres[:, 2]
    order = np.argsort(np.argsort(-(patches * 1.3 + exposed * 0.55))) / len(centres)
    taken = order < gone

    corners = someone.vertices[someone.faces[taken]]
    area = np.linalg.norm(np.cross(corners[:, 2] - corners[:, 0], corners[:, 3] - corners[:, 1]), axis=1)
    pick = rng.choice(len(corners), grains, p=area / area.sum())
    start = np.einsum("ij,ijk->ik", rng.dirichlet([1] * 4, grains), corners[pick])
    travel = rng.uniform(0, 1, grains) ** 2.6
    curl = np.stack([fractal(start * 2.2 + 13 * k + seed + travel[:, None] * 1.5, 3) for k in range(3)], 1)
    lift = np.array([0, reach, 0.28 * reach])
    centre = start + travel[:, None] * (lift + 0.42 * reach * curl) + 0.012 * rng.normal(size=start.shape)
    radius = rng.uniform(*size, grains) * (1 - 0.55 * travel)
    spokes = rng.normal(size=(grains, 4, 3))
    spokes /= np.linalg.norm(spokes, axis=2, keepdims=True)
    vertices = (centre[:, None] + spokes * radius[:, None, None]).reshape(-1, 3)
    triangles = np.array([[0, 1, 2], [0, 3, 1], [0, 2, 3], [1, 3, 2]])
    faces = (np.arange(grains)[:, None, None] * 4 + triangles).reshape(-1, 3)
    return Remains(someone.faces[~taken], vertices, faces)
