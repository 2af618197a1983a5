"""The burned stairs to the cellar, seen from their head: steps gone, red light below. Text stands on the right."""

import math

import numpy as np
from kit import cast, rock, school_poses, stage
from kit.boxes import Boxes
from kit.lamps import MOON, RED, caged_bulb, exit_sign
from kit.material import emission, surface
from kit.mesh import cone, grid_faces, icosphere, mesh_object, tube
from kit.noise import fractal
from kit.people import person, put

_COUNT, _RISE, _TREAD = 19, 0.185, 0.29
_GONE = (4, 5, 9, 10, 11, 14)
_HALF = 1.05
_FOOT_Y, _FOOT_Z = _COUNT * _TREAD, -_COUNT * _RISE


def scene() -> None:
    """Build the scene."""
    rng = np.random.default_rng(21)
    stage.clear((0.0007, 0.0008, 0.0014))
    char = surface("char", (0.030, 0.024, 0.021), 0.75, mottle=((0.010, 0.009, 0.009), 3), bump=(0.7, 14))
    wall = surface("wall", (0.13, 0.115, 0.10), 0.85, mottle=((0.016, 0.014, 0.013), 0.75), bump=(0.35, 5))
    iron = surface("iron", (0.10, 0.085, 0.075), 0.4, metallic=0.9, mottle=((0.03, 0.022, 0.018), 6))
    _walls(wall)
    _steps(char, rng)
    _rail(iron)
    _below(wall, char, rng)
    someone = person("female", school_poses.DESCEND, "jacket", "long", seed=6)
    put(someone, (-0.30, 12.3 * _TREAD, -13 * _RISE + 0.02), 172, wear=cast.dawn())
    _lights()
    stage.air((-1.1, -1.5, _FOOT_Z - 0.1), (1.1, _FOOT_Y + 5, 2.6), 0.028, 0.45)
    stage.camera((-0.10, -0.95, 2.05), (0.62, 3.4, -1.45), 24)


def _walls(wall: object) -> None:
    """Two walls and a sloping ceiling, their skin blistered by fire."""
    rows, columns = 240, 180
    y, z = np.meshgrid(np.linspace(-2, _FOOT_Y + 0.2, rows), np.linspace(_FOOT_Z - 0.6, 3.0, columns), indexing="ij")
    for side in (-1, 1):
        flat = np.stack([np.full(y.size, side * _HALF), y.ravel(), z.ravel()], 1)
        blisters = np.clip(fractal(flat * 1.6 + side * 9, 4), 0.1, 1) - 0.1
        flat[:, 0] -= side * (0.05 * blisters + 0.006 * fractal(flat * 14, 3))
        mesh_object("wall", flat, grid_faces(rows, columns), wall, smooth=True)
    x, t = np.meshgrid(np.linspace(-_HALF, _HALF, 60), np.linspace(0, 1, 200), indexing="ij")
    y = -2 + t.ravel() * (_FOOT_Y + 2.2)
    z = 2.75 - np.clip(y - 0.6, 0, None) * _RISE / _TREAD
    sky = np.stack([x.ravel(), y, z], 1)
    sky[:, 2] += 0.05 * fractal(sky * 2.0, 4)
    mesh_object("ceiling", sky, grid_faces(60, 200), wall, smooth=True)


def _steps(char: object, rng: np.random.Generator) -> None:
    steps = Boxes([char])
    steps.box((0, -1.0, -0.05), (2 * _HALF, 2.0, 0.10))
    for k in range(1, _COUNT):
        y, z = (k - 0.5) * _TREAD, -k * _RISE
        if k in _GONE:
            # A stump of the tread stays on one side.
            long = rng.uniform(0.12, 0.5)
            side = -1 if k % 2 else 1
            tilt = (rng.normal(0, 0.1), side * rng.uniform(0.05, 0.5), rng.normal(0, 0.15))
            steps.box((side * (_HALF - long / 2), y, z), (long, _TREAD * 0.9, 0.045), 0, tilt)
            continue
        bent = (rng.normal(0, 0.02), rng.normal(0, 0.015), rng.normal(0, 0.02))
        planks = 3
        for j in range(planks):
            end = rng.uniform(0, 0.10) if rng.uniform() < 0.5 else 0
            at = (end / 2 * (1 if j else -1), y + (j - 1) * _TREAD / 3, z - 0.004 * rng.uniform())
            steps.box(at, (2 * _HALF - end, _TREAD / 3 - 0.006, 0.045), 0, bent)
    steps.show(bevel=0.007)
    slope = math.atan2(_RISE, _TREAD)
    long = math.hypot(_FOOT_Y, _FOOT_Z)
    strings = Boxes([char])
    for x in (-_HALF + 0.06, _HALF - 0.06):
        strings.box((x, _FOOT_Y / 2, _FOOT_Z / 2 - 0.12), (0.06, long, 0.26), 0, (-slope, 0, 0))
    strings.show(bevel=0.01)


