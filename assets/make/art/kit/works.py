"""Things made of flat pieces, collected into one mesh: walls, furniture, machines."""

import math
from collections.abc import Sequence

import bpy
import numpy as np
from mathutils import Euler, Vector

from kit.mesh import Point, mesh_object


class Works:
    """Collects pieces in a space of their own; `finish` puts them into the scene as one object.

    Every piece names its material by its place in `materials`.
    """

    def __init__(self, *materials: bpy.types.Material) -> None:
        self.materials = materials
        self._vertices: list[tuple[float, float, float]] = []
        self._faces: list[tuple[int, ...]] = []
        self._slots: list[int] = []

    def mesh(self, vertices: Sequence[Point], faces: Sequence[Sequence[int]], slot: int = 0) -> None:
        """Add faces over vertices of their own."""
        start = len(self._vertices)
        self._vertices += [(float(v[0]), float(v[1]), float(v[2])) for v in vertices]
        self._faces += [tuple(start + int(k) for k in face) for face in faces]
        self._slots += [slot] * len(faces)

    def face(self, corners: Sequence[Point], slot: int = 0) -> None:
        """Add one flat polygon."""
        self.mesh(corners, [range(len(corners))], slot)

    def box(self, centre: Point, size: Sequence[float], slot: int = 0, *, turn: Sequence[float] = (0, 0, 0)) -> None:
        """Add a box with sides of `size`, turned by Euler XYZ degrees about its centre."""
        rotation = Euler([math.radians(a) for a in turn]).to_matrix()
        corners = [
            Vector(centre) + rotation @ Vector((i * size[0] / 2, j * size[1] / 2, k * size[2] / 2))
            for i in (-1, 1)
            for j in (-1, 1)
            for k in (-1, 1)
        ]
        faces = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
        self.mesh(corners, faces, slot)

    def loft(self, rings: Sequence[Sequence[Point]], slot: int = 0, *, caps: bool = True) -> None:
        """Add a skin over closed rings of equally many points."""
        n = len(rings[0])
        points = [point for ring in rings for point in ring]
        faces: list[Sequence[int]] = [
            (r * n + k, r * n + (k + 1) % n, (r + 1) * n + (k + 1) % n, (r + 1) * n + k)
            for r in range(len(rings) - 1)
            for k in range(n)
        ]
        if caps:
            faces += [list(reversed(range(n))), list(range(len(points) - n, len(points)))]
        self.mesh(points, faces, slot)

    def rod(self, start: Point, end: Point, radius: float, slot: int = 0, *, sides: int = 10) -> None:
        """Add a round bar."""
        a, b = Vector(start), Vector(end)
        turn = (b - a).to_track_quat("Z", "Y")
        around = [turn @ Vector((radius * math.cos(t), radius * math.sin(t), 0)) for t in _angles(sides)]
        self.loft([[a + p for p in around], [b + p for p in around]], slot)

    def finish(
        self, location: Point = (0, 0, 0), turn: float = 0.0, *, bevel: float = 0.0, smooth: bool = False
    ) -> bpy.types.Object:
        """Put it all at `location`, turned `turn` degrees about z, edges rounded by `bevel` metres."""
        thing = mesh_object("works", np.array(self._vertices), self._faces, smooth=smooth)
        for material in self.materials:
            thing.data.materials.append(material)
        thing.data.polygons.foreach_set("material_index", np.array(self._slots, np.int32))
        thing.location = location
        thing.rotation_euler = (0, 0, math.radians(turn))
        if bevel:
            modifier = thing.modifiers.new("bevel", "BEVEL")
            modifier.width = bevel
            modifier.segments = 2
            modifier.limit_method = "ANGLE"
        return thing


def _angles(count: int) -> list[float]:
    return [2 * math.pi * k / count for k in range(count)]
