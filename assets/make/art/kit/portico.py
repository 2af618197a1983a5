"""The front of the school: portico and steps. Lengths are metres; the way out leads along +y."""

import bpy

from kit.material import surface
from kit.works import Works


def concrete() -> bpy.types.Material:
    """Old pale concrete."""
    return surface("concrete", (0.26, 0.235, 0.205), 0.85, mottle=((0.17, 0.155, 0.14), 0.6), bump=(0.15, 20))


def steps(y: float, count: int, *, half: float = 9.0, rise: float = 0.16, tread: float = 0.36) -> float:
    """A flight that goes down along +y from z = 0 at `y`; returns the height of the ground at its foot."""
    works = Works(concrete(), surface("nosing", (0.10, 0.095, 0.09), 0.7))
    works.box((0, y - 6, -1.5), (2 * half, 12, 3.0), 0)
    for k in range(count):
        top = -rise * (k + 1)
        works.box((0, y + tread * (k + 0.5), top - 1.0), (2 * half, tread, 2.0), 0)
        works.box((0, y + tread * (k + 1) - 0.03, top + 0.002), (2 * half, 0.04, 0.008), 1)
    works.finish(bevel=0.012)
    return -rise * count


def handrail(x: float, y: float, count: int, *, rise: float = 0.16, tread: float = 0.36) -> None:
    """A pipe rail down the middle of the flight."""
    works = Works(surface("rail", (0.14, 0.14, 0.14), 0.35, metallic=0.8))
    run, fall = tread * count, rise * count
    for lift in (0.92, 0.52):
        works.rod((x, y - 0.5, lift), (x, y, lift), 0.024)
        works.rod((x, y, lift), (x, y + run, lift - fall), 0.024)
    for share in (0.0, 0.5, 1.0):
        works.rod((x, y + run * share, -fall * share - 0.1), (x, y + run * share, 0.92 - fall * share), 0.024)
    works.rod((x, y - 0.5, 0.92), (x, y - 0.5, 0), 0.024)
    works.finish(smooth=True)


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
