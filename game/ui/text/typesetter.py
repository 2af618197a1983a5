"""Sets styled words in lines of a width, and draws them."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import pygame

from game.play.situation import TextRun
from game.story.letters import boundaries, to_nfc
from game.ui.support.cache import LruCache
from game.ui.text.breaking import line_starts
from game.ui.text.fonts import Cut, Family, Fonts, TextStyle
from game.ui.theme.metrics import Metrics
from game.ui.theme.palette import PALETTE, Color

# A word with its spaces, or a part of one that ends in a dash: a line may end after either.
_ATOM = re.compile(r"[ \n\t]+|[^ \n\t—–-]*[—–-]+|[^ \n\t—–-]+")
_BASELINE = 0.71  # of a line's height
_JOINED = 4  # pixels that words shaped together may be wider than those of each


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one hand."""

    text: str
    style: TextStyle


@dataclass(frozen=True, slots=True)
class PlacedSpan:
    """Words in one hand, at their place in a line."""

    x: int
    text: str
    style: TextStyle


TextLine: TypeAlias = tuple[PlacedSpan, ...]
LineOpacity: TypeAlias = Callable[[int], float]  # how solid a line is whose middle is at that height of the window


@dataclass(frozen=True, slots=True, eq=False)
class TextBlock:
    """Lines of text, set."""

    lines: tuple[TextLine, ...]
    leading: int
    width: int

    @property
    def height(self) -> int:
        """In pixels, from the top of the first line to the foot of the last."""
        return len(self.lines) * self.leading


@dataclass(slots=True)
class _Word:
    """What no line end may part. `space` is the width before it, if it is not first in its line."""

    pieces: list[Span]
    space: int = 0
    spaced: Span | None = None


def times(factor: float, opacity: LineOpacity = lambda _: 1.0) -> LineOpacity:
    """So many times as solid."""
    return lambda y: factor * opacity(y)


_CUTS = {
    (False, False): Cut.REGULAR,
    (True, False): Cut.ITALIC,
    (False, True): Cut.BOLD,
    (True, True): Cut.BOLD_ITALIC,
}


