"""A living room's furniture and cloth. Lengths are metres, z is up."""

import itertools
from collections.abc import Sequence

import bpy
import numpy as np

from kit.joinery import beam, box
from kit.material import surface
from kit.mesh import cone, grid_faces, mesh_object
from kit.noise import fractal


def curtain(
    left: float, right: float, y: float, low: float, high: float, material: bpy.types.Material, *, seed: int = 0
) -> None:
    """A drawn curtain along x, in pleats that gather towards its heading."""
    count = int((right - left) * 160)
    t = np.linspace(0, 1, count)
    levels = np.linspace(0, 1, 40)
    x = np.tile(left + (right - left) * t, len(levels))
    down = np.repeat(levels, count)
    phase = 2 * np.pi * (right - left) / 0.13 * np.tile(t, len(levels))
    wander = fractal(np.c_[x * 3, 0 * x + seed, down * 1.5], 3)
    depth = 0.035 * np.sin(phase + 1.6 * wander) * (0.7 + 0.6 * down) + 0.02 * wander * down
    sway = 0.02 * wander * down
    hem = low + 0.012 * np.sin(phase * 0.5)
    points = np.stack([x + sway, y + depth, high + (hem - high) * down], 1)
    mesh_object("curtain", points, grid_faces(len(levels), count), material, smooth=True)


def throw(
    profile: Sequence[tuple[float, float]],
    left: float,
    right: float,
    material: bpy.types.Material,
    *,
    skew: float = 0.0,
    folds: float = 0.03,
    seed: int = 0,
) -> None:
    """A blanket laid over the line `profile` of (y, z) points, from `left` to `right` along x.

    `skew` shifts its end along x; `folds` is their depth.
    """
    knots = np.array(profile)
    at = np.r_[0, np.cumsum(np.hypot(*np.diff(knots, axis=0).T))]
    share = np.linspace(0, at[-1], 150)
    y, z = (np.interp(share, at, knots[:, k]) for k in (0, 1))
    kernel = np.hanning(11) / np.hanning(11).sum()
    y, z = (np.convolve(np.pad(c, 5, mode="edge"), kernel, "valid") for c in (y, z))
    columns = 150
    u = np.linspace(0, 1, columns)
    yy, zz = np.repeat(y, columns), np.repeat(z, columns)
    s = np.repeat(share / at[-1], columns)
    x = left + (right - left) * np.tile(u, len(y)) + skew * s
    x += 0.05 * fractal(np.c_[s * 3, 0 * s + seed, np.tile(u, len(y))], 3)
    crease = fractal(np.c_[x * 4.5, s * 2.2, 0 * s + seed * 3.3], 4, ridged=True)
    lift = folds * (0.6 + crease)
    ty, tz = np.gradient(y), np.gradient(z)
    size = np.hypot(ty, tz) + 1e-9
    ny, nz = np.repeat(tz / size, columns), np.repeat(-ty / size, columns)
    turn = np.where(np.repeat(-ty / size, columns).mean() < 0, -1.0, 1.0)
    points = np.stack([x, yy + turn * ny * lift, zz + turn * nz * lift], 1)
    mesh_object("throw", points, grid_faces(len(y), columns), material, smooth=True)


def couch(left: float, right: float, front: float, cloth: bpy.types.Material) -> None:
    """A three-seated couch that faces -y, its seat's edge at y = `front`."""
    back = front + 0.92
    box((left, front + 0.04, 0.10), (right, back, 0.30), cloth, bevel=0.03)
    seats = np.linspace(left + 0.2, right - 0.2, 4)
    for a, b in itertools.pairwise(seats):
        box((a + 0.006, front, 0.29), (b - 0.006, front + 0.66, 0.46), cloth, bevel=0.05)
        cushion = box((a + 0.01, front + 0.56, 0.42), (b - 0.01, front + 0.80, 0.88), cloth, bevel=0.08)
        cushion.rotation_euler = (-0.14, 0, 0)
    box((left, back - 0.16, 0.10), (right, back, 0.84), cloth, bevel=0.06)
    for a in (left, right - 0.22):
        box((a, front + 0.01, 0.10), (a + 0.22, back, 0.64), cloth, bevel=0.08)
    wood = surface("foot", (0.04, 0.025, 0.018), 0.5)
    for x in (left + 0.06, right - 0.14):
        box((x, front + 0.08, 0), (x + 0.08, front + 0.16, 0.1), wood)


def table(x: float, y: float, size: tuple[float, float, float], wood: bpy.types.Material) -> None:
    """A low table centred on (x, y): length, depth, height."""
    w, d, h = size[0] / 2, size[1] / 2, size[2]
    box((x - w, y - d, h - 0.035), (x + w, y + d, h), wood, bevel=0.008)
    for i in (-1, 1):
        for j in (-1, 1):
            beam(
                (x + i * (w - 0.06), y + j * (d - 0.06), 0),
                (x + i * (w - 0.06), y + j * (d - 0.06), h - 0.03),
                0.05,
                0.05,
                wood,
            )
    box((x - w + 0.06, y - d + 0.06, 0.12), (x + w - 0.06, y + d - 0.06, 0.14), wood)


def bookcase(x: float, y: float, size: tuple[float, float, float], wood: bpy.types.Material, *, seed: int) -> None:
    """Shelves of books with their backs to -y, from (x, y)."""
    rng = np.random.default_rng(seed)
    wide, deep, high = size
    box((x, y + deep - 0.02, 0), (x + wide, y + deep, high), wood)
    for a in (x, x + wide - 0.03):
        box((a, y, 0), (a + 0.03, y + deep, high), wood)
    tints = ((0.10, 0.03, 0.025), (0.03, 0.05, 0.06), (0.12, 0.09, 0.05), (0.04, 0.06, 0.035), (0.18, 0.16, 0.13))
    covers = [surface("book", color, 0.7) for color in tints]
    for level in np.arange(0.05, high - 0.1, 0.36):
        box((x, y, level), (x + wide, y + deep, level + 0.025), wood)
        at = x + 0.05
        while at < x + wide - 0.10:
            thick = rng.uniform(0.018, 0.05)
            if rng.uniform() < 0.9:
                top = level + rng.uniform(0.19, 0.29)
                box((at, y + rng.uniform(0.0, 0.05), level + 0.02), (at + thick, y + 0.2, top), covers[rng.integers(5)])
            at += thick + 0.002
    box((x, y, high - 0.03), (x + wide, y + deep, high), wood)


def standing_lamp(x: float, y: float) -> None:
    """A floor lamp that is off."""
    brass = surface("brass", (0.30, 0.20, 0.08), 0.35, metallic=1.0)
    cone((x, y, 0), (x, y, 0.03), 0.15, 0.14, brass, sides=24)
    cone((x, y, 0), (x, y, 1.42), 0.012, 0.012, brass)
    cone((x, y, 1.34), (x, y, 1.66), 0.22, 0.13, surface("shade", (0.30, 0.24, 0.17), 0.8), sides=28)


def picture(x: float, y: float, z: float, size: tuple[float, float], frame: bpy.types.Material) -> None:
    """A framed picture on a wall that faces -y."""
    w, h = size[0] / 2, size[1] / 2
    box((x - w, y - 0.03, z - h), (x + w, y, z + h), frame, bevel=0.01)
    box(
        (x - w + 0.04, y - 0.034, z - h + 0.04),
        (x + w - 0.04, y - 0.03, z + h - 0.04),
        surface("print", (0.16, 0.14, 0.12), 0.4),
    )
