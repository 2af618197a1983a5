"""Materials as Blender shader nodes. Colours are linear RGB, 0 to 1."""

from typing import Any

import bpy

Color = tuple[float, float, float]


def _empty(name: str) -> tuple[bpy.types.Material, Any, Any]:
    """A material with nothing in it but its output: (material, nodes, output)."""
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    nodes = material.node_tree.nodes
    nodes.clear()
    return material, nodes, nodes.new("ShaderNodeOutputMaterial")


def _noise(material: bpy.types.Material, position: Any, scale: float) -> Any:
    """The output of a fractal noise texture, `scale` features to a metre."""
    texture = material.node_tree.nodes.new("ShaderNodeTexNoise")
    texture.inputs["Scale"].default_value = scale
    texture.inputs["Detail"].default_value = 6
    texture.inputs["Roughness"].default_value = 0.62
    material.node_tree.links.new(position, texture.inputs["Vector"])
    return texture.outputs[0]


def surface(
    name: str,
    color: Color,
    roughness: float = 0.85,
    *,
    metallic: float = 0.0,
    mottle: tuple[Color, float] | None = None,
    bump: tuple[float, float] | None = None,
) -> bpy.types.Material:
    """An opaque surface.

    `mottle` is (second colour, features a metre), blended over `color` by noise; `bump` is (strength, features a
    metre). Both lie in world space, so that neighbouring objects do not repeat each other.
    """
    material, nodes, output = _empty(name)
    link = material.node_tree.links.new
    shader = nodes.new("ShaderNodeBsdfPrincipled")
    shader.inputs["Base Color"].default_value = (*color, 1)
    shader.inputs["Roughness"].default_value = roughness
    shader.inputs["Metallic"].default_value = metallic
    link(shader.outputs[0], output.inputs[0])
    position = nodes.new("ShaderNodeNewGeometry").outputs["Position"]
    if mottle:
        other, scale = mottle
        ramp = nodes.new("ShaderNodeValToRGB")
        first, last = ramp.color_ramp.elements
        first.position, first.color = 0.3, (*color, 1)
        last.position, last.color = 0.7, (*other, 1)
        link(_noise(material, position, scale), ramp.inputs[0])
        link(ramp.outputs[0], shader.inputs["Base Color"])
    if bump:
        strength, scale = bump
        node = nodes.new("ShaderNodeBump")
        node.inputs["Strength"].default_value = strength
        node.inputs["Distance"].default_value = 0.15
        link(_noise(material, position, scale), node.inputs["Height"])
        link(node.outputs[0], shader.inputs["Normal"])
    return material


def emission(name: str, color: Color, strength: float) -> bpy.types.Material:
    """A surface that shines, `strength` in watts a square metre and steradian."""
    material, nodes, output = _empty(name)
    shader = nodes.new("ShaderNodeEmission")
    shader.inputs["Color"].default_value = (*color, 1)
    shader.inputs["Strength"].default_value = strength
    material.node_tree.links.new(shader.outputs[0], output.inputs[0])
    return material


def powder(name: str, color: Color, glow: float = 0.0) -> bpy.types.Material:
    """Airborne dust: light passes through as much as it is thrown back; `glow` is an emission of its own."""
    material, nodes, output = _empty(name)
    link = material.node_tree.links.new
    shaders = [nodes.new(f"ShaderNode{kind}") for kind in ("BsdfDiffuse", "BsdfTranslucent", "Emission")]
    for shader in shaders:
        shader.inputs["Color"].default_value = (*color, 1)
    shaders[2].inputs["Strength"].default_value = glow
    total = shaders[0].outputs[0]
    for shader in shaders[1:]:
        both = nodes.new("ShaderNodeAddShader")
        link(total, both.inputs[0])
        link(shader.outputs[0], both.inputs[1])
        total = both.outputs[0]
    link(total, output.inputs[0])
    return material


def haze(density: float, anisotropy: float, color: Color = (1, 1, 1)) -> bpy.types.Material:
    """Air that scatters light evenly: `density` per metre, `anisotropy` from -1 (back) to 1 (onward)."""
    material, nodes, output = _empty("haze")
    shader = nodes.new("ShaderNodeVolumeScatter")
    shader.inputs["Color"].default_value = (*color, 1)
    shader.inputs["Density"].default_value = density
    shader.inputs["Anisotropy"].default_value = anisotropy
    material.node_tree.links.new(shader.outputs[0], output.inputs["Volume"])
    return material
