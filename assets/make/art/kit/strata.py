"""Ground cut through: a material whose colour goes by height, in beds that dip and fray."""

from collections.abc import Sequence

import bpy

from kit.material import Color, surface


def beds(
    name: str, colors: Sequence[tuple[float, Color]], depth: float, *, fray: float = 0.035, scale: float = 0.06
) -> bpy.types.Material:
    """`colors` by depth, from 0 at z = 0 to 1 at z = -`depth`; a bed's border wanders by the share `fray` of the
    depth, with so many features a metre."""
    material = surface(name, colors[0][1], 0.95, bump=(0.8, 0.5))
    nodes, link = material.node_tree.nodes, material.node_tree.links.new
    shader = next(node for node in nodes if node.type == "BSDF_PRINCIPLED")
    position = nodes.new("ShaderNodeNewGeometry").outputs["Position"]
    parts = nodes.new("ShaderNodeSeparateXYZ")
    link(position, parts.inputs[0])
    below = nodes.new("ShaderNodeMapRange")
    below.clamp = False
    below.inputs["From Min"].default_value, below.inputs["From Max"].default_value = 0.0, -depth
    link(parts.outputs["Z"], below.inputs["Value"])
    noise = nodes.new("ShaderNodeTexNoise")
    noise.inputs["Scale"].default_value, noise.inputs["Detail"].default_value = scale, 5
    link(position, noise.inputs["Vector"])
    frayed = nodes.new("ShaderNodeMath")
    frayed.operation = "MULTIPLY_ADD"
    frayed.inputs[1].default_value = 2 * fray
    link(noise.outputs[0], frayed.inputs[0])
    link(below.outputs[0], frayed.inputs[2])
    ramp = nodes.new("ShaderNodeValToRGB")
    elements = ramp.color_ramp.elements
    while len(elements) < len(colors):
        elements.new(0.5)
    for element, (at, color) in zip(elements, colors, strict=True):
        element.position, element.color = at, (*color, 1)
    link(frayed.outputs[0], ramp.inputs[0])
    link(ramp.outputs[0], shader.inputs["Base Color"])
    return material
