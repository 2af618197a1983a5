"""The maze with no light: black rock, the faintest cold edge, a glimmer far off. Text stands on the right."""

import bpy
import numpy as np
from kit import pace, rock, stage, tunnel
from kit.material import powder, surface

COLD = (0.42, 0.62, 1.0)


def scene() -> None:
    """Build the scene."""
    rng = np.random.default_rng(8)
    stage.clear((0.0005, 0.0007, 0.0012))
    pace.hasten()
    stone, dark = rock.pale_rock(), rock.dark_rock()
    tunnel.hall(
        stone,
        length=(-3, 30),
        wide=lambda y: np.interp(y, [-3, 4, 9, 14, 20, 30], [3.0, 2.9, 2.6, 3.0, 2.5, 3.0]),
        high=lambda y: np.interp(y, [-3, 4, 9, 14, 20, 30], [3.4, 3.4, 3.3, 3.8, 3.2, 3.0]),
        lead=lambda y: np.interp(y, [-3, 4, 9, 14, 20, 30], [0.3, 0.0, -0.7, -1.5, -2.2, -6.5]),
        seed=12,
    )
    wet = surface("wet dust", (0.085, 0.074, 0.064), 0.78, mottle=((0.03, 0.026, 0.024), 0.8), bump=(0.25, 5))
    tunnel.floor(wet, (-13, -3), (5, 30), seed=6)
    tunnel.piers(stone, ((-3.6, 15.6, 0.55), (-1.1, 12.4, 0.5)), 4.4, seed=50)
    _frame(stone, dark)
    pieces = rock.splinters(7, stone, seed=5)
    x, y = rng.uniform(-2.5, 2.0, 90), rng.uniform(1.5, 12, 90)
    points = [tunnel.drop(a - 0.12 * b, b) for a, b in zip(x, y, strict=True)]
    rock.scatter_rubble(pieces, points, np.abs(rng.normal(0, 0.11, 90)) + 0.03, rng)
    cord = powder("cord", (0.70, 0.30, 0.10), 0.0006)
    tunnel.lay_cord(
        [(0.6, -0.8), (0.1, 1.2), (-0.7, 3.0), (-0.6, 5.0), (-1.2, 7.5), (-1.6, 10), (-2.4, 13)], 0.012, cord, 120
    )
    _lights()
    stage.air((-14, -3.4, -1), (6, 31, 5), 0.03, 0.5)
    stage.camera((0.55, -1.6, 1.35), (0.15, 8, 1.3), 25)


def _frame(stone: bpy.types.Material, dark: bpy.types.Material) -> None:
    """Teeth from the roof, one behind another against the glimmer, and a near wall."""
    teeth = ((1.0, 4.6, 1.0), (-2.0, 5.2, 0.8), (0.4, 7.2, 0.9), (-1.8, 9.6, 1.0), (-2.6, 12.5, 1.1), (-1.9, 13.4, 0.7))
    for k, (x, y, length) in enumerate(teeth):
        rock.dripstone((x, y, 3.1), length + 0.4, 0.1 + 0.09 * length, stone, seed=70 + k)
    rock.boulder((-2.6, 1.2, 0.2), (0.9, 0.8, 1.3), dark, seed=4, turn=0.5)
    rock.boulder((2.7, 2.2, 0.4), (0.9, 1.0, 1.6), dark, seed=9, turn=1.2)


def _lights() -> None:
    stage.point_lamp((-4.6, 23.0, 1.6), 1500, COLD, 0.25)
    stage.spot_lamp((-3.4, 20.5, 2.2), (-0.4, 4.0, 0.6), 3600, COLD, 44, radius=0.15, blend=0.8)
    stage.point_lamp((-2.9, 11.0, 2.4), 60, COLD, 0.2)
    stage.point_lamp((1.3, 8.2, 1.0), 16, COLD, 0.2)
    stage.area_lamp((2.2, -2.2, 2.8), (-1, 4, 0.5), 30, COLD, 1.0)
