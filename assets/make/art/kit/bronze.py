"""Old bronze: bright where it stands proud, green and dull in its hollows."""

import bpy
import numpy as np

from kit.material import Color

HEIGHT, GLOW = "height", "glow"
"""Names of the attributes, one value a vertex, that drive the metal: its relief (0 to 1), and what shines of it."""


def bronze(name: str, glow: Color = (0, 0, 0), strength: float = 0.0) -> bpy.types.Material:
    """The metal; where the attribute `GLOW` is 1 it shines in the colour `glow` with `strength`."""
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    nodes, link = material.node_tree.nodes, material.node_tree.links.new
    shader = nodes["Principled BSDF"]
    shader.inputs["Metallic"].default_value = 1.0
    position = nodes.new("ShaderNodeNewGeometry").outputs["Position"]
    stains = _noise(material, position, 3.4)
    proud = nodes.new("ShaderNodeMath")
    proud.operation = "MULTIPLY_ADD"
    link(stains, proud.inputs[0])
    proud.inputs[1].default_value = 0.46
    link(_attribute(material, HEIGHT), proud.inputs[2])
    ramp = nodes.new("ShaderNodeValToRGB")
    low, high = ramp.color_ramp.elements
    low.position, low.color = 0.66, (0.014, 0.026, 0.020, 1)
    high.position, high.color = 1.0, (0.60, 0.34, 0.12, 1)
    middle = ramp.color_ramp.elements.new(0.86)
    middle.color = (0.13, 0.070, 0.032, 1)
    link(proud.outputs[0], ramp.inputs[0])
    link(ramp.outputs[0], shader.inputs["Base Color"])
    dull = nodes.new("ShaderNodeMapRange")
    for k, value in enumerate((0.66, 1.1, 0.74, 0.27), start=1):
        dull.inputs[k].default_value = value
    link(proud.outputs[0], dull.inputs[0])
    link(dull.outputs[0], shader.inputs["Roughness"])
    bump = nodes.new("ShaderNodeBump")
    bump.inputs["Strength"].default_value = 0.14
    bump.inputs["Distance"].default_value = 0.1
    link(_noise(material, position, 16), bump.inputs["Height"])
    link(bump.outputs[0], shader.inputs["Normal"])
    if strength:
        shader.inputs["Emission Color"].default_value = (*glow, 1)
        lit = nodes.new("ShaderNodeMath")
        lit.operation = "MULTIPLY"
        link(_attribute(material, GLOW), lit.inputs[0])
        lit.inputs[1].default_value = strength
        link(lit.outputs[0], shader.inputs["Emission Strength"])
    return material


def mark(thing: bpy.types.Object, name: str, values: np.ndarray) -> None:
    """Give each vertex of `thing` a value of the attribute `name`."""
    attribute = thing.data.attributes.new(name, "FLOAT", "POINT")
    attribute.data.foreach_set("value", np.ascontiguousarray(values, np.float32))


def _attribute(material: bpy.types.Material, name: str) -> bpy.types.NodeSocket:
    node = material.node_tree.nodes.new("ShaderNodeAttribute")
    node.attribute_name = name
    return node.outputs["Fac"]


def _noise(material: bpy.types.Material, position: bpy.types.NodeSocket, scale: float) -> bpy.types.NodeSocket:
    texture = material.node_tree.nodes.new("ShaderNodeTexNoise")
    texture.inputs["Scale"].default_value = scale
    texture.inputs["Detail"].default_value = 6
    material.node_tree.links.new(position, texture.inputs["Vector"])
    return texture.outputs[0]
