"""Clothed people: a posed body with its helper shapes inflated into garments, as one mesh."""

import math
from dataclasses import dataclass, field
from typing import Literal

import bpy
import numpy as np
import numpy.typing as npt

from kit import hair
from kit.body import Array, Body, Faces, Part, Pose, Sex, build
from kit.material import surface
from kit.mesh import Point, mesh_object
from kit.noise import fractal

Garment = Literal["coat", "jacket", "shirt"]
HairStyle = Literal["long", "cropped"]

SKIN, OUTER, CLOTH, SHIRT, HAIR = range(5)
"""Material slots of a person's mesh."""

_THICKNESS: dict[Garment, float] = {"coat": 0.026, "jacket": 0.020, "shirt": 0.008}


@dataclass
class Person:
    """A figure in its own space (metres, facing -y, lowest point at z = 0), before it stands in a scene.

    `slots` (m,) gives each face of `faces` (m, 4) its material.
    """

    vertices: Array
    faces: Faces
    slots: npt.NDArray[np.int32]
    joints: dict[str, Array]

    def leaning(self, degrees: float) -> "Person":
        """The same tipped over backwards, lowest point again at z = 0."""
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        turn = np.array([[1, 0, 0], [0, c, s], [0, -s, c]])
        vertices = self.vertices @ turn.T
        drop = np.array([0, 0, vertices[:, 2].min()])
        joints = {bone: turn @ at - drop for bone, at in self.joints.items()}
        return Person(vertices - drop, self.faces, self.slots, joints)


@dataclass
class _Wardrobe:
    """Collects parts into one mesh."""

    vertices: list[Array] = field(default_factory=list)
    faces: list[Faces] = field(default_factory=list)
    slots: list[npt.NDArray[np.int32]] = field(default_factory=list)
    count: int = 0

    def add(self, vertices: Array, faces: Faces, slot: int) -> None:
        self.vertices.append(vertices)
        self.faces.append(faces + self.count)
        self.slots.append(np.full(len(faces), slot, np.int32))
        self.count += len(vertices)


def person(sex: Sex, pose: Pose, garment: Garment, style: HairStyle | None = None, *, seed: int = 0) -> Person:
    """Dress a body: boots, trousers, and a shirt, jacket or long coat; no hair if `style` is None."""
    body = build(sex, pose)
    wardrobe = _Wardrobe()
    _add_body(wardrobe, body)
    _add_clothes(wardrobe, body, garment, seed)
    if style:
        wardrobe.add(*hair.cap(body, 0.006 if style == "long" else 0.022, seed), HAIR)
    if style == "long":
        wardrobe.add(*hair.strands(body, seed), HAIR)
    vertices = np.concatenate(wardrobe.vertices)
    drop = np.array([0, 0, vertices[:, 2].min()])
    joints = {bone: at - drop for bone, at in body.joints.items()}
    return Person(vertices - drop, np.concatenate(wardrobe.faces), np.concatenate(wardrobe.slots), joints)


def _all_corners(mask: npt.NDArray[np.bool_], faces: Faces) -> npt.NDArray[np.bool_]:
    return mask[faces].all(1)


def _folds(part: Part, seed: float) -> Array:
    return fractal(part.rest * (14, 14, 5) + seed, 3)


def _add_body(wardrobe: _Wardrobe, body: Body) -> None:
    skin = body.part("body")
    boot = skin.rest[:, 2] < 0.085 * body.height
    vertices = skin.vertices + skin.normals * np.where(boot, 0.012, 0)[:, None]
    boots = _all_corners(boot, skin.faces)
    wardrobe.add(vertices, skin.faces[~boots], SKIN)
    wardrobe.add(vertices, skin.faces[boots], OUTER)


def _add_clothes(wardrobe: _Wardrobe, body: Body, garment: Garment, seed: int) -> None:
    tights = body.part("helper-tights")
    height = tights.rest[:, 2]
    waist = 0.575 * body.height
    leg = (height < waist) & (np.abs(tights.rest[:, 0]) < 0.30)
    flare = np.clip((0.5 * body.height - height) / (0.5 * body.height), 0, 1) ** 2
    trousers = np.where(leg, 0.012 + 0.02 * flare + 0.008 * _folds(tights, seed), 0)
    above_hem = height[tights.faces].min(1) > 0.035 * body.height
    legs = tights.faces[_all_corners(leg, tights.faces) & above_hem]
    wardrobe.add(tights.vertices + tights.normals * trousers[:, None], legs, CLOTH)

    top = _THICKNESS[garment] + 0.010 * _folds(tights, seed + 5)
    if garment == "coat":
        top += 0.014 * np.clip((np.abs(tights.rest[:, 0]) - 0.25) / 0.3, 0, 1)
    torso = tights.faces[_all_corners(~leg | (height > waist - 0.04), tights.faces)]
    wardrobe.add(tights.vertices + tights.normals * top[:, None], torso, SHIRT if garment == "shirt" else OUTER)
    if garment == "coat":
        _add_skirts(wardrobe, body, waist, seed)


def _add_skirts(wardrobe: _Wardrobe, body: Body, waist: float, seed: int) -> None:
    """The skirts of a long coat, open in front."""
    skirt = body.part("helper-skirt")
    x, y, z = skirt.rest.T
    down = np.clip((waist - z) / waist, 0, 1)
    pleats = 0.045 * down * np.sin(np.arctan2(x, -y) * 7 + seed)
    spread = 0.03 + 0.06 * down + pleats + 0.02 * _folds(skirt, seed + 9)
    opening = (np.abs(x) < 0.075) & (y < 0)
    kept = ~opening[skirt.faces].any(1) & (z[skirt.faces].min(1) > 0.10 * body.height)
    wardrobe.add(skirt.vertices + skirt.normals * spread[:, None], skirt.faces[kept], OUTER)


def materials() -> list[bpy.types.Material]:
    """Plain materials for the five slots."""
    return [
        surface("skin", (0.42, 0.27, 0.20), 0.55),
        surface("outer", (0.020, 0.018, 0.020), 0.42, bump=(0.12, 18)),
        surface("cloth", (0.050, 0.055, 0.075)),
        surface("shirt", (0.16, 0.03, 0.03), 0.8),
        surface("hair", (0.05, 0.03, 0.018), 0.45),
    ]


def put(
    someone: Person,
    location: Point,
    turn: float,
    *,
    scale: float = 1.0,
    wear: list[bpy.types.Material] | None = None,
) -> bpy.types.Object:
    """Put a person into the scene, lowest point at `location`, turned `turn` degrees about z (0 faces -y).

    `wear` holds a material for each slot.
    """
    thing = mesh_object("person", someone.vertices, someone.faces, smooth=True)
    for material in wear or materials():
        thing.data.materials.append(material)
    thing.data.polygons.foreach_set("material_index", someone.slots)
    thing.location = location
    thing.rotation_euler = (0, 0, math.radians(turn))
    thing.scale = (scale,) * 3
    return thing
