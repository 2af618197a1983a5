"""Hanging and lying cloth. Lengths are metres, z is up."""

import math

import bpy
import numpy as np

from kit.mesh import Point, grid_faces, mesh_object
from kit.noise import fractal


def curtain(
    start: Point,
    end: Point,
    drop: float,
    material: bpy.types.Material,
    *,
    folds: int = 12,
    depth: float = 0.05,
    seed: int = 0,
) -> None:
    """A curtain on a rail from `start` to `end`, hanging down by `drop` in `folds` folds `depth` deep."""
    a, b = np.array(start, float), np.array(end, float)
    along = (b - a) / np.linalg.norm(b - a)
    out = np.cross(along, (0, 0, 1))
    rows, columns = 60, 40 * folds
    t, s = np.meshgrid(np.linspace(0, 1, rows), np.linspace(0, 1, columns), indexing="ij")
    t, s = t.ravel(), s.ravel()
    wander = 0.8 * fractal(np.c_[s * 3 + seed, t * 0.6, 0 * t], 2)
    wave = np.sin(2 * math.pi * folds * (s + 0.03 * wander)) * (0.55 + 0.45 * t) + 0.6 * wander * t
    points = a + np.outer(s, b - a) + np.outer(depth * wave, out) - np.outer(t * drop, (0, 0, 1))
    mesh_object("curtain", points, grid_faces(rows, columns), material, smooth=True)


def blanket(
    corner: Point, length: float, width: float, fall: float, material: bpy.types.Material, *, seed: int = 0
) -> None:
    """A blanket over the edge of a bed.

    It lies from `corner` along x by `length` and back along y by `width`, and hangs down in front (-y) by `fall`.
    """
    columns, rows = 180, 130
    x, v = np.meshgrid(np.linspace(0, length, columns), np.linspace(-fall, width, rows), indexing="ij")
    x, v = x.ravel(), v.ravel()
    hang = np.clip(-v, 0, None)
    waves = fractal(np.c_[x * 3.2 + seed, 0.35 * v, 0 * v], 3)
    rumple = np.clip(fractal(np.c_[x * 2.6 + seed, v * 2.6, 0 * v + 5], 4, ridged=True), -0.4, 1)
    hem = 0.22 * fractal(np.c_[x * 1.6 + seed, 0 * v, 0 * v + 9], 2)
    pleats = np.sin(2 * math.pi * (x * 4.6 + 0.5 * waves)) * np.clip(hang / fall, 0, 1)
    y = np.clip(v, 0, None) - 0.035 * np.tanh(hang / 0.04) - 0.30 * hang * (0.18 + 0.5 * waves) - 0.035 * pleats
    z = (
        0.03
        + 0.085 * rumple * np.exp(-hang / 0.12)
        - hang * (1 - hem / max(fall, 0.01))
        + 0.05 * np.clip(v - 0.4, 0, 1)
    )
    mesh_object("blanket", np.stack([x, y, z], 1) + np.array(corner), grid_faces(columns, rows), material, smooth=True)
