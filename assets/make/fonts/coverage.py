"""Writes assets/fonts/coverage.txt: which letters each family has in all of its cuts, for `check`, which opens no font.

A line a family: its name in the settings, and ranges of code points in hexadecimal. Run it where a font changes:
`python assets/make/fonts/coverage.py`, with the dependency group `test`.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[2] / "fonts"
FAMILIES = {"serif": "EBGaramond", "sans": "AlegreyaSans", "dyslexia": "OpenDyslexic"}


def covered(family: str) -> set[int]:
    """What every cut has: any word may be in italics, or in capitals."""
    return set.intersection(*(set(TTFont(path).getBestCmap()) for path in FONTS.glob(f"{family}-*.?tf")))


def ranges(points: Iterable[int]) -> Iterator[str]:
    first = last = -1
    for point in (*sorted(points), -1):
        if point == last + 1:
            last = point
            continue
        if first >= 0:
            yield f"{first:X}" if first == last else f"{first:X}-{last:X}"
        first = last = point


def coverage() -> str:
    return "".join(f"{name} {' '.join(ranges(covered(family)))}\n" for name, family in FAMILIES.items())


if __name__ == "__main__":
    (FONTS / "coverage.txt").write_text(coverage(), encoding="ascii")
