"""A broad, shallow flight of steps between stepped walls. Lengths are metres; it goes down along +y."""

import bpy

from kit.material import surface
from kit.portico import concrete
from kit.works import Works

RISE, TREAD = 0.15, 0.58


def _worn() -> bpy.types.Material:
    return surface("worn nosing", (0.075, 0.068, 0.062), 0.6)


def height(y: float, top: float, count: int) -> float:
    """How high one stands at `y` on a flight of `count` steps that begins at `top`."""
    return -RISE * min(max(int((y - top) / TREAD + 1), 0), count)


def flight(left: float, right: float, y: float, count: int) -> float:
    """Steps down from z = 0 at `y`, with a landing before them; returns the height of the ground at their foot."""
    works = Works(concrete(), _worn())
    works.box(((left + right) / 2, y - 6, -1.5), (right - left, 12, 3.0), 0)
    for k in range(count):
        top = -RISE * (k + 1)
        works.box(((left + right) / 2, y + TREAD * (k + 0.5), top - 1.0), (right - left, TREAD, 2.0), 0)
    for k in range(count + 1):
        edge = y + TREAD * k
        works.box(((left + right) / 2, edge - 0.035, -RISE * k + 0.001), (right - left - 0.1, 0.05, 0.006), 1)
    for k in range(-5, 6):
        works.box((left + (right - left) * (k + 5.5) / 11, y - 3.0, 0.0006), (0.018, 6.0, 0.002), 1)
    for x in (left - 0.3, right + 0.3):
        works.box((x, y - 6.2, 0.11), (0.62, 12.4, 0.62), 0)
        for k in range(0, count, 3):
            deep = TREAD * 3
            top = 0.42 - RISE * k
            works.box((x, y + TREAD * k + deep / 2, top - 1.4), (0.62, deep, 2.8), 0)
            works.box((x, y + TREAD * k + deep / 2, top + 0.03), (0.74, deep + 0.08, 0.08), 0)
    works.finish(bevel=0.015)
    return -RISE * count


def rail(x: float, y: float, count: int) -> None:
    """A double pipe rail down the flight at `x`, turned down at its ends."""
    works = Works(surface("rail", (0.16, 0.15, 0.14), 0.30, metallic=0.85))
    run, fall = TREAD * count, RISE * count
    for lift in (0.95, 0.55):
        works.rod((x, y - 0.6, lift), (x, y, lift), 0.022)
        works.rod((x, y, lift), (x, y + run, lift - fall), 0.022)
        works.rod((x, y + run, lift - fall), (x, y + run + 0.35, lift - fall), 0.022)
    works.rod((x, y - 0.6, 0.95), (x, y - 0.6, 0.55), 0.022)
    works.rod((x, y + run + 0.35, 0.95 - fall), (x, y + run + 0.35, 0.55 - fall), 0.022)
    for share in (0.02, 0.34, 0.67, 0.99):
        works.rod((x, y + run * share, -fall * share - 0.25), (x, y + run * share, 0.95 - fall * share), 0.022)
    works.finish(smooth=True)
