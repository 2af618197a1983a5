"""Poses, as turns of bones in degrees (see `kit.body.Pose`)."""

from kit.body import Pose

_FIST: Pose = {
    f"{finger}_{knuckle}_r": [("y", -angle)]
    for finger in ("index", "middle", "ring", "pinky")
    for knuckle, angle in (("01", 55), ("02", 60), ("03", 35))
}

WALK: Pose = {
    "thigh_l": [("x", -24)],
    "calf_l": [("x", 16)],
    "thigh_r": [("x", 20)],
    "calf_r": [("x", 26)],
    "foot_r": [("x", 20)],
    "upperarm_l": [("y", 40), ("x", 18)],
    "upperarm_r": [("y", -40), ("x", -18)],
    "lowerarm_l": [("x", -12)],
    "lowerarm_r": [("x", -26)],
    "spine_02": [("z", -6), ("x", 4)],
    "head": [("x", 4)],
}

GUARD: Pose = _FIST | {
    "upperarm_l": [("y", 34), ("x", -10)],
    "lowerarm_l": [("x", -18)],
    "upperarm_r": [("y", -24), ("x", 6)],
    "lowerarm_r": [("x", -22)],
    "thigh_l": [("y", -7), ("x", -14)],
    "calf_l": [("x", 12)],
    "thigh_r": [("y", 8), ("x", 9)],
    "calf_r": [("x", 6)],
    "head": [("x", 5), ("z", 14)],
    "spine_02": [("z", -9), ("x", 3)],
}
"""On guard with a weapon in the right fist."""

PINNED: Pose = {
    "upperarm_l": [("y", -22), ("x", 10)],
    "upperarm_r": [("y", 30), ("x", 8)],
    "lowerarm_l": [("y", -14)],
    "lowerarm_r": [("y", 10)],
    "spine_01": [("x", -3)],
    "spine_02": [("x", -8)],
    "spine_03": [("x", -8)],
    "neck_01": [("x", -10)],
    "head": [("x", -16)],
    "thigh_l": [("y", -6)],
    "thigh_r": [("y", 8), ("x", -6)],
    "calf_r": [("x", 10)],
}
"""Held to a wall by the breastbone, arms flung out, head back."""

PLEAD: Pose = {
    "upperarm_l": [("y", 24), ("x", -70)],
    "lowerarm_l": [("x", -24)],
    "upperarm_r": [("y", -24), ("x", -84)],
    "lowerarm_r": [("x", -16)],
    "thigh_l": [("x", -16), ("y", -4)],
    "calf_l": [("x", 14)],
    "thigh_r": [("x", 12), ("y", 4)],
    "calf_r": [("x", 10)],
    "spine_01": [("x", 8)],
    "neck_01": [("x", -8)],
    "head": [("x", -14)],
}
"""Leaning in, both hands on somebody, face raised."""

LUNGE: Pose = {
    "thigh_l": [("x", -48), ("y", -5)],
    "calf_l": [("x", 46)],
    "thigh_r": [("x", 28), ("y", 5)],
    "calf_r": [("x", 14)],
    "spine_01": [("x", 16)],
    "upperarm_l": [("y", 30), ("x", -60)],
    "lowerarm_l": [("x", -50)],
    "upperarm_r": [("y", -10), ("x", -80)],
    "lowerarm_r": [("x", -30)],
    "head": [("x", 10)],
}

RUN: Pose = {
    "thigh_l": [("x", -62)],
    "calf_l": [("x", 78)],
    "thigh_r": [("x", 34)],
    "calf_r": [("x", 42)],
    "foot_r": [("x", 30)],
    "spine_01": [("x", 18)],
    "spine_02": [("z", -10)],
    "upperarm_l": [("y", 36), ("x", 46)],
    "lowerarm_l": [("x", -60)],
    "upperarm_r": [("y", -36), ("x", -58)],
    "lowerarm_r": [("x", -66)],
    "head": [("x", -8)],
}

COWER: Pose = {
    "spine_01": [("x", 26)],
    "spine_02": [("x", 18)],
    "neck_01": [("x", 14)],
    "upperarm_l": [("y", 20), ("x", -95)],
    "upperarm_r": [("y", -20), ("x", -100)],
    "lowerarm_l": [("x", -75)],
    "lowerarm_r": [("x", -70)],
    "thigh_l": [("x", -50), ("y", 6)],
    "calf_l": [("x", 70)],
    "thigh_r": [("x", -14), ("y", -6)],
    "calf_r": [("x", 46)],
}

REEL: Pose = {
    "spine_01": [("x", -16)],
    "spine_02": [("x", -12), ("z", 10)],
    "head": [("x", -14), ("z", 18)],
    "upperarm_l": [("y", -6), ("x", -40)],
    "lowerarm_l": [("x", -58)],
    "upperarm_r": [("y", 14), ("x", 12)],
    "lowerarm_r": [("y", 14)],
    "thigh_l": [("x", -30), ("y", -8)],
    "calf_l": [("x", 36)],
    "thigh_r": [("x", 16), ("y", 8)],
    "calf_r": [("x", 24)],
}
"""Thrown back, one arm before the eyes."""

CLIMB: Pose = {
    "upperarm_l": [("y", -120), ("x", -14)],
    "lowerarm_l": [("x", -14)],
    "upperarm_r": [("y", 52), ("x", -34)],
    "lowerarm_r": [("y", 40), ("x", -30)],
    "thigh_l": [("x", -10), ("y", -8)],
    "calf_l": [("x", 16)],
    "thigh_r": [("x", -84), ("y", 26)],
    "calf_r": [("x", 92)],
    "foot_l": [("x", 24)],
    "spine_01": [("x", 4)],
    "spine_02": [("y", -8)],
    "neck_01": [("x", -14)],
    "head": [("x", -26), ("z", -10)],
}
"""On a rock face, left hand reaching, right knee drawn up."""

SEARCH: Pose = _FIST | {
    "spine_01": [("x", 10)],
    "spine_02": [("x", 8), ("z", -6)],
    "neck_01": [("x", 10)],
    "head": [("x", 14), ("z", -8)],
    "upperarm_r": [("y", -18), ("x", -46)],
    "lowerarm_r": [("x", -20)],
    "upperarm_l": [("y", 26), ("x", 14)],
    "lowerarm_l": [("x", -20)],
    "thigh_l": [("x", -22), ("y", -4)],
    "calf_l": [("x", 30)],
    "thigh_r": [("x", 6), ("y", 5)],
    "calf_r": [("x", 10)],
}
"""Leaning out over an edge, a lamp held forward in the right fist."""

FALLEN: Pose = {
    "spine_01": [("x", 10)],
    "spine_02": [("x", 8)],
    "neck_01": [("x", -6)],
    "head": [("x", -20)],
    "upperarm_l": [("y", -10), ("x", -96)],
    "lowerarm_l": [("x", -16)],
    "hand_l": [("x", 22)],
    "upperarm_r": [("y", -20), ("x", 34)],
    "lowerarm_r": [("x", -10)],
    "thigh_l": [("x", -46), ("y", -6)],
    "calf_l": [("x", 84)],
    "thigh_r": [("x", -26), ("y", 8)],
    "calf_r": [("x", 18)],
    "foot_r": [("x", 16)],
}
"""To be leant far back: on the ground, propped up, the left arm reaching, one knee drawn up."""
