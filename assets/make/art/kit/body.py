"""A human body: the MPFB2 base mesh (CC0, see data/mpfb2), shaped by targets and posed by linear blend skinning.

The mesh carries helper shapes beside the body (tights, a skirt, hair) which follow the pose and serve as clothing.
Blend skinning after Magnenat-Thalmann et al., "Joint-dependent local deformations" (Graphics Interface 1988).
"""

import gzip
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Faces = npt.NDArray[np.int64]
Sex = Literal["female", "male"]
Pose = Mapping[str, Sequence[tuple[str, float]]]
"""Turns of bones: bone name to (axis, degrees) pairs, about the body's own axes (x to its left, y back, z up)."""

_DATA = Path(__file__).parents[1] / "data" / "mpfb2"
_BODY_VERTICES = 13380
_DECIMETRE = 0.1


@dataclass(frozen=True)
class Part:
    """A piece of a body: `vertices` (n, 3) as posed, `rest` (n, 3) as unposed, quads `faces` (m, 4)."""

    vertices: Array
    rest: Array
    faces: Faces

    @property
    def normals(self) -> Array:
        """Unit normals at the vertices, (n, 3)."""
        corners = self.vertices[self.faces]
        of_faces = np.cross(corners[:, 2] - corners[:, 0], corners[:, 3] - corners[:, 1])
        total = np.zeros_like(self.vertices)
        for k in range(4):
            np.add.at(total, self.faces[:, k], of_faces)
        return total / (np.linalg.norm(total, axis=1, keepdims=True) + 1e-9)


@dataclass(frozen=True)
class Body:
    """A posed body in metres, z up, soles at rest on z = 0, facing -y.

    `vertices` and `rest` are (n, 3); `joints` holds where each bone begins, `turns` how each is turned, (3, 3).
    """

    vertices: Array
    rest: Array
    joints: dict[str, Array]
    turns: dict[str, Array]

    @property
    def height(self) -> float:
        """Height at rest, metres."""
        return float(self.rest[:_BODY_VERTICES, 2].max())

    def part(self, name: str) -> Part:
        """A named group of the base mesh: `body`, `helper-tights`, `helper-skirt` or `helper-hair`."""
        faces = _base().groups[name]
        used = np.unique(faces)
        renumber = np.zeros(len(self.vertices), np.int64)
        renumber[used] = np.arange(len(used))
        return Part(self.vertices[used], self.rest[used], renumber[faces])


@dataclass(frozen=True)
class _Base:
    vertices: Array
    groups: dict[str, Faces]
    ranges: dict[str, list[list[int]]]
    rig: dict[str, Any]
    weights: dict[str, list[list[float]]]


def _lines(name: str) -> Iterator[list[str]]:
    with gzip.open(_DATA / name, "rt", encoding="utf-8") as file:
        for line in file:
            words = line.split()
            if words and not words[0].startswith("#"):
                yield words


def _json(name: str) -> Any:
    with gzip.open(_DATA / name, "rt", encoding="utf-8") as file:
        return json.load(file)


@cache
def _base() -> _Base:
    vertices: list[list[float]] = []
    groups: dict[str, list[list[int]]] = {}
    group: list[list[int]] = []
    for word, *rest in _lines("base.obj.gz"):
        if word == "v":
            vertices.append([float(x) for x in rest[:3]])
        elif word == "g":
            group = groups.setdefault(rest[0], [])
        elif word == "f" and len(rest) == 4:
            group.append([int(corner.split("/")[0]) - 1 for corner in rest])
    rig = _json("rig.json.gz")
    return _Base(
        vertices=np.array(vertices),
        groups={name: np.array(faces) for name, faces in groups.items()},
        ranges=_json("vertex_groups.json.gz"),
        rig=rig.get("bones", rig),
        weights=_json("weights.json.gz")["weights"],
    )


def _shaped(sex: Sex) -> Array:
    """The base mesh as a young adult, in metres, z up, facing -y."""
    vertices = _base().vertices.copy()
    for target in (f"caucasian-{sex}-young", f"universal-{sex}-young-averagemuscle-averageweight"):
        for index, *offset in _lines(f"{target}.target.gz"):
            vertices[int(index)] += [float(x) for x in offset[:3]]
    x, y, z = vertices.T
    metres = np.stack([x, -z, y], 1) * _DECIMETRE
    metres[:, 2] -= metres[:_BODY_VERTICES, 2].min()
    return metres


def _rotation(axis: str, degrees: float) -> Array:
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array(
        {
            "x": [[1, 0, 0], [0, c, -s], [0, s, c]],
            "y": [[c, 0, s], [0, 1, 0], [-s, 0, c]],
            "z": [[c, -s, 0], [s, c, 0], [0, 0, 1]],
        }[axis],
        float,
    )


def _bone_start(spec: dict[str, Any], vertices: Array) -> Array:
    match spec["strategy"]:
        case "CUBE":
            spans = _base().ranges[spec["cube_name"]]
            return vertices[np.concatenate([np.arange(a, b + 1) for a, b in spans])].mean(0)
        case "VERTEX":
            return vertices[spec["vertex_index"]]
        case "MEAN":
            return vertices[spec["vertex_indices"]].mean(0)
        case other:
            raise ValueError(f"unknown joint strategy {other}")


def build(sex: Sex, pose: Pose) -> Body:
    """A body in `pose`."""
    base = _base()
    rest = _shaped(sex)
    starts = {bone: _bone_start(spec["head"], rest) for bone, spec in base.rig.items()}
    turns: dict[str, Array] = {}
    shifts: dict[str, Array] = {}

    def solve(bone: str) -> None:
        if bone in turns:
            return
        turn, shift = np.eye(3), np.zeros(3)
        parent = base.rig[bone].get("parent")
        if parent:
            solve(parent)
            turn, shift = turns[parent], shifts[parent]
        own = np.eye(3)
        for axis, degrees in pose.get(bone, ()):
            own = _rotation(axis, degrees) @ own
        turns[bone] = turn @ own
        shifts[bone] = shift + turn @ starts[bone] - turns[bone] @ starts[bone]

    posed = np.zeros_like(rest)
    weight = np.zeros(len(rest))
    for bone in base.rig:
        solve(bone)
        pairs = base.weights.get(bone)
        if pairs:
            index = np.array([int(i) for i, _ in pairs])
            share = np.array([w for _, w in pairs])
            posed[index] += share[:, None] * (rest[index] @ turns[bone].T + shifts[bone])
            weight[index] += share
    loose = weight < 1e-6
    posed[loose] = rest[loose] @ turns["pelvis"].T + shifts["pelvis"]
    posed[~loose] /= weight[~loose, None]
    joints = {bone: turns[bone] @ starts[bone] + shifts[bone] for bone in base.rig}
    return Body(posed, rest, joints, turns)