class Typesetter:
    """Sets type for a window of one size, the story's in `family`."""

    def __init__(self, faces: Fonts, metrics: Metrics, family: Family = Family.SERIF) -> None:
        self.faces = faces
        self.metrics = metrics
        self.family = family
        self._blocks: LruCache[tuple[tuple[Span, ...], int, int], TextBlock] = LruCache(1024)

    def spans(self, runs: Iterable[TextRun], size: int, color: Color, *, italic: bool = False) -> tuple[Span, ...]:
        """Runs of the story in type; with `italic`, what is stressed is upright."""
        return tuple(
            Span(run.text, TextStyle(self.family, _CUTS[run.stress != italic, run.weight], size, color)) for run in runs
        )

    def span(self, text: str, size: int, color: Color, *, italic: bool = False) -> tuple[Span, ...]:
        """Words without stress in the story’s type; upright, unless `italic`."""
        return self.spans((TextRun(text),), size, color, italic=italic)

    def label(self, text: str, size: int, color: Color) -> tuple[Span, ...]:
        """Words of the interface: keys, numbers, settings."""
        family = Family.DYSLEXIA if self.family is Family.DYSLEXIA else Family.SANS
        return (Span(text, TextStyle(family, Cut.REGULAR, size, color)),)

    def lettering(self, text: str, size: int) -> tuple[Span, ...]:
        """A title, in the face of the game whatever the player reads in, as if lit by embers from below."""
        return (Span(text, TextStyle(Family.SERIF, Cut.REGULAR, size, PALETTE.ink, below=PALETTE.ember)),)

    def capitals(self, text: str, size: int, color: Color) -> tuple[Span, ...]:
        """A name in spaced capitals."""
        tracking = max(1, round(size * 0.14))
        return (Span(to_nfc(text.upper()), TextStyle(self.family, Cut.CAPITALS, size, color, tracking)),)

    def block(self, spans: tuple[Span, ...], width: int, leading: int | None = None) -> TextBlock:
        """The words in lines no wider than `width`."""
        leading = leading or self.metrics.leading
        return self._blocks.get((spans, width, leading), lambda: self._set(spans, width, leading))

    def balanced(self, spans: tuple[Span, ...], width: int, leading: int) -> TextBlock:
        """In as few lines as the width allows, all about as long as each other."""
        fewest = len(self.block(spans, width, leading).lines)
        least = next(
            (
                least
                for least in range(width // fewest, width, 8)
                if len(self.block(spans, least, leading).lines) == fewest
            ),
            width,
        )
        return self.block(spans, least, leading)

    def draw(
        self,
        canvas: pygame.Surface,
        block: TextBlock,
        at: tuple[int, int],
        opacity: LineOpacity = lambda _: 1.0,
    ) -> None:
        """Draw the lines, the first one's top left corner at that point."""
        x, y = at
        for line in block.lines:
            alpha = round(255 * opacity(y + block.leading // 2))
            if alpha > 0:
                baseline = y + round(block.leading * _BASELINE)
                for piece in line:
                    ink = self.faces.ink(piece.style, piece.text)
                    ink.set_alpha(alpha)
                    canvas.blit(ink, (x + piece.x, baseline - self.faces.ascent(piece.style, piece.text)))
            y += block.leading

    def _set(self, spans: tuple[Span, ...], width: int, leading: int) -> TextBlock:
        room = max(1, width - _JOINED)
        words = list(self._words(spans, room))
        widths = [self._width(word.pieces) for word in words]
        starts = line_starts(widths, [word.space for word in words], room)
        lines = tuple(self._line(words[first:end]) for first, end in pairwise([*starts, len(words)]))
        return TextBlock(lines, leading, max((self._right(line) for line in lines), default=0))

    def _width(self, spans: Iterable[Span]) -> int:
        return sum(self.faces.width(span.style, span.text) for span in spans)

    def _right(self, line: TextLine) -> int:
        return line[-1].x + self.faces.width(line[-1].style, line[-1].text)

    def _words(self, spans: Iterable[Span], width: int) -> Iterator[_Word]:
        word = _Word([])
        for span in spans:
            for atom in _ATOM.findall(span.text):
                if atom.isspace() and "\u00a0" not in atom:
                    if word.pieces:
                        yield word
                    blank = Span(" ", span.style)
                    word = _Word([], self.faces.width(blank.style, " "), blank)
                    continue
                if word.pieces and word.pieces[-1].text[-1] in "—–-":
                    yield word
                    word = _Word([])
                for part in self._fitting(Span(atom, span.style), width):
                    if word.pieces and self._width([*word.pieces, part]) > width:
                        yield word
                        word = _Word([])
                    word.pieces.append(part)
        if word.pieces:
            yield word

    def _fitting(self, span: Span, width: int) -> Iterator[Span]:
        """The word, in as many parts as the width makes of it."""
        text = span.text
        while self.faces.width(span.style, text) > width and len(ends := boundaries(text)[1:-1]) > 0:
            fits = (end for end in reversed(ends) if self.faces.width(span.style, text[:end]) <= width)
            end = next(fits, ends[0])
            yield Span(text[:end], span.style)
            text = text[end:]
        yield Span(text, span.style)

    def _line(self, words: list[_Word]) -> TextLine:
        """The words joined into as few pieces as there are hands, so that what stands together is shaped together."""
        joined: list[Span] = []
        for number, word in enumerate(words):
            blank = (word.spaced,) if word.spaced and number else ()
            for span in (*blank, *word.pieces):
                if joined and joined[-1].style == span.style:
                    joined[-1] = Span(joined[-1].text + span.text, span.style)
                else:
                    joined.append(span)
        pieces, x = list[PlacedSpan](), 0
        for span in joined:
            back = self.faces.overhang(span.style, span.text) if pieces else 0
            pieces.append(PlacedSpan(x - back, span.text, span.style))
            x += self.faces.width(span.style, span.text) - back
        return tuple(pieces)
