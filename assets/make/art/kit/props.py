"""Things that people carry."""

import bpy
import numpy as np
from mathutils import Vector

from kit.material import surface
from kit.mesh import Point, cone, mesh_object


def scythe(grip: Point, along: Point, edge: Point, *, length: float = 1.15) -> None:
    """A hafted axe with a stake at the other end.

    `grip` is where the hand holds it, `along` the haft's direction towards the blade, `edge` the way the blade faces.
    """
    steel = surface("steel", (0.62, 0.60, 0.58), 0.28, metallic=1.0)
    wood = surface("haft", (0.09, 0.05, 0.03), 0.5)
    d = Vector(along).normalized()
    out = (Vector(edge) - d * Vector(edge).dot(d)).normalized()
    side = d.cross(out)
    foot = Vector(grip) - d * length * 0.45
    head = Vector(grip) + d * length * 0.55
    cone(foot, head, 0.016, 0.020, wood)
    cone(foot, foot - d * 0.22, 0.022, 0.002, wood)
    # The blade's outline as (out from the haft, along it): a flared crescent with a beard, hollow shoulders and a spike.
    crescent = [(0.25 + 0.055 * (1 - t * t), 0.25 * t - 0.03) for t in np.linspace(-1, 1, 13)]
    socket = [(0.17, 0.135), (0.10, 0.085), (0.02, 0.075), (-0.07, 0.015), (-0.07, -0.02), (0.02, -0.075)]
    outline = [*crescent, *socket, (0.10, -0.10), (0.17, -0.17)]
    centre = head - d * 0.12
    vertices = [
        (centre + out * y + d * x + side * (0.012 * face * (1 if y < 0.12 else 0.12)))[:]
        for face in (-1, 1)
        for y, x in outline
    ]
    n = len(outline)
    rim = [(k, (k + 1) % n, n + (k + 1) % n, n + k) for k in range(n)]
    mesh_object("blade", vertices, [tuple(range(n)), tuple(range(2 * n - 1, n - 1, -1)), *rim], steel)


def flashlight(grip: Point, target: Point, glass: bpy.types.Material) -> Vector:
    """A long torch held at `grip` and pointed at `target`; returns where its glass is."""
    metal = surface("torch", (0.05, 0.05, 0.05), 0.4, metallic=1.0)
    start = Vector(grip)
    d = (Vector(target) - start).normalized()
    front = start + d * 0.16
    cone(start - d * 0.14, start + d * 0.09, 0.019, 0.019, metal)
    cone(start + d * 0.09, front, 0.019, 0.034, metal)
    cone(front, front + d * 0.004, 0.030, 0.030, glass)
    return front + d * 0.01
