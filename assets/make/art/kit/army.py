"""The army in the cavern: figures that reel from the light, come apart in it, and hang in it as dust."""

import math
from dataclasses import dataclass

import bpy
import numpy as np
from mathutils import Vector

from kit import poses
from kit.dissolve import dissolve
from kit.material import powder, surface
from kit.mesh import mesh_object, place
from kit.people import person
from kit.rock import Ground

_POSES = (poses.COWER, poses.RUN, poses.LUNGE, poses.REEL, poses.WALK)


@dataclass(frozen=True)
class Ranks:
    """Meshes of the same figures whole, coming apart (solid and dust), and as dust alone."""

    whole: list[bpy.types.Mesh]
    breaking: list[tuple[bpy.types.Mesh, bpy.types.Mesh]]
    dust: list[bpy.types.Mesh]


def ranks(*, glow: float = 0.0) -> Ranks:
    """Build the figures; `glow` lends their dust some light of its own."""
    black = surface("soldier", (0.006, 0.005, 0.005), 0.9)
    grain = powder("dust", (0.60, 0.54, 0.44), glow)
    whole, breaking, dust = [], [], []
    for k, pose in enumerate(_POSES):
        someone = person("male", pose, "shirt", "cropped", seed=k)
        whole.append(_hidden(someone.vertices, someone.faces, black))
        half = dissolve(someone, 0.55, grains=3600, reach=2.4, seed=k)
        parts = (half.solid, someone.vertices), (half.dust_faces, half.dust_vertices)
        solid, cloud = (_hidden(v, f, m) for (f, v), m in zip(parts, (black, grain), strict=True))
        breaking.append((solid, cloud))
        ghost = dissolve(someone, 1.0, grains=5200, reach=3.0, seed=k + 20)
        dust.append(_hidden(ghost.dust_vertices, ghost.dust_faces, grain))
    return Ranks(whole, breaking, dust)


def _hidden(vertices: np.ndarray, faces: np.ndarray, material: bpy.types.Material) -> bpy.types.Mesh:
    """A mesh to be placed later."""
    thing = mesh_object("soldier", vertices, faces, material, smooth=True)
    mesh = thing.data
    bpy.data.objects.remove(thing)
    return mesh


def deploy(
    troops: Ranks, ground: Ground, light: Vector, rng: np.random.Generator, *, count: int, spread: tuple[float, float]
) -> None:
    """Stand `count` figures about `light`, between the distances `spread`.

    Near the light they are dust, further out they come apart, furthest they are whole; all face it.
    """
    low, high = spread
    placed = 0
    while placed < count:
        angle = rng.uniform(0, 2 * math.pi)
        distance = low + abs(rng.normal(0, 0.45)) * (high - low)
        x, y = light.x + distance * math.cos(angle), light.y + distance * math.sin(angle) * 1.25
        if not (-30 < x < 30 and -6 < y < 80):
            continue
        placed += 1
        turn = math.atan2(light.y - y, light.x - x) + math.pi / 2 + rng.normal(0, 0.35)
        at, scale = (x, y, ground.at(x, y) - 0.05), rng.uniform(1.75, 2.1)
        k = rng.integers(len(_POSES))
        share = (distance - low) / (high - low) + rng.normal(0, 0.08)
        if share < 0.02:
            meshes = (troops.dust[k],)
        elif share < 0.11:
            meshes = troops.breaking[k]
        else:
            meshes = (troops.whole[k],)
        for mesh in meshes:
            place(mesh, at, (0, 0, turn), scale)
