"""The sky at dawn, and its sun."""

import math
from typing import Any

import bpy
from mathutils import Vector

from kit.material import Color, emission
from kit.mesh import icosphere, mesh_object

Stop = tuple[float, Color]
"""A height in the sky (the sine of its elevation) and the colour there."""


def towards(azimuth: float, elevation: float) -> Vector:
    """The direction at `azimuth` degrees right of +y and `elevation` degrees above the horizon."""
    a, e = math.radians(azimuth), math.radians(elevation)
    return Vector((math.sin(a) * math.cos(e), math.cos(a) * math.cos(e), math.sin(e)))


def sun(direction: Vector, strength: float, color: Color, *, size: float = 1.0) -> None:
    """Sunlight from `direction`, `strength` in watts a square metre, from a disc `size` degrees wide."""
    data = bpy.data.lights.new("sun", "SUN")
    data.energy = strength
    data.color = color
    data.angle = math.radians(size)
    thing = bpy.data.objects.new("sun", data)
    thing.rotation_euler = direction.to_track_quat("Z", "Y").to_euler()
    bpy.context.scene.collection.objects.link(thing)


def disc(direction: Vector, color: Color, *, strength: float = 14.0, size: float = 0.9) -> None:
    """The sun as it is seen, `size` degrees wide (larger than life: the haze before it swells it)."""
    away = 900.0
    vertices, faces = icosphere(3)
    middle = [away * c for c in direction]
    glowing = emission("disc", color, strength)
    thing = mesh_object("disc", vertices * (away * math.radians(size) / 2) + middle, faces, glowing)
    thing.visible_shadow = False  # it hangs between the sun lamp and the scene


def sky(
    stops: list[Stop],
    *,
    glow: tuple[Vector, Color, float],
    clouds: tuple[Color, float, float],
    strength: float = 1.0,
) -> None:
    """A sky that shades through `stops`, brightens around the sun, and carries bands of cloud.

    `glow` is (direction, colour, how tightly it gathers), `clouds` (their colour, share of the sky from 0 to 1, seed).
    """
    tree = bpy.context.scene.world.node_tree
    nodes, link = tree.nodes, tree.links.new
    background = nodes["Background"]
    background.inputs["Strength"].default_value = strength
    direction = nodes.new("ShaderNodeTexCoord").outputs["Generated"]
    split = nodes.new("ShaderNodeSeparateXYZ")
    link(direction, split.inputs[0])
    ramp = nodes.new("ShaderNodeValToRGB")
    elements = ramp.color_ramp.elements
    while len(elements) < len(stops):
        elements.new(0.5)
    for element, (height, color) in zip(elements, sorted(stops), strict=True):
        element.position, element.color = height, (*color, 1)
    link(split.outputs["Z"], ramp.inputs[0])

    near = _math(tree, "MAXIMUM", _dot(tree, direction, glow[0]), 0.0)
    halo = _scaled(tree, glow[1], _math(tree, "POWER", near, glow[2]))
    lit = _mixed(tree, "ADD", 1.0, ramp.outputs[0], halo)

    cover = _bands(tree, direction, clouds[1], clouds[2])
    rose = _mixed(tree, "ADD", 1.0, clouds[0], _scaled(tree, glow[1], _math(tree, "POWER", near, glow[2] * 0.25)))
    link(_mixed(tree, "MIX", cover, lit, rose), background.inputs["Color"])


def _bands(tree: Any, direction: Any, share: float, seed: float) -> Any:
    """How thick cloud lies at `direction`, 0 to 1: drawn out along the horizon."""
    stretch = tree.nodes.new("ShaderNodeMapping")
    stretch.inputs["Location"].default_value = (seed, seed * 1.7, 0)
    stretch.inputs["Scale"].default_value = (2.2, 1.4, 15)
    tree.links.new(direction, stretch.inputs[0])
    noise = tree.nodes.new("ShaderNodeTexNoise")
    noise.inputs["Scale"].default_value = 1.0
    noise.inputs["Detail"].default_value = 5
    noise.inputs["Roughness"].default_value = 0.55
    tree.links.new(stretch.outputs[0], noise.inputs["Vector"])
    ramp = tree.nodes.new("ShaderNodeValToRGB")
    first, last = ramp.color_ramp.elements
    first.position, last.position = 0.68 - 0.4 * share, 0.80 - 0.3 * share
    first.color, last.color = (0, 0, 0, 1), (0.85, 0.85, 0.85, 1)
    tree.links.new(noise.outputs[0], ramp.inputs[0])
    return ramp.outputs[0]


def _dot(tree: Any, direction: Any, other: Vector) -> Any:
    node = tree.nodes.new("ShaderNodeVectorMath")
    node.operation = "DOT_PRODUCT"
    node.inputs[1].default_value = other
    tree.links.new(direction, node.inputs[0])
    return node.outputs["Value"]


def _math(tree: Any, operation: str, value: Any, other: float) -> Any:
    node = tree.nodes.new("ShaderNodeMath")
    node.operation = operation
    node.inputs[1].default_value = other
    tree.links.new(value, node.inputs[0])
    return node.outputs[0]


def _scaled(tree: Any, color: Color, amount: Any) -> Any:
    node = tree.nodes.new("ShaderNodeVectorMath")
    node.operation = "SCALE"
    node.inputs[0].default_value = color
    tree.links.new(amount, node.inputs["Scale"])
    return node.outputs[0]


def _mixed(tree: Any, kind: str, share: Any, first: Any, second: Any) -> Any:
    """Blend colours; each input is a socket or a constant."""
    node = tree.nodes.new("ShaderNodeMix")
    node.data_type = "RGBA"
    node.blend_type = kind
    node.clamp_result = False
    for socket, value in ((node.inputs[0], share), (node.inputs[6], first), (node.inputs[7], second)):
        if isinstance(value, float):
            socket.default_value = value
        elif isinstance(value, tuple):
            socket.default_value = (*value, 1)
        else:
            tree.links.new(value, socket)
    return node.outputs[2]
