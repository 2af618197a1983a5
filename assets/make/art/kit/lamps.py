"""Practical lights of a building whose power has failed: emergency heads, exit signs, a bare bulb."""

import math

import bpy
from mathutils import Vector

from kit import stage
from kit.boxes import Boxes
from kit.material import Color, emission, surface
from kit.mesh import Point, cone, icosphere, mesh_object

RED: Color = (1.0, 0.06, 0.03)
AMBER: Color = (1.0, 0.60, 0.27)
MOON: Color = (0.42, 0.64, 1.0)


def emergency(location: Point, target: Point, watts: float, color: Color = AMBER, *, angle: float = 70) -> None:
    """A battery box with two round heads that point to both sides of `target`."""
    case = Boxes([surface("case", (0.30, 0.28, 0.25), 0.5)])
    at, goal = Vector(location), Vector(target)
    ahead = (goal - at).normalized()
    heading = math.atan2(ahead.y, ahead.x)
    side = Vector((-math.sin(heading), math.cos(heading), 0))
    case.box(at, (0.13, 0.34, 0.16), 0, (0, 0, heading))
    case.show(bevel=0.01)
    shell = surface("head", (0.02, 0.02, 0.02), 0.5)
    for way in (-1, 1):
        head = at + side * way * 0.10 + Vector((0, 0, 0.11))
        d = (goal + side * way * 1.2 - head).normalized()
        cone(head - d * 0.05, head + d * 0.05, 0.05, 0.066, shell)
        cone(head + d * 0.051, head + d * 0.056, 0.058, 0.058, emission("lens", color, 40))
        stage.spot_lamp(head + d * 0.09, head + d * 3, watts, color, angle, radius=0.04, blend=0.7)


def letters(
    text: str, location: Point, turn: float, size: float, material: bpy.types.Material, *, roll: float = 0.0
) -> None:
    """Raised lettering centred on `location`, facing -y before it is turned by `turn` radians about z.

    `roll` tilts its line, in radians.
    """
    curve = bpy.data.curves.new("letters", "FONT")
    curve.body = text
    curve.size = size
    curve.align_x = "CENTER"
    curve.align_y = "CENTER"
    curve.extrude = 0.004
    curve.materials.append(material)
    thing = bpy.data.objects.new("letters", curve)
    thing.location = location
    thing.rotation_euler = (math.pi / 2, roll, turn)
    bpy.context.scene.collection.objects.link(thing)


def exit_sign(location: Point, turn: float, watts: float, color: Color, *, glow: float = 12) -> None:
    """A lit sign over a door, facing -y before it is turned by `turn` radians about z."""
    at = Vector(location)
    out = Vector((math.sin(turn), -math.cos(turn), 0))
    case = Boxes([surface("sign", (0.012, 0.013, 0.013), 0.4)])
    case.box(at, (0.50, 0.07, 0.26), 0, (0, 0, turn))
    case.show(bevel=0.008)
    letters("EXIT", at + out * 0.042, turn, 0.21, emission("letters", color, glow))
    stage.point_lamp(at + out * 0.30 - Vector((0, 0, 0.08)), watts, color, 0.12)


def caged_bulb(location: Point, watts: float, color: Color, *, glow: float = 40) -> None:
    """A small lamp under the ceiling behind a wire cage."""
    at = Vector(location)
    metal = surface("cage", (0.03, 0.03, 0.03), 0.5)
    vertices, faces = icosphere(3)
    mesh_object("bulb", vertices * (0.055, 0.055, 0.075) + at, faces, emission("bulb", color, glow), smooth=True)
    cone(at + Vector((0, 0, 0.07)), at + Vector((0, 0, 0.2)), 0.05, 0.07, metal)
    for k in range(6):
        angle = k * math.pi / 3
        out = Vector((math.cos(angle), math.sin(angle), 0)) * 0.085
        cone(at + out + Vector((0, 0, 0.08)), at + out * 0.5 - Vector((0, 0, 0.11)), 0.005, 0.005, metal, sides=6)
    stage.point_lamp(at - Vector((0, 0, 0.16)), watts, color, 0.06)
