"""Rock: ground, dripstone, boulders, splinters. Lengths are metres, z is up."""

import math
from dataclasses import dataclass

import bmesh
import bpy
import numpy as np
import numpy.typing as npt

from kit.material import surface
from kit.mesh import Point, grid_faces, icosphere, mesh_object
from kit.noise import Array, blocks, fractal


def pale_rock() -> bpy.types.Material:
    """Limestone as light finds it: warm grey over umber, never white (white reads as snow)."""
    return surface("rock", (0.125, 0.102, 0.080), 0.9, mottle=((0.042, 0.034, 0.030), 0.16), bump=(0.9, 0.7))


def dark_rock() -> bpy.types.Material:
    """The rock of near, framing shapes."""
    return surface("dark rock", (0.034, 0.029, 0.028), 0.85, mottle=((0.014, 0.012, 0.013), 0.4), bump=(0.8, 1.8))


@dataclass(frozen=True)
class Ground:
    """A floor given by its `heights` (nx, ny) over the rectangle from `low` to `high` (x, y)."""

    low: tuple[float, float]
    high: tuple[float, float]
    heights: Array

    @staticmethod
    def points(low: tuple[float, float], high: tuple[float, float], shape: tuple[int, int]) -> Array:
        """The grid's points at z = 0, (nx * ny, 3), x changing slowest."""
        x, y = np.meshgrid(
            np.linspace(low[0], high[0], shape[0]), np.linspace(low[1], high[1], shape[1]), indexing="ij"
        )
        return np.stack([x.ravel(), y.ravel(), np.zeros(x.size)], 1)

    def at(self, x: float, y: float) -> float:
        """Height at the grid point nearest to (x, y)."""
        index = []
        for value, low, high, count in zip((x, y), self.low, self.high, self.heights.shape, strict=True):
            index.append(round(np.clip((value - low) / (high - low), 0, 1) * (count - 1)))
        return float(self.heights[tuple(index)])

    def show(self, material: bpy.types.Material) -> None:
        """Put the floor into the scene."""
        vertices = self.points(self.low, self.high, self.heights.shape)
        vertices[:, 2] = self.heights.ravel()
        mesh_object("ground", vertices, grid_faces(*self.heights.shape), material)


def dripstone(
    root: Point,
    length: float,
    radius: float,
    material: bpy.types.Material,
    *,
    up: bool = False,
    seed: int = 0,
    lean: tuple[float, float] = (0, 0),
) -> bpy.types.Object:
    """A stalactite hanging from `root`, or a stalagmite (`up`): fluted, knotted, with a crooked tip.

    `lean` shifts the tip along x and y, in metres.
    """
    rows, columns = 72, 40
    t = np.linspace(0, 1, rows)[:, None]
    angle = np.linspace(0, 2 * math.pi, columns, endpoint=False)[None]
    knots = 1 + 0.16 * np.sin(t * 19 + seed * 1.7) + 0.09 * np.sin(t * 47 + seed)
    profile = ((1 - t) ** 0.85 * 0.82 + 0.35 * np.exp(-((t / 0.10) ** 2)) + 0.02) * knots
    unit = np.stack(
        np.broadcast_arrays(profile * np.cos(angle), profile * np.sin(angle), t * length / radius), -1
    ).reshape(-1, 3)
    around = np.stack(np.broadcast_arrays(np.cos(angle), np.sin(angle), 0 * t), -1).reshape(-1, 3)
    flutes = fractal(np.c_[around[:, :2] * 2.4, unit[:, 2] * 0.16] + seed * 3.7, 4, ridged=True)
    chips = fractal(unit * (2.2, 2.2, 1.1) + seed, 4, ridged=True)
    unit[:, :2] *= (1 + 0.42 * flutes + 0.24 * chips)[:, None]
    bend = t.repeat(columns, 1).ravel()
    wander = np.stack([fractal(np.c_[bend * 2.1, 0 * bend, 0 * bend] + seed * 5 + k, 3) for k in (0, 9)], 1)
    points = unit * radius
    points[:, :2] += wander * (0.5 * radius * bend)[:, None] + np.outer(bend**1.5, lean)
    points[:, 2] *= 1 if up else -1
    return mesh_object("dripstone", points + np.asarray(root), grid_faces(rows, columns, wrap=True), material)


