"""How what is told and said is set, on a page as in the history."""

from collections.abc import Iterator

import pygame

from game.play.situation import TextRun
from game.story.model import Person
from game.ui.column.content import TextItem
from game.ui.text.typesetter import Typesetter
from game.ui.theme.contrast import legible
from game.ui.theme.palette import PALETTE, Color


def spoken_texts(
    type: Typesetter, runs: tuple[TextRun, ...], speaker: Person | None, number: int, *, first: bool
) -> Iterator[TextItem]:
    """A paragraph, under the name of its speaker if one is given; the `first` has no space above it."""
    metrics = type.metrics
    space = 0 if first else metrics.paragraph
    if speaker:
        name = type.capitals(speaker.name, metrics.name, color_of(speaker))
        yield TextItem(type.block(name, metrics.column_width, metrics.em(0.92)), space, number)
        space = 0
    yield TextItem(type.block(type.spans(runs, metrics.body, PALETTE.ink), metrics.column_width), space, number)


def color_of(person: Person) -> Color:
    """The colour of a name, lightened as far as it takes to be read; the text's own where it has none."""
    if person.color is None:
        return PALETTE.ink
    color = pygame.Color(person.color)
    return legible((color.r, color.g, color.b), PALETTE.veil, 7)
