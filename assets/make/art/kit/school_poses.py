"""Poses of the people in the school and its cellar, as turns of bones in degrees (see `kit.body.Pose`)."""

from kit.body import Pose

KNEEL: Pose = {
    "thigh_l": [("x", -42), ("y", -4)],
    "calf_l": [("x", 128)],
    "foot_l": [("x", 40)],
    "thigh_r": [("x", -38), ("y", 5)],
    "calf_r": [("x", 124)],
    "foot_r": [("x", 40)],
    "spine_01": [("x", 12)],
    "spine_02": [("x", 12), ("z", -4)],
    "spine_03": [("x", 8)],
    "neck_01": [("x", 16)],
    "head": [("x", 12)],
    "upperarm_l": [("y", 32), ("x", -28)],
    "lowerarm_l": [("x", -22)],
    "upperarm_r": [("y", -32), ("x", -22)],
    "lowerarm_r": [("x", -26)],
}
"""On both knees, sitting back, hands on the floor before them, head down."""

BLEED: Pose = KNEEL | {
    "spine_01": [("x", 8)],
    "spine_02": [("x", 8)],
    "neck_01": [("x", 20)],
    "upperarm_l": [("y", 14), ("x", -66)],
    "lowerarm_l": [("x", -10)],
    "upperarm_r": [("y", -26), ("x", -48)],
    "lowerarm_r": [("x", -58), ("z", 30)],
}
"""On both knees, the left forearm held out, the right hand across to it."""

STAND: Pose = {
    "thigh_l": [("y", -6), ("x", -5)],
    "calf_l": [("x", 7)],
    "thigh_r": [("y", 5), ("x", 4)],
    "calf_r": [("x", 4)],
    "spine_01": [("x", 4)],
    "neck_01": [("x", 10)],
    "head": [("x", 10), ("z", 6)],
    "upperarm_l": [("y", 36), ("x", 6)],
    "lowerarm_l": [("x", -16)],
    "upperarm_r": [("y", -36), ("x", -8)],
    "lowerarm_r": [("x", -28)],
}
"""Still, looking down before the feet."""

DESCEND: Pose = {
    "thigh_l": [("x", -34), ("y", -4)],
    "calf_l": [("x", 16)],
    "foot_l": [("x", 16)],
    "thigh_r": [("x", -34), ("y", 4)],
    "calf_r": [("x", 74)],
    "foot_r": [("x", -14)],
    "spine_01": [("x", 12)],
    "spine_02": [("x", 6), ("z", 8)],
    "neck_01": [("x", 10)],
    "head": [("x", 10)],
    "upperarm_l": [("y", 4), ("x", -22)],
    "lowerarm_l": [("x", -18)],
    "upperarm_r": [("y", -8), ("x", -30)],
    "lowerarm_r": [("x", -26)],
}
"""Feeling for the next step down, one hand out to a rail."""

FLEE: Pose = {
    "thigh_l": [("x", -66)],
    "calf_l": [("x", 74)],
    "thigh_r": [("x", 30)],
    "calf_r": [("x", 78)],
    "foot_r": [("x", 36)],
    "spine_01": [("x", 14), ("z", 6)],
    "spine_02": [("x", 6), ("z", -12)],
    "head": [("x", -6), ("z", 6)],
    "upperarm_l": [("y", 30), ("x", 52)],
    "lowerarm_l": [("x", -74)],
    "upperarm_r": [("y", -26), ("x", -52)],
    "lowerarm_r": [("x", -84)],
}
"""A long stride at full run."""
