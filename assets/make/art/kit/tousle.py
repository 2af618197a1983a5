"""Short hair with a life of its own: tufts over a figure's smooth cap of hair."""

import numpy as np

from kit.people import HAIR, Person


def tousled(someone: Person, *, count: int = 1400, length: float = 0.035, seed: int = 0) -> Person:
    """The same figure with `count` tufts about `length` metres long on its hair."""
    rng = np.random.default_rng(seed)
    cap = someone.faces[someone.slots == HAIR]
    corners = someone.vertices[cap]
    normal = np.cross(corners[:, 2] - corners[:, 0], corners[:, 3] - corners[:, 1])
    area = np.linalg.norm(normal, axis=1)
    pick = rng.choice(len(cap), count, p=area / area.sum())
    root = np.einsum("ij,ijk->ik", rng.dirichlet([1] * 4, count), corners[pick])
    out = normal[pick] / area[pick, None]
    middle = someone.vertices[np.unique(cap)].mean(0)
    out *= np.sign(np.einsum("ij,ij->i", out, root - middle))[:, None]
    grain = np.array((0, 0.55, -0.35))
    way = out + grain + rng.normal(0, 0.38, (count, 3))
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    side = np.cross(way, rng.normal(size=(count, 3)))
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    reach = length * rng.uniform(0.5, 1.2, (count, 1))
    low, wide = root - out * 0.006, side * 0.005
    quads = np.stack([low - wide, low + wide, root + way * reach + wide * 0.2, root + way * reach - wide * 0.2], 1)
    faces = np.arange(4 * count).reshape(-1, 4) + len(someone.vertices)
    return Person(
        np.concatenate([someone.vertices, quads.reshape(-1, 3)]),
        np.concatenate([someone.faces, faces]),
        np.concatenate([someone.slots, np.full(count, HAIR, np.int32)]),
        someone.joints,
    )