def boulder(
    location: Point, size: tuple[float, float, float], material: bpy.types.Material, *, seed: int = 0, turn: float = 0.0
) -> bpy.types.Object:
    """A block with half axes `size`: a ball cut by random planes, then fractured; `turn` about z in radians."""
    vertices, faces = icosphere(6)
    rng = np.random.default_rng(seed)
    for _ in range(14):
        normal = rng.normal(size=3)
        normal /= np.linalg.norm(normal)
        vertices = vertices - (np.maximum(vertices @ normal - rng.uniform(0.5, 0.85), 0) * 0.95)[:, None] * normal
    vertices *= 1 + 0.12 * fractal(vertices * 1.7 + seed * 3.1, 5, ridged=True)[:, None]
    points = vertices * np.asarray(size)
    thin = min(size)
    relief = 0.16 * blocks(points, 0.8 * thin, seed=seed) + 0.07 * blocks(points, 0.3 * thin, seed=seed + 1)
    relief += 0.02 * fractal(points * (5 / thin), 3, ridged=True)
    thing = mesh_object("boulder", points + vertices * (relief * thin)[:, None], faces, material)
    thing.location = location
    thing.rotation_euler = (0, 0, turn)
    return thing


def splinters(count: int, material: bpy.types.Material, *, seed: int = 0) -> list[bpy.types.Mesh]:
    """Meshes of angular rubble about one metre across, to be placed many times: convex hulls of random points."""
    rng = np.random.default_rng(seed)
    meshes = []
    for _ in range(count):
        points = rng.normal(size=(13, 3))
        points /= np.linalg.norm(points, axis=1, keepdims=True)
        points *= rng.uniform(0.55, 1, (13, 1)) * rng.uniform(0.45, 1.0, (1, 3))
        shape = bmesh.new()
        for point in points:
            shape.verts.new(point)
        bmesh.ops.convex_hull(shape, input=shape.verts)
        bmesh.ops.delete(shape, geom=[v for v in shape.verts if not v.link_faces], context="VERTS")
        bmesh.ops.bevel(shape, geom=shape.edges[:], offset=0.04, segments=1, affect="EDGES")
        mesh = bpy.data.meshes.new("splinter")
        shape.to_mesh(mesh)
        shape.free()
        mesh.materials.append(material)
        meshes.append(mesh)
    return meshes


def column(
    foot: Point,
    top: float,
    radius: float,
    material: bpy.types.Material,
    *,
    seed: int = 0,
    waist: float = 0.7,
    gap: tuple[float, float] | None = None,
) -> bpy.types.Object:
    """A grown-together pillar from `foot` up to z = `top`, flowing out at both ends, `waist` as thick midway.

    `gap` (from, to), shares of its height, leaves out the part between: a pillar that has broken.
    """
    rows, columns = 260, 200
    base = np.asarray(foot, float)
    t = np.linspace(0, 1, rows)[:, None]
    angle = np.linspace(0, 2 * math.pi, columns, endpoint=False)[None]
    profile = waist + (1 - waist) * np.abs(2 * t - 1) ** 2 + 0.9 * np.exp(-t / 0.06) + 1.1 * np.exp((t - 1) / 0.09)
    x, y, z = np.broadcast_arrays(
        radius * profile * np.cos(angle), radius * profile * np.sin(angle), t * (top - base[2])
    )
    points = np.stack([x, y, z], -1).reshape(-1, 3)
    around = np.stack(np.broadcast_arrays(np.cos(angle), np.sin(angle), 0 * t), -1).reshape(-1, 3)
    flutes = fractal(np.c_[around[:, :2] * 3.2, points[:, 2] * 0.035] + seed, 4, ridged=True)
    curtains = fractal(points / (radius * 0.55, radius * 0.55, radius * 1.4) + seed, 5, ridged=True)
    chips = fractal(points * 0.8 + seed, 4, ridged=True)
    points[:, :2] *= (1 + 0.20 * flutes + 0.13 * curtains + 0.05 * chips)[:, None]
    faces = grid_faces(rows, columns, wrap=True)
    if gap:
        crack = 0.045 * fractal(np.c_[around[:, :2] * 2.2, 0 * around[:, 2]] + seed + 40, 4, ridged=True)
        share = t.repeat(columns, 1).ravel() + crack
        missing = (share > gap[0]) & (share < gap[1])
        faces = faces[~missing[faces].any(1)]
    return mesh_object("column", points + base, faces, material)


def scatter_rubble(
    meshes: list[bpy.types.Mesh], points: npt.ArrayLike, sizes: npt.ArrayLike, rng: np.random.Generator
) -> None:
    """Place splinters at `points` (n, 3), `sizes` (n,) across, turned at random."""
    for point, size in zip(np.asarray(points), np.asarray(sizes), strict=True):
        thing = bpy.data.objects.new("rubble", meshes[rng.integers(len(meshes))])
        thing.location = point
        thing.scale = size * rng.uniform(0.6, 1.2, 3)
        thing.rotation_euler = rng.uniform(0, 2 * math.pi, 3)
        bpy.context.scene.collection.objects.link(thing)
