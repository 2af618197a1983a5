"""Whether a window has room on the screens that there are, and where it would be seen."""

from game.saves.preferences import WindowPlace
from game.ui.theme.metrics import LEAST, USUAL, Size


def fitting(screens: list[Size]) -> Size:
    """The usual size, or the least one where the first screen is too small for it with a frame around."""
    if not screens:
        return USUAL
    return USUAL if all(room > wanted * 1.05 for room, wanted in zip(screens[0], USUAL, strict=True)) else LEAST


def fits(place: WindowPlace, screens: list[Size]) -> bool:
    """Whether a window as large as that has room on some screen, and is no smaller than any may be."""
    roomy = any(place.width <= w and place.height <= h for w, h in screens)
    return roomy and place.width >= LEAST[0] and place.height >= LEAST[1]


def shows(place: WindowPlace, screens: list[Size]) -> bool:
    """Whether a window there would be seen, as far as can be told: a screen may have gone since, or be smaller.

    How screens lie beside each other SDL does not tell through pygame, so a place is believed that some way of
    arranging them could have.
    """
    wide, high = sum(wide for wide, _ in screens), sum(high for _, high in screens)
    alone = len(screens) == 1  # then it must begin on it
    left, top = (0, 0) if alone else (-wide, -high)
    return (
        fits(place, screens) and left <= place.left < wide - LEAST[0] // 4 and top <= place.top < high - LEAST[1] // 4
    )
