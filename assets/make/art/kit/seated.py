"""Poses of people who sit, or stand and wait, as turns of bones in degrees (see `kit.body.Pose`)."""

from kit.body import Pose

UPRIGHT: Pose = {
    "spine_01": [("x", 3)],
    "head": [("x", 4), ("z", 8)],
    "upperarm_l": [("y", 40), ("x", -16)],
    "lowerarm_l": [("x", -54)],
    "upperarm_r": [("y", -40), ("x", -16)],
    "lowerarm_r": [("x", -54)],
    "thigh_l": [("x", -86), ("y", -4)],
    "calf_l": [("x", 84)],
    "thigh_r": [("x", -86), ("y", 4)],
    "calf_r": [("x", 84)],
}

LEFTWARD: Pose = UPRIGHT | {
    "spine_02": [("y", -9)],
    "neck_01": [("y", -12), ("x", 6)],
    "head": [("y", -20), ("x", 8)],
}
"""Head sunk on the left shoulder, or on a neighbour's."""

RIGHTWARD: Pose = UPRIGHT | {
    "spine_02": [("y", 8)],
    "neck_01": [("y", 11), ("x", 6)],
    "head": [("y", 18), ("x", 6)],
}

BOWED: Pose = UPRIGHT | {"spine_02": [("x", 12)], "neck_01": [("x", 16)], "head": [("x", 24), ("z", -6)]}

ON_STEPS: Pose = UPRIGHT | {
    "spine_01": [("x", 16)],
    "spine_02": [("x", 8)],
    "neck_01": [("x", 4)],
    "head": [("x", -4), ("z", -10)],
    "upperarm_l": [("y", 30), ("x", -34)],
    "lowerarm_l": [("x", -40)],
    "upperarm_r": [("y", -30), ("x", -34)],
    "lowerarm_r": [("x", -40)],
    "thigh_l": [("x", -82), ("y", -6)],
    "thigh_r": [("x", -78), ("y", 6)],
    "calf_l": [("x", 66)],
    "calf_r": [("x", 56)],
}
"""On a step, forearms on the knees, feet two steps down."""

HOLDING_ON: Pose = {
    "upperarm_l": [("y", -52), ("x", -40)],
    "lowerarm_l": [("y", -46), ("x", -30)],
    "upperarm_r": [("y", -40), ("x", 2)],
    "lowerarm_r": [("x", -14)],
    "spine_02": [("y", -5), ("x", 3)],
    "head": [("x", 6), ("z", 10)],
    "thigh_l": [("y", -4)],
    "thigh_r": [("y", 7), ("x", -4)],
    "calf_r": [("x", 8)],
}
"""Standing in a bus, the left hand on a rail overhead."""

WAITING: Pose = {
    "upperarm_l": [("y", 40), ("x", 4)],
    "lowerarm_l": [("x", -14)],
    "upperarm_r": [("y", -38), ("x", 2)],
    "lowerarm_r": [("x", -18)],
    "thigh_l": [("y", -4), ("x", -5)],
    "calf_l": [("x", 6)],
    "thigh_r": [("y", 5), ("x", 2)],
    "head": [("x", 6), ("z", 5)],
}

EMBRACED: Pose = WAITING | {
    "upperarm_r": [("y", -14), ("x", -24)],
    "lowerarm_r": [("y", -20), ("x", -20)],
    "spine_02": [("y", 6), ("x", 4)],
    "head": [("y", 14), ("x", 10)],
}
"""An arm about the person to the right, the head leaning that way."""
