"""The Seal of Danzalthar, shut, and a girl on her knees beside it. Text stands on the left."""

import numpy as np
from kit import basement, cast, school_poses, stage
from kit.lamps import AMBER, MOON, RED, caged_bulb
from kit.people import person, put
from kit.seal import seal


def scene() -> None:
    """Build the scene."""
    stage.clear((0.0012, 0.0016, 0.0026))
    basement.cellar(np.random.default_rng(2))
    seal()
    put(person("female", school_poses.KNEEL, "jacket", "long", seed=6), (1.38, -1.86, -0.02), 218, wear=cast.dawn())
    caged_bulb((0.5, 3.0, 2.28), 90, AMBER)
    stage.area_lamp((-0.2, 4.6, 3.0), (0, 0, 0), 24, AMBER, 0.7)
    # Red comes down the stairs, night through a grating on the other side.
    stage.spot_lamp((5.0, 5.4, 3.1), (2.6, 4.6, 0.6), 1100, RED, 75, radius=0.2)
    stage.area_lamp((4.6, 2.6, 3.0), (1.4, -1.2, 0.3), 60, RED, 0.8)
    stage.area_lamp((-4.8, -3.5, 2.9), (-0.5, 0, 0), 15, MOON, 1.2)
    stage.air((-5.1, -6.9, 0), (5.1, 6.1, 3.25), 0.013, 0.4)
    stage.camera((-0.75, -6.3, 2.75), (-1.15, 0.2, 0.22), 27)
