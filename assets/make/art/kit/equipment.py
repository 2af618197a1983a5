"""What a school's store holds: old televisions, coils of cable, a cord reel. Metres, z is up."""

import math

import bpy
import numpy as np

from kit.boxes import Boxes
from kit.material import surface
from kit.mesh import Point, cone, grid_faces, mesh_object, tube


def television(
    location: Point, turn: float, size: float, *, shell: bpy.types.Material, glass: bpy.types.Material
) -> None:
    """A tube television about `size` wide, standing on `location`, its screen facing -y before it is turned (radians)."""
    at = np.array(location, float)
    c, s = math.cos(turn), math.sin(turn)
    spin = np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])
    high, deep = 0.78 * size, 0.85 * size
    case = Boxes([shell])

    def part(x: float, y: float, z: float, dimensions: tuple[float, float, float]) -> None:
        case.box(at + spin @ (x, y, z), dimensions, 0, (0, 0, turn))

    part(0, -0.40 * deep, 0.06 * high, (size, 0.12, 0.12 * high))
    part(0, -0.40 * deep, 0.95 * high, (size, 0.12, 0.10 * high))
    for side in (-1, 1):
        part(side * 0.45 * size, -0.40 * deep, 0.5 * high, (0.10 * size, 0.12, high))
    part(0, -0.15 * deep, 0.5 * high, (0.96 * size, 0.42 * deep, 0.96 * high))
    part(0, 0.18 * deep, 0.47 * high, (0.66 * size, 0.40 * deep, 0.66 * high))
    case.show(bevel=0.014)
    u, v = np.meshgrid(np.linspace(-1, 1, 24), np.linspace(-1, 1, 24), indexing="ij")
    bulge = 0.045 * size * (1 - 0.5 * u**2 - 0.5 * v**2)
    screen = np.stack([u * 0.41 * size, -0.43 * deep - bulge + 0.02, 0.51 * high + v * 0.39 * high], -1).reshape(-1, 3)
    mesh_object("screen", screen @ spin.T + at, grid_faces(24, 24), glass, smooth=True)


def coil(
    centre: Point, radius: float, turns: int, material: bpy.types.Material, rng: np.random.Generator, *, upright: bool
) -> None:
    """A coil of cable about `centre`: hung up (facing -y) or lying."""
    t = np.linspace(0, 2 * math.pi * turns, 16 * turns)
    away = radius * (1 + 0.07 * np.sin(t * 0.37 + rng.uniform(0, 6)) + 0.03 * rng.normal(size=len(t)))
    a, b = away * np.cos(t), away * np.sin(t)
    rise = 0.05 * rng.uniform(-1, 1, len(t)) + 0.03 * t / t[-1]
    if upright:
        b = b * 1.25 - 0.12 * radius
        points = np.stack([a, rise, b], 1)
    else:
        points = np.stack([a, b, np.abs(rise) + 0.01], 1)
    tube(list(points + np.array(centre)), 0.008, material)


def cord_reel(location: Point, turn: float, cord: bpy.types.Material, trail: list[Point]) -> None:
    """A reel of electrical cord in its stand on `location`, its axle along x before it is turned (radians).

    The cord's end runs along `trail`, whose points are in the scene.
    """
    at = np.array(location, float)
    c, s = math.cos(turn), math.sin(turn)
    spin = np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])
    steel = surface("reel", (0.30, 0.29, 0.28), 0.35, metallic=1.0, mottle=((0.14, 0.10, 0.08), 7))
    black = surface("grip", (0.015, 0.015, 0.016), 0.5)

    def world(x: float, y: float, z: float) -> np.ndarray:
        return at + spin @ (x, y, z)

    axle, half, wide = 0.36, 0.15, 0.30
    for side in (-1, 1):
        cone(world(side * half, 0, axle), world(side * (half + 0.012), 0, axle), wide, wide, steel, sides=48)
        rim = [
            world(side * half, wide * math.cos(a), axle + wide * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 40)
        ]
        tube(rim, 0.012, steel)
        foot = side * (half + 0.07)
        for y in (-0.26, 0.26):
            tube([world(foot, y, 0.012), world(foot, 0.55 * y, 0.20), world(foot, 0, axle)], 0.013, steel)
        tube([world(foot, -0.30, 0.012), world(foot, 0.30, 0.012)], 0.013, black)
        tube([world(foot, 0, axle), world(foot, 0.02, 0.62), world(0.6 * foot, 0.03, 0.70)], 0.013, steel)
    tube([world(-0.6 * (half + 0.07), 0.03, 0.70), world(0.6 * (half + 0.07), 0.03, 0.70)], 0.018, black)
    layers = []
    for layer, radius in enumerate((0.17, 0.20, 0.228)):
        for k in range(12):
            x = (-1 if layer % 2 else 1) * (half - 0.02) * (2 * k / 11 - 1)
            layers += [
                (x + 0.0013 * j, radius, a) for j, a in enumerate(np.linspace(0, 2 * math.pi, 18, endpoint=False))
            ]
    rng = np.random.default_rng(1)
    wound = [world(x, r * math.cos(a), axle + r * math.sin(a)) + rng.normal(0, 0.002, 3) for x, r, a in layers]
    tube(wound, 0.0115, cord)
    tube([wound[-1], *trail], 0.0095, cord)
