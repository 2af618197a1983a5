"""The Seal of Danzalthar: a bronze disc in the ground whose middle opens into five petals. Metres, z is up."""

import math
from collections.abc import Sequence

import bpy
import numpy as np
from mathutils import Matrix, Vector

from kit import bronze
from kit.boxes import Boxes
from kit.engraving import PENTAGON, corner, heights
from kit.material import Color, surface
from kit.mesh import grid_faces, mesh_object
from kit.noise import Array, fractal

RADIUS = 1.95
FACE = 0.05
"""The height of its face above the ground."""
_RELIEF = 0.055
_FINE = 260


def seal(*, open_by: Sequence[float] = (), glow: Color = (0, 0, 0), ring: float = 0.0, seams: float = 0.0) -> None:
    """Lay the seal about the origin.

    `open_by` gives each petal's turn in degrees about its hinge; none, and it is shut. `glow` shines with the strength
    `ring` from the hollows between the glyphs of the rim and with `seams` from the gaps between the petals.
    """
    metal = bronze.bronze("bronze", glow, 1.0)
    _rim(metal, ring)
    edge = Boxes([surface("edge", (0.20, 0.11, 0.05), 0.42, metallic=1.0, mottle=((0.05, 0.05, 0.035), 4))])
    for k in range(120):
        angle = 2 * math.pi * k / 120
        at = (RADIUS * 1.012 * math.cos(angle), RADIUS * 1.012 * math.sin(angle), 0.02)
        edge.box(at, (0.06, 0.115, 0.14), 0, (0, 0, angle))
    edge.show(bevel=0.012)
    for k in range(5):
        _petal(k, metal, seams, open_by[k] if open_by else 0.0)


def _plate(xy: Array, faces: Array, metal: bpy.types.Material, shine: Array) -> bpy.types.Object:
    """A piece of the face over points (n, 2) of the unit disc; `shine` (n,) is what glows of it."""
    height = heights(*xy.T)
    points = np.c_[xy * RADIUS, FACE + (height - 0.5) * _RELIEF]
    piece = mesh_object("seal", points, faces, metal, smooth=True)
    bronze.mark(piece, bronze.HEIGHT, height)
    bronze.mark(piece, bronze.GLOW, shine)
    return piece


def _rim(metal: bpy.types.Material, strength: float) -> None:
    rows, columns = 130, 1100
    angle = np.linspace(0, 2 * math.pi, columns, endpoint=False)
    sector = (angle - 1.5 * math.pi) % (2 * math.pi / 5)
    inner = PENTAGON * math.cos(math.pi / 5) / np.cos(sector - math.pi / 5)
    t = np.linspace(0, 1, rows)[:, None]
    radius = inner * 1.004 * (1 - t) + t
    xy = np.stack([radius * np.cos(angle), radius * np.sin(angle)], -1).reshape(-1, 2)
    away = np.hypot(*xy.T)
    band = np.exp(-(((away - 0.847) / 0.055) ** 4)) + np.exp(-(((away - 1.0) / 0.012) ** 2))
    drawn = np.clip((heights(*xy.T) - 0.55) / 0.25, 0, 1)
    uneven = 0.35 + 0.65 * np.clip(0.5 + fractal(np.c_[xy * 2.2, 0 * away], 3), 0, 1)
    _plate(xy, grid_faces(rows, columns, wrap=True), metal, strength * band * uneven * drawn)


def _petal(k: int, metal: bpy.types.Material, seams: float, turn: float) -> None:
    a, b = np.array(corner(k)), np.array(corner((k + 1) % 5))
    u, v = np.meshgrid(np.linspace(0, 1, _FINE), np.linspace(0, 1, _FINE), indexing="ij")
    base = a * (1 - v[..., None]) + b * v[..., None]
    xy = (base * (1 - u[..., None]) * 0.992).reshape(-1, 2)
    edge = np.minimum(np.minimum(v, 1 - v) * (1 - u) * 0.87, u * 1.2 + 0.002).ravel()
    piece = _plate(xy, grid_faces(_FINE, _FINE), metal, seams * np.exp(-((edge / 0.006) ** 2)))
    thick = piece.modifiers.new("thick", "SOLIDIFY")
    thick.thickness = 0.07
    thick.offset = -1
    if turn:
        hinge = Vector((*(a + b) / 2 * RADIUS, FACE))
        axis = Vector((*(b - a), 0)).normalized()
        inward = axis.cross(Vector((-hinge.x, -hinge.y, 0))).z > 0
        about = Matrix.Rotation(math.radians(turn if inward else -turn), 4, axis)
        piece.matrix_world = Matrix.Translation(hinge) @ about @ Matrix.Translation(-hinge)


def pit(material: bpy.types.Material, *, depth: float = 5.0) -> None:
    """The shaft under an open seal."""
    rows, columns = 90, 200
    z = np.linspace(-0.03, -depth, rows)[:, None]
    angle = np.linspace(0, 2 * math.pi, columns, endpoint=False)[None]
    unit = np.stack(np.broadcast_arrays(np.cos(angle), np.sin(angle), z), -1).reshape(-1, 3)
    wide = 1.22 + 0.22 * fractal(unit * 2.2, 5, ridged=True) + 0.10 * np.clip(-unit[:, 2] - 0.2, 0, 2)
    unit[:, :2] *= wide[:, None]
    mesh_object("pit", unit, grid_faces(rows, columns, wrap=True), material)
