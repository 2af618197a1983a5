"""The front of the school: portico and flagpole; for its steps see `kit.flight`. Lengths are metres; the way out leads along +y."""

import bpy

from kit.material import surface
from kit.works import Works


def concrete() -> bpy.types.Material:
    """Old pale concrete."""
    return surface("concrete", (0.26, 0.235, 0.205), 0.85, mottle=((0.17, 0.155, 0.14), 0.6), bump=(0.15, 20))


def portico(y: float, columns: tuple[float, ...], *, height: float = 4.6) -> None:
    """Square pillars under a deep lintel, just behind the top of the steps at `y`."""
    works = Works(concrete(), surface("soffit", (0.11, 0.10, 0.095), 0.9))
    for x in columns:
        works.box((x, y, height / 2), (0.85, 0.85, height), 0)
        works.box((x, y, 0.18), (1.05, 1.05, 0.36), 0)
        works.box((x, y, height - 0.15), (1.05, 1.05, 0.3), 0)
    works.box((0, y, height + 0.5), (26, 1.1, 1.0), 0)
    works.box((0, y - 4, height + 0.1), (26, 8, 0.2), 1)
    works.finish(bevel=0.02)


def flagpole(x: float, y: float, ground: float) -> None:
    """A bare flagpole."""
    works = Works(surface("pole", (0.25, 0.25, 0.25), 0.35, metallic=0.7))
    works.rod((x, y, ground), (x, y, ground + 11), 0.06)
    works.rod((x, y, ground), (x, y, ground + 0.4), 0.25)
    works.finish(smooth=True)
