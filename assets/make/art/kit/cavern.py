"""The hellmouth's cavern, shared by the paintings set in it. Metres; +y leads away from the viewer, z is up."""

import math
from dataclasses import dataclass

import bpy
import numpy as np
from mathutils import Vector

from kit import poses, rock
from kit.material import surface
from kit.mesh import grid_faces, mesh_object
from kit.noise import blocks, fractal, terrace
from kit.people import person, put
from kit.rock import Ground

BEARER = Vector((-9.4, 20.0, 10.2))
"""Where the amulet's bearer stands, his feet."""

AMULET = BEARER + Vector((0, -0.5, 2.7))

_LOW, _HIGH = (-60.0, -34.0), (60.0, 150.0)


@dataclass(frozen=True)
class Palette:
    """The rock of far and near."""

    far: bpy.types.Material
    near: bpy.types.Material


def palette() -> Palette:
    """The cavern's rock."""
    return Palette(rock.pale_rock(), rock.dark_rock())


def vault(stone: Palette, *, opening: float = 3.0) -> None:
    """Walls and roof: a tunnel along y, pierced above the bearer by a shaft of radius `opening`."""
    rows, columns = 560, 760
    y = np.linspace(-34, 150, rows)[:, None]
    angle = np.linspace(0, 2 * math.pi, columns, endpoint=False)[None]
    wide = 34 + 13 * np.sin((y + 30) / 60)
    high = np.where(np.sin(angle) > 0, 38.0, 10.0)
    skin = np.stack(np.broadcast_arrays(wide * np.cos(angle), y, high * np.sin(angle)), -1).reshape(-1, 3)
    inward = -skin * (1, 0, 1)
    inward /= np.linalg.norm(inward, axis=1, keepdims=True) + 1e-9
    relief = 8 * fractal(skin / 26, 5, ridged=True) + 2.6 * fractal(skin / (7, 7, 16), 4, ridged=True)
    relief += (
        1.9 * blocks(skin, 6.0, seed=1) + 0.8 * blocks(skin, 2.2, seed=2) + 0.4 * fractal(skin / 1.4, 4, ridged=True)
    )
    curtains = np.clip(fractal(skin * (0.2, 0.2, 0) + 9, 3, ridged=True) - 0.35, 0, 1)
    relief += np.clip(skin[:, 2] / 30, 0, 1) ** 2 * 4 * curtains
    points = skin + inward * relief[:, None]
    faces = grid_faces(rows, columns, wrap=True)
    off = np.hypot(points[:, 0] - BEARER.x, points[:, 1] - BEARER.y - 1)
    hole = (off < opening * (1 + 0.4 * fractal(skin / 4, 3))) & (points[:, 2] > 15)
    mesh_object("vault", points, faces[~hole[faces].any(1)], stone.far)


def floor(stone: Palette) -> Ground:
    """The floor: a broken basin that climbs to the spur where the bearer stands."""
    shape = (600, 800)
    p = Ground.points(_LOW, _HIGH, shape)
    near = np.hypot(p[:, 0] - BEARER.x, (p[:, 1] - BEARER.y) * 0.9)
    z = -6 + 3.2 * fractal(p / 22, 5, ridged=True) + 1.0 * fractal(p / 5, 4, ridged=True)
    z += np.clip((np.abs(p[:, 0]) - 22) / 20, 0, 2) ** 1.5 * 9
    crags = 1 + 0.45 * fractal(p / 5, 4, ridged=True)
    z += crags * (4.5 * np.exp(-((near / 4.0) ** 1.5)) + 9.0 * np.exp(-((near / 15) ** 2)))
    z = 0.75 * z + 0.25 * terrace(z + 1.3 * fractal(p / 4.4, 4), 1.2, 0.6)
    z += 0.8 * blocks(p, 3.2, seed=3) + 0.35 * blocks(p, 1.2, seed=4)
    shelf = np.exp(-((near / 1.3) ** 4))
    z = np.minimum(z, BEARER.z - 0.22 * near) * (1 - shelf) + BEARER.z * shelf
    z += 0.16 * fractal(p / 0.9, 4, ridged=True)
    ground = Ground(_LOW, _HIGH, z.reshape(shape))
    ground.show(stone.far)
    return ground


def buttress(stone: Palette) -> None:
    """The wall behind the bearer: a cliff of grown-together columns under the shaft."""
    for k, (dx, dy, radius, waist) in enumerate(((-3.2, 7.2, 4.6, 0.8), (3.6, 8.6, 3.4, 0.7), (-9.5, 6.5, 4.4, 0.8))):
        rock.column((BEARER.x + dx, BEARER.y + dy, -4), 36, radius, stone.far, seed=3 + k, waist=waist)


def hanging(stone: Palette, rng: np.random.Generator, count: int = 75) -> None:
    """Stalactites in clusters from the roof, none of them before the bearer."""
    for cluster in range(count // 3):
        x, y = rng.uniform(-30, 34), rng.uniform(2, 110)
        if abs(x - BEARER.x) < 8 and y < 45:
            x = BEARER.x + math.copysign(rng.uniform(9, 24), x - BEARER.x)
        length = rng.uniform(7, 22)
        for k in range(3):
            size = length * (1, 0.62, 0.4)[k]
            at = (x + k * rng.normal(0, 1.2), y + k * rng.normal(0, 1.0), 35 - abs(x) * 0.2)
            material = stone.near if y < 24 else stone.far
            rock.dripstone(at, size + 5, size * 0.12 + 0.35, material, seed=cluster * 3 + k)


def fangs(stone: Palette) -> None:
    """Near, dark stalactites that frame the light from above: (x, y, tip's height, root's radius)."""
    rows = (
        (-17.6, 4, 13.8, 1.5), (-15.6, 2, 18.4, 0.8), (-13.4, 3, 16.6, 1.2), (-18.4, 6, 18.0, 1.0), (-11.4, 7, 20.8, 0.8), (-1.5, 6, 20.0, 1.1),
        (1.6, 3, 17.6, 1.3), (4.2, 8, 20.2, 0.9), (6.8, 2, 15.0, 1.6), (9.5, 6, 18.8, 1.1), (12.0, 1, 13.2, 1.8),
    )  # fmt: skip
    for k, (x, y, tip, radius) in enumerate(rows):
        rock.dripstone((x, y, 36), 36 - tip, radius, stone.near, seed=300 + k)


def standing(stone: Palette, ground: Ground, rng: np.random.Generator, count: int = 26) -> None:
    """Stalagmites on the floor, away from the bearer."""
    for k in range(count):
        x, y = rng.uniform(-30, 34), rng.uniform(6, 100)
        if math.hypot(x - BEARER.x, y - BEARER.y) > 13:
            length = rng.uniform(2.5, 9)
            rock.dripstone((x, y, ground.at(x, y) - 1), length, length * 0.16 + 0.3, stone.far, up=True, seed=100 + k)


def bearer() -> None:
    """The man who wears the amulet, held upright, arms flung out."""
    black = surface("scorched", (0.014, 0.012, 0.012), 0.7)
    pale = surface("pale", (0.30, 0.24, 0.17), 0.6)
    someone = person("male", poses.PINNED, "coat", "cropped", seed=2)
    put(someone, BEARER, 4, scale=2.0, wear=[pale, black, black, black, pale])
