"""Poses of people who walk, wait or lie, as turns of bones in degrees (see `kit.body.Pose`)."""

from kit.body import Pose

_FIST: Pose = {
    f"{finger}_{knuckle}_r": [("y", -angle)]
    for finger in ("index", "middle", "ring", "pinky")
    for knuckle, angle in (("01", 55), ("02", 60), ("03", 35))
}

LAMP: Pose = _FIST | {
    "spine_02": [("x", 3), ("z", -7)],
    "neck_01": [("x", 4)],
    "head": [("x", 4), ("z", -10)],
    "upperarm_r": [("y", -26), ("x", -34)],
    "lowerarm_r": [("x", -46)],
    "upperarm_l": [("y", 30), ("x", 8)],
    "lowerarm_l": [("x", -22)],
    "thigh_l": [("x", -16), ("y", -3)],
    "calf_l": [("x", 12)],
    "thigh_r": [("x", 12), ("y", 3)],
    "calf_r": [("x", 18)],
    "foot_r": [("x", 14)],
}
"""Feeling the way forward, a lamp held out in the right fist."""

STAND: Pose = {
    "upperarm_l": [("y", 40), ("x", 4)],
    "lowerarm_l": [("x", -14)],
    "upperarm_r": [("y", -38), ("x", 2)],
    "lowerarm_r": [("x", -18)],
    "thigh_l": [("y", -4), ("x", -5)],
    "calf_l": [("x", 6)],
    "thigh_r": [("y", 5), ("x", 2)],
    "spine_01": [("x", 2)],
    "head": [("x", 4), ("z", 5)],
}

ARMS_CROSSED: Pose = STAND | {
    "upperarm_l": [("y", 36), ("x", -24)],
    "lowerarm_l": [("z", -60), ("x", -70)],
    "upperarm_r": [("y", -34), ("x", -24)],
    "lowerarm_r": [("z", 60), ("x", -74)],
    "spine_02": [("x", 6)],
    "head": [("x", 14), ("z", -8)],
}

BORNE: Pose = {
    "spine_01": [("x", 9)],
    "spine_02": [("x", 8), ("y", 4)],
    "neck_01": [("x", 10)],
    "head": [("x", 18), ("y", 12)],
    "upperarm_l": [("y", -8), ("x", -12)],
    "lowerarm_l": [("y", 34), ("x", -20)],
    "upperarm_r": [("y", 10), ("x", -12)],
    "lowerarm_r": [("y", -36), ("x", -20)],
    "thigh_l": [("x", -20), ("y", -4)],
    "calf_l": [("x", 30)],
    "thigh_r": [("x", 12), ("y", 4)],
    "calf_r": [("x", 22)],
    "foot_r": [("x", 12)],
}
"""Walking with an arm over the shoulders of somebody on either side, head sunk."""

BEARER_LEFT: Pose = {
    "spine_01": [("x", 4)],
    "spine_02": [("y", 6)],
    "head": [("z", 24), ("x", 4)],
    "upperarm_l": [("y", 2), ("x", 22)],
    "lowerarm_l": [("y", 14), ("x", -10)],
    "upperarm_r": [("y", -38), ("x", -6)],
    "lowerarm_r": [("x", -24)],
    "thigh_l": [("x", 10)],
    "calf_l": [("x", 16)],
    "foot_l": [("x", 12)],
    "thigh_r": [("x", -20), ("y", 4)],
    "calf_r": [("x", 16)],
}
"""Walking, the left arm around the back of somebody held up."""

BEARER_RIGHT: Pose = {
    "spine_01": [("x", 4)],
    "spine_02": [("y", -6)],
    "head": [("z", -20), ("x", 8)],
    "upperarm_r": [("y", -2), ("x", 22)],
    "lowerarm_r": [("y", -14), ("x", -10)],
    "upperarm_l": [("y", 38), ("x", -6)],
    "lowerarm_l": [("x", -24)],
    "thigh_r": [("x", 10)],
    "calf_r": [("x", 16)],
    "foot_r": [("x", 12)],
    "thigh_l": [("x", -20), ("y", -4)],
    "calf_l": [("x", 16)],
}
"""`BEARER_LEFT` mirrored."""

PRONE: Pose = {
    "head": [("z", 48), ("x", -10)],
    "spine_01": [("x", -4)],
    "upperarm_l": [("y", -96), ("x", -20)],
    "lowerarm_l": [("y", -24)],
    "upperarm_r": [("y", 4), ("x", 40)],
    "lowerarm_r": [("y", 60), ("x", 30)],
    "thigh_l": [("y", -6)],
    "thigh_r": [("y", 40)],
    "calf_r": [("y", -62)],
    "foot_l": [("x", 55)],
    "foot_r": [("x", 55)],
}
"""To be leant by -90: fallen on his face, the left arm reaching ahead, the right knee drawn up."""
