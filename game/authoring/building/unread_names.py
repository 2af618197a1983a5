"""Names that are unknown through no fault of what names them: they stand in what could not be read."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable

from game.authoring.shapes.shape import ReadContext
from game.authoring.syntax.nodes import Scalar
from game.story.diagnostic import Diagnostic
from game.story.names import RESERVED, Doubts, id_of

DECLARED = ("variables", "cast", "places", "sounds", "endings")
_WORD = re.compile(r"\w+")
_KEY = re.compile(r"^\s*(?:- +)?['\"]?([^:#\n]+?)['\"]?\s*:(?=\s|$)", re.MULTILINE)


class UnreadNames:
    """Gathers, while the files of a story are read, which names of each kind may stand in what could not be."""

    def __init__(self) -> None:
        self.names: dict[str, set[str] | None] = {}

    def lose(self, kinds: Iterable[str], names: Collection[str] | None) -> None:
        """These names of these kinds may be declared; None: any at all may."""
        for kind in kinds:
            known = self.names.setdefault(kind, set())
            if names is None or known is None:
                self.names[kind] = None
            else:
                known.update(names)

    def doubts(self) -> Doubts:
        """What was lost so far, for those who look a name up."""
        return Doubts(self.names)


def names_in(text: str) -> frozenset[str]:
    """Every name that a text may declare or mention: its words, and its keys as they are and as they should be."""
    keys = set(_KEY.findall(text))
    mended = {id_of(key) for key in keys} | {f"{key}_" for key in keys & RESERVED}
    return frozenset({*_WORD.findall(text), *keys, *mended})


def lost_names(reading: ReadContext) -> frozenset[str]:
    """The names in the lines that nothing came of."""
    lines: set[int] = set()
    for first, last in reading.lost:
        if first not in lines or last not in lines:
            lines.update(range(first, last + 1))
    return names_in("\n".join(reading.source.line(number) for number in sorted(lines)))


def damaged_scenes(scenes: Collection[Scalar], reading: ReadContext, found: Iterable[Diagnostic]) -> frozenset[str]:
    """The scenes of a file that were not read whole: something in their lines was lost, or is wrong with them."""
    order = sorted(scenes, key=lambda scene: scene.line)
    lines = [id.line for id in order]
    wrong = [(each.at.line, each.at.line) for each in found if each.is_error and each.at.file == reading.source.name]
    touched: set[str] = set()
    for first, last in (*reading.lost, *wrong):
        touched.update(id.text for id in order[max(bisect_right(lines, first) - 1, 0) : bisect_right(lines, last)])
    return frozenset(touched)
