"""Builds things that people make: boxes, sheets and their hardware, gathered into one object."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import bpy
import numpy as np
from mathutils import Euler, Vector

from kit.mesh import Point, mesh_object

_CORNERS = np.array([(x, y, z) for x in (-0.5, 0.5) for y in (-0.5, 0.5) for z in (-0.5, 0.5)])
_SIDES = ((0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3))


@dataclass
class Boxes:
    """Collects boxes and flat shapes; each names its material by its index in `materials`."""

    materials: Sequence[bpy.types.Material]
    _vertices: list[tuple[float, ...]] = field(default_factory=list)
    _faces: list[tuple[int, ...]] = field(default_factory=list)
    _slots: list[int] = field(default_factory=list)

    def box(self, centre: Point, size: Sequence[float], slot: int = 0, turn: Sequence[float] = (0, 0, 0)) -> None:
        """A box with edges `size`, turned by Euler XYZ radians."""
        matrix = np.array(Euler(turn).to_matrix())
        start = len(self._vertices)
        self._vertices += [tuple(p) for p in (_CORNERS * size) @ matrix.T + np.asarray(centre)]
        self._faces += [tuple(start + k for k in side) for side in _SIDES]
        self._slots += [slot] * len(_SIDES)

    def sheet(self, points: Sequence[Point], slot: int = 0) -> None:
        """One flat face through `points`."""
        start = len(self._vertices)
        self._vertices += [tuple(p) for p in points]
        self._faces.append(tuple(range(start, start + len(points))))
        self._slots.append(slot)

    def show(self, *, bevel: float = 0.0) -> bpy.types.Object:
        """Put all of it into the scene, its edges broken by `bevel` metres."""
        thing = mesh_object("boxes", np.array(self._vertices), self._faces)
        for material in self.materials:
            thing.data.materials.append(material)
        thing.data.polygons.foreach_set("material_index", np.array(self._slots, np.int32))
        if bevel:
            modifier = thing.modifiers.new("bevel", "BEVEL")
            modifier.width = bevel
            modifier.segments = 1
            modifier.limit_method = "ANGLE"
        return thing


def papers(
    centres: Sequence[Point], material: bpy.types.Material, rng: np.random.Generator, *, size: float = 0.28
) -> None:
    """Sheets of paper lying about, each with one corner lifted."""
    pages = Boxes([material])
    for centre in centres:
        turn = rng.uniform(0, 6.3)
        c, s = np.cos(turn), np.sin(turn)
        lift = rng.uniform(0, 0.12, 4) * (rng.uniform(0, 1, 4) < 0.4) * size
        corners = ((-0.36, -0.5), (0.36, -0.5), (0.36, 0.5), (-0.36, 0.5))
        at = Vector(centre)
        pages.sheet(
            [
                (at.x + size * (a * c - b * s), at.y + size * (a * s + b * c), at.z + h)
                for (a, b), h in zip(corners, lift, strict=True)
            ]
        )
    pages.show()