def _rail(iron: object) -> None:
    """A handrail on the left wall that has come away half way down and hangs over the gap."""

    def at(t: float, out: float = 0.0, lift: float = 0.0) -> tuple[float, float, float]:
        return (_HALF - 0.10 - out, t * _FOOT_Y, 0.92 + t * _FOOT_Z + lift)

    tube(
        [
            at(-0.15),
            at(0.05),
            at(0.2),
            at(0.30, 0.02),
            at(0.40, 0.12, -0.05),
            at(0.47, 0.34, -0.28),
            at(0.50, 0.5, -0.6),
        ],
        0.026,
        iron,
    )
    tube([at(0.62, 0.05), at(0.7), at(0.85), at(1.0)], 0.026, iron)
    for t in (0.02, 0.16, 0.30, 0.72, 0.9):
        cone(at(t), at(t, -0.1, -0.06), 0.012, 0.012, iron, sides=8)


def _below(wall: object, char: object, rng: np.random.Generator) -> None:
    """The passage at the foot, and embers where the missing steps fell."""
    room = Boxes([wall, char])
    room.box((0, _FOOT_Y + 2.6, _FOOT_Z - 0.05), (2 * _HALF + 0.4, 5.6, 0.1))
    room.box((0, _FOOT_Y / 2, _FOOT_Z - 0.35), (2 * _HALF, _FOOT_Y, 0.1))
    room.box((-_HALF - 0.1, _FOOT_Y + 2.6, _FOOT_Z + 1.2), (0.2, 5.4, 2.6))
    room.box((_HALF + 0.1, _FOOT_Y + 3.6, _FOOT_Z + 1.2), (0.2, 3.4, 2.6))
    room.box((0, _FOOT_Y + 4.6, _FOOT_Z + 1.2), (2.6, 0.2, 2.6))
    room.box((0, _FOOT_Y + 2.6, _FOOT_Z + 2.55), (2.6, 5.4, 0.1))
    for _ in range(26):
        at = (rng.uniform(-0.9, 0.9), rng.uniform(0.8, _FOOT_Y), rng.uniform(0.05, 0.3))
        depth = -at[1] * _RISE / _TREAD - at[2] - 0.15
        room.box((at[0], at[1], depth), (rng.uniform(0.2, 0.9), 0.08, 0.04), 1, tuple(rng.uniform(-0.7, 0.7, 3)))
    room.show(bevel=0.008)
    school_dust = np.stack(
        [rng.uniform(-0.9, 0.9, 120), rng.uniform(_FOOT_Y - 0.2, _FOOT_Y + 2.5, 120), np.full(120, _FOOT_Z)], 1
    )
    sizes = np.abs(rng.normal(0, 0.06, 120)) + 0.02
    rock.scatter_rubble(rock.splinters(6, char, seed=3), school_dust, sizes, rng)
    vertices, faces = icosphere(1)
    ember = emission("ember", (1.0, 0.20, 0.04), 4.0)
    for _ in range(70):
        k = _GONE[rng.integers(len(_GONE))]
        at = (rng.uniform(-0.95, 0.95), (k - 0.5) * _TREAD + rng.normal(0, 0.12), -k * _RISE - rng.uniform(0.02, 0.28))
        mesh_object("ember", vertices * rng.uniform(0.004, 0.012) + np.array(at), faces, ember)


def _lights() -> None:
    exit_sign((0.0, _FOOT_Y + 4.4, _FOOT_Z + 2.2), 0, 40, RED, glow=14)
    stage.point_lamp((0.4, _FOOT_Y + 1.6, _FOOT_Z + 1.9), 170, RED, 0.15)
    stage.spot_lamp((0.6, _FOOT_Y + 3.6, _FOOT_Z + 1.4), (-0.1, 2.2, -0.7), 900, RED, 44, radius=0.2, blend=0.7)
    caged_bulb((0.80, 2.5, 0.55), 9, RED, glow=24)
    stage.area_lamp((-0.3, -1.9, 2.6), (0.0, 1.4, -0.6), 34, MOON, 0.9)
