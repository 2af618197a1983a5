"""How well one colour is read on another, as the Web Content Accessibility Guidelines measure it.

Relative luminance and contrast ratio: WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
"""

from game.ui.theme.palette import Color


def luminance(color: Color) -> float:
    """Relative luminance, from 0 for black to 1 for white, of a colour in sRGB."""
    red, green, blue = (_linear(part / 255) for part in color[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """From 1, the same, to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(color: Color, ground: Color, solid: float) -> Color:
    """A colour laid over another, so solid."""
    red, green, blue = (round(a * solid + b * (1 - solid)) for a, b in zip(color[:3], ground[:3], strict=True))
    return red, green, blue


def legible(color: Color, ground: Color, least: float) -> Color:
    """The colour, with as little white in it as makes it stand out by that ratio, or white."""
    steps = (mixed((255, 255, 255), color, share / 20) for share in range(21))
    return next((step for step in steps if contrast(step, ground) >= least), (255, 255, 255))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
