"""A school bus along y, its floor at z = 0 and its windscreen ahead: shell, seats, and what shows from outside."""

import math

import bpy
import numpy as np

from kit.joinery import Opening, beam, box, pierced_wall
from kit.material import emission, surface
from kit.mesh import cone, grid_faces, mesh_object, tube

WIDE = 1.15
"""Half the width inside."""
PITCH = 0.76
"""From one row of seats to the next."""
SILL, HEAD, EAVES, CROWN = 0.74, 1.36, 1.50, 1.92
_SKIRT = -0.42


def shell(length: float, paint: bpy.types.Material, lining: bpy.types.Material) -> None:
    """Floor, walls with their rows of windows, ribs and roof, from y = 0 to `length`; both ends open."""
    count = round(length / PITCH)
    panes: list[Opening] = [(k * PITCH + 0.05, (k + 1) * PITCH - 0.02, SILL, HEAD) for k in range(count)]
    for side in (-1, 1):
        x = side * (WIDE + 0.03)
        pierced_wall((x, 0), (x, length), (0, EAVES + 0.02), 0.05, panes, lining)
        pierced_wall((x + side * 0.05, 0), (x + side * 0.05, length), (_SKIRT, EAVES + 0.02), 0.03, panes, paint)
        for k in range(count):
            y = (k + 0.5) * PITCH
            box((x - side * 0.012, y - PITCH / 2, 1.03), (x + side * 0.012, y + PITCH / 2, 1.062), lining)
    box((-WIDE, 0, -0.06), (WIDE, length, 0), surface("rubber floor", (0.035, 0.035, 0.037), 0.35, bump=(0.1, 9)))
    _roof(length, paint, lining)


def _arch(t: float, grow: float) -> tuple[float, float]:
    """The roof's section: t from -1 to 1 across."""
    angle = t * math.pi / 2
    x = (WIDE + grow) * math.copysign(abs(math.sin(angle)) ** 0.75, t)
    return x, EAVES + (CROWN - EAVES + grow) * math.cos(angle) ** 0.75


def _roof(length: float, paint: bpy.types.Material, lining: bpy.types.Material) -> None:
    across = np.linspace(-1, 1, 33)
    for grow, material in ((0.0, lining), (0.09, paint)):
        points = [(*_arch(t, grow), y) for y in (0.0, length) for t in across]
        vertices = [(x, y, z) for x, z, y in points]
        mesh_object("roof", vertices, grid_faces(2, len(across)), material, smooth=True)
    for k in range(1, round(length / PITCH)):
        ribs = [(x, k * PITCH, z) for x, z in (_arch(t, -0.012) for t in np.linspace(-0.98, 0.98, 17))]
        tube(ribs, 0.022, lining)


def bench(y: float, side: int, vinyl: bpy.types.Material, steel: bpy.types.Material) -> None:
    """A seat for two whose back stands at `y`, left (-1) or right (1) of the aisle."""
    inner, outer = side * 0.24, side * (WIDE - 0.03)
    left, right = min(inner, outer), max(inner, outer)
    back = box((left, y - 0.06, 0.36), (right, y + 0.06, 1.04), vinyl, bevel=0.055)
    back.rotation_euler = (math.radians(5), 0, 0)
    box((left, y + 0.02, 0.34), (right, y + 0.46, 0.46), vinyl, bevel=0.05)
    for x in (left + 0.08, right - 0.08):
        beam((x, y + 0.1, 0), (x, y + 0.1, 0.36), 0.035, 0.035, steel)
    tube(
        [(inner + side * 0.02, y + 0.07, 0.1), (inner + side * 0.02, y + 0.02, 0.9), (inner + side * 0.05, y, 1.02)],
        0.014,
        steel,
    )


def bulkhead(length: float, material: bpy.types.Material) -> None:
    """The front, seen from inside: windscreen in two panes, dashboard, mirror, rail and the door's post."""
    top = EAVES + 0.08
    box((-WIDE, length, -0.1), (WIDE, length + 0.08, 0.72), material)
    box((-WIDE, length, top), (WIDE, length + 0.06, CROWN + 0.05), material)
    box((-WIDE, length - 0.35, 0.5), (0.35, length, 0.76), material, bevel=0.05)
    for x in (-WIDE, 0.0, WIDE):
        beam((x, length, 0.6), (x, length + 0.02, top + 0.05), 0.07, 0.06, material)
    box((-0.42, length - 0.16, 1.56), (0.42, length - 0.12, 1.70), material, bevel=0.02)
    beam((0.30, length - 1.5, 0), (0.30, length - 1.5, 1.8), 0.035, 0.035, material)
    beam((-0.28, length - 1.35, 0), (-0.28, length - 1.35, 1.8), 0.035, 0.035, material)
    wheel = [
        (-0.62 + 0.24 * math.cos(a), length - 0.5 - 0.10 * math.sin(a), 0.92 + 0.20 * math.sin(a))
        for a in np.linspace(0, 6.3, 20)
    ]
    tube(wheel, 0.018, material)


def outside(length: float, paint: bpy.types.Material) -> None:
    """What the shell lacks when seen from without: bonnet, rear, black rails, wheels, lamps, mirrors, and dark inside."""
    black = surface("bus black", (0.012, 0.012, 0.013), 0.5)
    chrome = surface("chrome", (0.5, 0.5, 0.5), 0.25, metallic=1.0)
    w = WIDE + 0.09
    box((-w, length - 0.02, _SKIRT), (w, length + 0.05, SILL), paint)
    box((-w * 0.86, length, _SKIRT), (w * 0.86, length + 1.55, 0.62), paint, bevel=0.16)
    box((-w, -0.05, _SKIRT), (w, 0.0, SILL), paint)
    box((-w, -0.05, HEAD), (w, 0.0, CROWN), paint)
    for x in (-w, -0.42, 0.36, w - 0.07):
        box((x, -0.05, SILL), (x + 0.07, 0.0, HEAD), paint)
    box((-w * 0.9, -0.15, _SKIRT - 0.1), (w * 0.9, -0.02, _SKIRT + 0.14), black)
    for z in (0.06, 0.36, 0.66):
        for side in (-1, 1):
            box((side * w - 0.012, 0, z), (side * w + 0.022, length, z + 0.05), black)
    for side in (-1, 1):
        for y in (1.9, length + 0.55):
            cone((side * (w - 0.30), y, -0.42), (side * (w + 0.02), y, -0.42), 0.47, 0.47, black, sides=28)
            cone((side * (w + 0.02), y, -0.42), (side * (w + 0.03), y, -0.42), 0.22, 0.2, chrome, sides=20)
        tube([(side * w, length + 0.1, 0.9), (side * (w + 0.35), length + 0.3, 1.15)], 0.02, black)
        box((side * (w + 0.27), length + 0.25, 0.95), (side * (w + 0.43), length + 0.30, 1.30), black, bevel=0.02)
        for y, z in ((-0.06, 0.25), (-0.06, 1.66)):
            lamp = emission("tail lamp", (1.0, 0.05, 0.02), 1.6)
            cone((side * 0.92, y, z), (side * 0.92, y - 0.02, z), 0.09, 0.09, lamp, sides=16)
    box((-0.9, -0.06, _SKIRT), (0.9, -0.045, _SKIRT + 0.02), black)


def seats(rows: range, vinyl: bpy.types.Material) -> None:
    """Benches on both sides of the aisle, one row after another."""
    steel = surface("seat steel", (0.10, 0.10, 0.11), 0.4, metallic=1.0)
    for row in rows:
        for side in (-1, 1):
            bench(row * PITCH + 0.5, side, vinyl, steel)
