"""Palm prints left in dust on rock."""

import bpy
import numpy as np
from mathutils import Vector

from kit.body import build
from kit.mesh import mesh_object

_SPREAD = {
    "thumb_01_l": [("z", 12)],
    "index_01_l": [("z", -7)],
    "ring_01_l": [("z", 6)],
    "pinky_01_l": [("z", 12)],
}
_LIFT = 0.012


def palm_print(
    point: Vector, normal: Vector, material: bpy.types.Material, *, turn: float, size: float = 1.0, left: bool = True
) -> None:
    """Press a hand onto the rock at `point`: the palm side of a body's hand, laid along the surface.

    `turn` is the way the fingers point, in radians from straight up; `size` is 1 for a natural hand.
    """
    body = build("female", _SPREAD)
    skin = body.part("body")
    wrist, knuckle = body.joints["hand_l"], body.joints["middle_01_l"]
    fingers = (knuckle - wrist) / np.linalg.norm(knuckle - wrist)
    thumb = body.joints["thumb_02_l"] - wrist
    across = thumb - fingers * (thumb @ fingers)
    across /= np.linalg.norm(across)
    palm = np.cross(fingers, across)
    local = (skin.vertices - wrist) @ np.stack([across, fingers, palm], 1)
    hand = (local[:, 1] > 0.005) & (local[:, 1] < 0.25) & (np.abs(local[:, 0]) < 0.14) & (np.abs(local[:, 2]) < 0.08)
    touches = hand & (skin.normals @ palm > 0.15)
    faces = skin.faces[touches[skin.faces].all(1)]
    used = np.unique(faces)
    renumber = np.zeros(len(local), np.int64)
    renumber[used] = np.arange(len(used))
    flat = local[used][:, :2] * (size if left else -size, size)

    up = Vector((0, 0, 1))
    up = (up - normal * up.dot(normal)).normalized()
    right = up.cross(normal)
    heading = up * np.cos(turn) + right * np.sin(turn)
    beside = heading.cross(normal)
    ray_from = np.array(point + normal * 0.3) + np.outer(flat[:, 0], beside) + np.outer(flat[:, 1], heading)
    scene, graph = bpy.context.scene, bpy.context.evaluated_depsgraph_get()
    vertices = []
    for origin in ray_from:
        found, hit, *_ = scene.ray_cast(graph, Vector(origin), -normal, distance=0.8)
        vertices.append(np.array(hit if found else Vector(origin) - normal * 0.3) + np.array(normal) * _LIFT)
    mesh_object("print", np.array(vertices), renumber[faces], material)
