"""What the two sisters wear, as materials for `kit.people.put`."""

import bpy

from kit.material import surface


def dawn() -> list[bpy.types.Material]:
    """A dark red jacket, dark jeans, brown hair."""
    skin = surface("skin", (0.42, 0.27, 0.20), 0.55)
    jacket = surface("jacket", (0.075, 0.016, 0.014), 0.75, mottle=((0.045, 0.010, 0.010), 9), bump=(0.12, 16))
    jeans = surface("jeans", (0.014, 0.018, 0.034), 0.85, mottle=((0.030, 0.036, 0.056), 7), bump=(0.08, 20))
    return [skin, jacket, jeans, jacket, surface("brown hair", (0.13, 0.065, 0.032), 0.42)]


def buffy() -> list[bpy.types.Material]:
    """A leather jacket, pale trousers gone grey with ash, fair hair."""
    skin = surface("skin", (0.42, 0.27, 0.20), 0.55)
    leather = surface("leather", (0.055, 0.036, 0.030), 0.45, bump=(0.10, 18))
    denim = surface("denim", (0.13, 0.12, 0.115), 0.85, bump=(0.08, 14))
    return [skin, leather, denim, leather, surface("fair hair", (0.50, 0.34, 0.15), 0.45)]
