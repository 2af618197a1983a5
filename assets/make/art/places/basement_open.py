"""The seal open like a flower, fire far below it, a figure at its rim. Text stands on the left."""

import numpy as np
from kit import basement, cast, school_poses, stage
from kit.lamps import MOON, RED
from kit.material import emission, surface
from kit.mesh import mesh_object
from kit.people import person, put
from kit.seal import RADIUS, pit, seal

EMBER = (1.0, 0.45, 0.16)
_PETALS = (104, 88, 97, 92, 101)


def scene() -> None:
    """Build the scene."""
    stage.clear((0.0008, 0.0010, 0.0016))
    basement.cellar(np.random.default_rng(2), hole=0.60 * RADIUS)
    seal(open_by=_PETALS)
    pit(surface("pit", (0.11, 0.062, 0.042), 0.85, mottle=((0.05, 0.03, 0.022), 2), bump=(0.6, 4)))
    ground = [(-3, -3, -6), (3, -3, -6), (3, 3, -6), (-3, 3, -6)]
    mesh_object("deep", ground, [(0, 1, 2, 3)], emission("deep", (1.0, 0.34, 0.09), 0.9))
    put(person("female", school_poses.STAND, "jacket", "long", seed=6), (1.02, -2.02, 0.0), 212, wear=cast.dawn())
    stage.area_lamp((0, 0, -5.4), (0, 0, 5), 1100, EMBER, 1.4)
    stage.spot_lamp((0.0, 0.2, -5.0), (0.0, 0.1, 4), 2600, EMBER, 24, radius=0.3, blend=0.7)
    for k in range(5):
        angle = 1.5 * np.pi + 2 * np.pi * (k + 0.5) / 5
        stage.point_lamp((0.8 * np.cos(angle), 0.8 * np.sin(angle), -1.2), 22, (1.0, 0.26, 0.07), 0.3)
    stage.spot_lamp((5.0, 5.4, 3.1), (2.6, 4.6, 0.6), 900, RED, 75, radius=0.2)
    stage.area_lamp((-4.8, -3.5, 2.9), (-0.5, 0, 0), 18, MOON, 1.2)
    stage.area_lamp((4.4, -0.4, 2.9), (1.0, -2.0, 1.2), 34, RED, 0.6)
    stage.air((-5.1, -6.9, -6), (5.1, 6.1, 3.25), 0.026, 0.35)
    stage.camera((-0.55, -5.7, 2.5), (-1.05, 0.3, 0.45), 26)
