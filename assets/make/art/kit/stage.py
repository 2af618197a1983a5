"""An empty scene set up for Cycles, its camera, its lamps and its air. Lengths are metres, angles degrees."""

import math
from collections.abc import Sequence

import addon_utils
import bpy
from mathutils import Matrix, Vector

from kit.material import Color, haze
from kit.mesh import Point, mesh_object

_HAZE = "haze"


def clear(ambient: Color = (0, 0, 0)) -> None:
    """Throw the scene away and begin an empty one, dark but for `ambient`."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    addon_utils.enable("cycles", default_set=True)
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.view_settings.view_transform = "Standard"
    cycles = scene.cycles
    cycles.device = "CPU"
    cycles.use_denoising = True
    cycles.denoiser = "OPENIMAGEDENOISE"
    cycles.denoising_input_passes = "RGB_ALBEDO_NORMAL"
    cycles.max_bounces = 3
    cycles.diffuse_bounces = 2
    cycles.glossy_bounces = 2
    cycles.transmission_bounces = 2
    cycles.volume_bounces = 0
    cycles.sample_clamp_indirect = 4
    cycles.caustics_reflective = False
    cycles.caustics_refractive = False
    cycles.use_adaptive_sampling = True
    cycles.adaptive_threshold = 0.02
    world = bpy.data.worlds.new("world")
    world.use_nodes = True
    background = world.node_tree.nodes["Background"]
    background.inputs["Color"].default_value = (*ambient, 1)
    scene.world = world


def _aim(location: Point, target: Point) -> Matrix:
    return (Vector(target) - Vector(location)).to_track_quat("-Z", "Y").to_matrix()


def camera(location: Point, target: Point, lens: float, *, roll: float = 0.0) -> None:
    """Look from `location` at `target` through a `lens` in millimetres (sensor 36 mm wide)."""
    data = bpy.data.cameras.new("camera")
    data.lens = lens
    data.clip_end = 2000
    thing = bpy.data.objects.new("camera", data)
    thing.location = location
    thing.rotation_euler = (_aim(location, target) @ Matrix.Rotation(math.radians(roll), 3, "Z")).to_euler()
    bpy.context.scene.collection.objects.link(thing)
    bpy.context.scene.camera = thing


def _lamp(kind: str, location: Point, watts: float, color: Color) -> tuple[bpy.types.Light, bpy.types.Object]:
    data = bpy.data.lights.new(kind.lower(), kind)
    data.energy = watts
    data.color = color
    thing = bpy.data.objects.new(data.name, data)
    thing.location = location
    bpy.context.scene.collection.objects.link(thing)
    return data, thing


def point_lamp(location: Point, watts: float, color: Color, radius: float = 0.1) -> None:
    """A lamp that shines all ways from a ball of `radius`."""
    data, _ = _lamp("POINT", location, watts, color)
    data.shadow_soft_size = radius


def spot_lamp(
    location: Point, target: Point, watts: float, color: Color, angle: float, *, radius: float = 0.1, blend: float = 0.3
) -> None:
    """A lamp that shines at `target` in a cone `angle` wide, its edge softened over the share `blend`."""
    data, thing = _lamp("SPOT", location, watts, color)
    data.shadow_soft_size = radius
    data.spot_size = math.radians(angle)
    data.spot_blend = blend
    thing.rotation_euler = _aim(location, target).to_euler()


def area_lamp(location: Point, target: Point, watts: float, color: Color, size: float) -> None:
    """A square panel with sides of `size` that faces `target`."""
    data, thing = _lamp("AREA", location, watts, color)
    data.size = size
    thing.rotation_euler = _aim(location, target).to_euler()


def air(low: Sequence[float], high: Sequence[float], density: float, anisotropy: float = 0.3) -> None:
    """Fill the box between the corners `low` and `high` with haze (see `kit.material.haze`)."""
    corners = [(x, y, z) for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])]
    faces = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
    mesh_object(_HAZE, corners, faces, haze(density, anisotropy))


def set_air_visible(*, visible: bool) -> None:
    """Show or hide all haze (a ray that scatters in it records no depth)."""
    for thing in bpy.context.scene.objects:
        if thing.name.startswith(_HAZE):
            thing.hide_render = not visible


def sight(x: float, y: float) -> tuple[Vector, Vector]:
    """The camera's place, and the direction in which it sees (x, y).

    x and y are shares of a 16:9 picture's width and height, from its upper left corner.
    """
    bpy.context.view_layer.update()
    eye = bpy.context.scene.camera
    half = 18 / eye.data.lens
    ray = Vector(((2 * x - 1) * half, (1 - 2 * y) * half * 9 / 16, -1))
    return eye.matrix_world.translation.copy(), (eye.matrix_world.to_3x3() @ ray).normalized()


def pick(x: float, y: float) -> tuple[Vector, Vector]:
    """The point that the camera sees at (x, y), as for `sight`, and its normal, turned towards the camera."""
    eye, direction = sight(x, y)
    found, point, normal, *_ = bpy.context.scene.ray_cast(bpy.context.evaluated_depsgraph_get(), eye, direction)
    if not found:
        raise ValueError(f"nothing is seen at ({x}, {y})")
    return point, normal if normal.dot(direction) < 0 else -normal
