"""Inside a school bus, from the back seat: sleepers' heads, one who stands, the sun in the windscreen. Text on the right."""

import bpy
import numpy as np
from kit import coach, daybreak, pace, seated, stage
from kit.body import Pose, Sex
from kit.material import Color, surface
from kit.mesh import grid_faces, mesh_object
from kit.noise import fractal
from kit.people import Garment, HairStyle, person, put

_LENGTH = 8.36
GOLD: Color = (1.0, 0.66, 0.36)
SUN = daybreak.towards(-18, 2.2)

_RIDERS: tuple[tuple[int, float, Sex, Pose, Garment, HairStyle, str, float], ...] = (
    (0, -0.80, "female", seated.RIGHTWARD, "jacket", "long", "black", 0.97),
    (1, -0.52, "female", seated.RIGHTWARD, "jacket", "long", "brown", 0.97),
    (2, -0.88, "female", seated.LEFTWARD, "shirt", "long", "black", 0.96),
    (2, -0.44, "female", seated.RIGHTWARD, "jacket", "long", "fair", 0.93),
    (3, 0.84, "female", seated.LEFTWARD, "jacket", "long", "red", 0.98),
    (4, -0.84, "female", seated.BOWED, "jacket", "long", "brown", 0.95),
    (4, 0.46, "male", seated.UPRIGHT, "jacket", "cropped", "black", 1.0),
    (5, -0.48, "female", seated.UPRIGHT, "shirt", "long", "black", 0.97),
    (5, 0.80, "female", seated.RIGHTWARD, "jacket", "long", "fair", 0.95),
    (6, -0.82, "female", seated.LEFTWARD, "jacket", "long", "red", 0.96),
    (7, 0.50, "female", seated.BOWED, "jacket", "long", "brown", 0.96),
)
"""Row, x, sex, pose, garment, hair, its colour, scale."""

_HAIR = {
    "brown": (0.10, 0.055, 0.03),
    "black": (0.015, 0.012, 0.012),
    "fair": (0.42, 0.29, 0.14),
    "red": (0.22, 0.06, 0.025),
}


def scene() -> None:
    """Build the scene."""
    stage.clear()
    pace.hasten()
    daybreak.sky(
        [
            (0.0, (0.70, 0.42, 0.28)),
            (0.08, (0.56, 0.36, 0.31)),
            (0.22, (0.28, 0.27, 0.38)),
            (1.0, (0.06, 0.10, 0.21)),
        ],
        glow=(SUN, (1.7, 0.92, 0.42), 40),
        clouds=((0.36, 0.22, 0.26), 0.45, 5.0),
        strength=0.5,
    )
    daybreak.sun(SUN, 15.0, GOLD, size=1.0)
    daybreak.disc(SUN, (1.0, 0.78, 0.5), strength=14.0)
    paint = surface("bus yellow", (0.62, 0.30, 0.02), 0.4)
    lining = surface("lining", (0.20, 0.215, 0.20), 0.42, mottle=((0.15, 0.16, 0.15), 1.5))
    coach.shell(_LENGTH, paint, lining)
    coach.bulkhead(_LENGTH, surface("dashboard", (0.02, 0.02, 0.022), 0.5))
    coach.seats(range(9), surface("vinyl", (0.030, 0.052, 0.045), 0.42, bump=(0.08, 10)))
    _riders()
    _outdoors()
    stage.air((-1.1, -1.2, 0.0), (1.1, _LENGTH, 1.95), 0.018, 0.5)
    stage.area_lamp((0.0, -1.0, 1.8), (0, 4, 0.8), 5, (0.5, 0.62, 1.0), 1.2)
    stage.camera((-0.02, -0.95, 1.19), (0.74, 6, 1.11), 23)


def _riders() -> None:
    for k, (row, x, sex, pose, garment, style, color, scale) in enumerate(_RIDERS):
        someone = person(sex, pose, garment, style, seed=k)
        put(someone, (x, row * coach.PITCH + 0.72, 0.05), 180, scale=scale, wear=_clothes(k, color))
    driver = person("male", seated.UPRIGHT, "jacket", "cropped", seed=20)
    put(driver, (-0.62, _LENGTH - 1.05, 0.0), 180, wear=_clothes(1, "black"))
    someone = person("female", seated.HOLDING_ON, "jacket", "long", seed=21)
    put(someone, (0.06, _LENGTH - 2.9, 0.0), 186, scale=0.97, wear=_clothes(2, "fair"))


def _clothes(k: int, hair: str) -> list[bpy.types.Material]:
    outer = ((0.05, 0.035, 0.03), (0.03, 0.04, 0.06), (0.10, 0.03, 0.03), (0.06, 0.06, 0.05))[k % 4]
    return [
        surface("skin", (0.42, 0.27, 0.20), 0.55),
        surface("jacket", outer, 0.7, bump=(0.1, 18)),
        surface("denim", (0.04, 0.045, 0.065), 0.85),
        surface("shirt", (0.20, 0.19, 0.18), 0.8),
        surface("hair", _HAIR[hair], 0.45),
    ]


def _outdoors() -> None:
    """The desert outside: level ground and far hills."""
    sand = surface("sand", (0.055, 0.042, 0.036), 0.95, mottle=((0.03, 0.025, 0.024), 0.2))
    mesh_object(
        "sand", [(-400, -100, -1.1), (400, -100, -1.1), (400, 500, -1.1), (-400, 500, -1.1)], [(0, 1, 2, 3)], sand
    )
    angle = np.linspace(-2.6, 2.6, 400)
    high = 4 + 7 * fractal(np.c_[angle * 2.4, 0 * angle, 0 * angle], 6) + 4 * np.abs(angle)
    ring = np.stack([np.sin(angle), np.cos(angle)], 1) * 260
    points = np.concatenate([np.c_[ring, 0 * angle - 2], np.c_[ring, high]])
    mesh_object("hills", points, grid_faces(2, len(angle)), surface("hills", (0.10, 0.08, 0.09), 0.95))
