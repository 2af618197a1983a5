"""Things made of straight pieces: boxes, beams, and walls with openings. Lengths are metres, z is up."""

import bmesh
import bpy
import numpy as np
from mathutils import Vector

from kit.mesh import Point, mesh_object, place

Opening = tuple[float, float, float, float]
"""A hole in a wall: from and to along it, from and to in height."""


def _cuboid(size: Point, material: bpy.types.Material, bevel: float) -> bpy.types.Mesh:
    """A block of `size` about the origin, its edges rounded by `bevel`."""
    shape = bmesh.new()
    bmesh.ops.create_cube(shape, size=1)
    bmesh.ops.scale(shape, vec=Vector(size), verts=shape.verts)
    if bevel:
        bmesh.ops.bevel(shape, geom=shape.edges[:], offset=bevel, segments=3, profile=0.5, affect="EDGES")
    mesh = bpy.data.meshes.new("block")
    shape.to_mesh(mesh)
    shape.free()
    mesh.materials.append(material)
    return mesh


def box(low: Point, high: Point, material: bpy.types.Material, *, bevel: float = 0.0) -> bpy.types.Object:
    """A block between two corners."""
    a, b = Vector(low), Vector(high)
    return place(_cuboid(b - a, material, bevel), (a + b) / 2)


def beam(
    start: Point, end: Point, wide: float, high: float, material: bpy.types.Material, *, bevel: float = 0.0
) -> bpy.types.Object:
    """A bar from `start` to `end`, its section `wide` across and `high` (upright, where it runs level)."""
    a, b = Vector(start), Vector(end)
    thing = place(_cuboid((wide, high, (b - a).length), material, bevel), (a + b) / 2)
    thing.rotation_euler = (b - a).to_track_quat("Z", "Y").to_euler()
    return thing


def pierced_wall(
    start: tuple[float, float],
    end: tuple[float, float],
    height: tuple[float, float],
    thick: float,
    openings: list[Opening],
    material: bpy.types.Material,
) -> None:
    """A wall from `start` to `end` (x, y) with `openings`, which must not overlap along it."""
    a, b = np.array(start), np.array(end)
    length = float(np.hypot(*(b - a)))
    along = (b - a) / length
    across = np.array([-along[1], along[0]]) * thick / 2

    def piece(left: float, right: float, low: float, high: float) -> None:
        if right - left < 1e-4 or high - low < 1e-4:
            return
        ring = [
            a + along * left - across,
            a + along * right - across,
            a + along * right + across,
            a + along * left + across,
        ]
        points = [(*p, z) for z in (low, high) for p in ring]
        faces = [(3, 2, 1, 0), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)]
        mesh_object("wall", points, faces, material)

    here = 0.0
    for left, right, low, high in sorted(openings):
        piece(here, left, *height)
        piece(left, right, height[0], low)
        piece(left, right, high, height[1])
        here = right
    piece(here, length, *height)
