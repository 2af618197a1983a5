"""Meshes and curves put into the Blender scene. Lengths are metres, z is up."""

import math
from collections.abc import Sequence

import bmesh
import bpy
import numpy as np
import numpy.typing as npt
from mathutils import Vector

Point = Sequence[float] | Vector | npt.NDArray[np.float64]


def mesh_object(
    name: str,
    vertices: npt.ArrayLike,
    faces: npt.ArrayLike | Sequence[Sequence[int]],
    material: bpy.types.Material | None = None,
    *,
    smooth: bool = False,
) -> bpy.types.Object:
    """An object of `vertices` (n, 3) and `faces`: an array (m, 3 or 4), or a list of faces of any length."""
    mesh = bpy.data.meshes.new(name)
    points = np.ascontiguousarray(vertices, np.float32)
    if isinstance(faces, np.ndarray):
        count, corners = faces.shape
        mesh.vertices.add(len(points))
        mesh.vertices.foreach_set("co", points.ravel())
        mesh.loops.add(count * corners)
        mesh.loops.foreach_set("vertex_index", np.ascontiguousarray(faces, np.int32).ravel())
        mesh.polygons.add(count)
        mesh.polygons.foreach_set("loop_start", np.arange(0, count * corners, corners, dtype=np.int32))
        mesh.update(calc_edges=True)
    else:
        mesh.from_pydata(points.tolist(), [], [tuple(face) for face in faces])
        mesh.update()
    mesh.validate()
    if smooth:
        mesh.polygons.foreach_set("use_smooth", np.ones(len(mesh.polygons), bool))
    if material:
        mesh.materials.append(material)
    return place(mesh)


def place(
    mesh: bpy.types.Mesh,
    location: Point = (0, 0, 0),
    rotation: Sequence[float] = (0, 0, 0),
    scale: float | Sequence[float] = 1.0,
) -> bpy.types.Object:
    """An object that shows `mesh`, which several objects may share; `rotation` is Euler XYZ in radians."""
    thing = bpy.data.objects.new(mesh.name, mesh)
    thing.location = location
    thing.rotation_euler = rotation
    thing.scale = (scale,) * 3 if isinstance(scale, (int, float)) else scale
    bpy.context.scene.collection.objects.link(thing)
    return thing


def grid_faces(rows: int, columns: int, *, wrap: bool = False) -> npt.NDArray[np.int64]:
    """Quads (m, 4) over a row-major grid of vertices; `wrap` joins the last column to the first."""
    i = np.arange(rows - 1)[:, None]
    j = np.arange(columns if wrap else columns - 1)[None, :]
    k = (j + 1) % columns
    quads = np.broadcast_arrays(i * columns + j, (i + 1) * columns + j, (i + 1) * columns + k, i * columns + k)
    return np.stack(quads, -1).reshape(-1, 4)


def icosphere(subdivisions: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.int64]]:
    """Vertices (n, 3) of a sphere of radius one, and its triangles (m, 3)."""
    sphere = bmesh.new()
    bmesh.ops.create_icosphere(sphere, subdivisions=subdivisions, radius=1)
    vertices = np.array([v.co[:] for v in sphere.verts])
    faces = np.array([[v.index for v in face.verts] for face in sphere.faces])
    sphere.free()
    return vertices, faces


def cone(
    start: Point,
    end: Point,
    radius: float,
    end_radius: float,
    material: bpy.types.Material,
    *,
    sides: int = 12,
) -> bpy.types.Object:
    """A round rod from `start` to `end`, tapering from `radius` to `end_radius`."""
    a, b = Vector(start), Vector(end)
    turn = (b - a).to_track_quat("Z", "Y")
    angles = [2 * math.pi * k / sides for k in range(sides)]
    rings = ((a, radius), (b, end_radius))
    points = [p + turn @ Vector((r * math.cos(t), r * math.sin(t), 0)) for p, r in rings for t in angles]
    walls = [(k, (k + 1) % sides, sides + (k + 1) % sides, sides + k) for k in range(sides)]
    caps = [tuple(reversed(range(sides))), tuple(range(sides, 2 * sides))]
    return mesh_object("cone", [p[:] for p in points], walls + caps, material)


def tube(points: Sequence[Point], radius: float, material: bpy.types.Material) -> bpy.types.Object:
    """A smooth cable of `radius` through `points`."""
    curve = bpy.data.curves.new("tube", "CURVE")
    curve.dimensions = "3D"
    curve.bevel_depth = radius
    curve.bevel_resolution = 2
    curve.materials.append(material)
    spline = curve.splines.new("NURBS")
    spline.points.add(len(points) - 1)
    spline.use_endpoint_u = True
    spline.order_u = min(4, len(points))
    for knot, point in zip(spline.points, points, strict=True):
        knot.co = (*point, 1)
    thing = bpy.data.objects.new("tube", curve)
    bpy.context.scene.collection.objects.link(thing)
    return thing
