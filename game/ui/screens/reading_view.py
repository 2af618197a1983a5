"""How a page is set and drawn."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import TYPE_CHECKING

import pygame

from game.play.page import Choosing, Finished, Option, ReadingOn, Stuck
from game.play.situation import Run
from game.story.model import Person
from game.ui.contrast import legible
from game.ui.pace import PACE, eased, landed
from game.ui.screen import Context
from game.ui.screens.unfolding import Unfolding
from game.ui.screens.words import in_words
from game.ui.sheet.browsing import Browsing
from game.ui.sheet.content import Bare, Foot, Label, Mark, Rows, Text
from game.ui.sheet.layout import Sheet, lay_out
from game.ui.sheet.view import draw_sheet
from game.ui.style import OPACITY, PALETTE, Color
from game.ui.text.typesetter import Block, Typesetter

if TYPE_CHECKING:
    from game.ui.screens.leaves import Leaves

GO_BACK = Label.of(0, "Go back")
MENU = Label.of(-1, "Menu")
SKIP = Label.of(-2, "Skip this scene", hint="S")


def page_sheet(context: Context, text: Unfolding, side: str, leaf: int, *, opened: bool) -> Sheet:
    """The page as far as it has come, turned to a leaf, with its foot if that is open."""
    texts = [
        placed
        for number, spoken in enumerate(text.paragraphs)
        for placed in spoken_texts(
            context.type,
            spoken.runs,
            spoken.speaker if spoken.named or number == leaf else None,
            number,
            first=not number,
        )
    ]
    buttons = (MENU, SKIP) if text.page.aftermath else (MENU,)
    return lay_out(context.type, side, texts, _foot(text) if opened else Bare(), buttons, leaf)


def spoken_texts(
    type: Typesetter, runs: tuple[Run, ...], speaker: Person | None, number: int, *, first: bool
) -> Iterator[Text]:
    """A paragraph, under the name of its speaker if one is given; the `first` has no space above it."""
    measures = type.measures
    space = 0 if first else measures.paragraph
    if speaker:
        name = type.capitals(speaker.name, measures.name, color_of(speaker))
        yield Text(type.block(name, measures.column, measures.em(0.92)), space, number)
        space = 0
    yield Text(type.block(type.spans(runs, measures.body, PALETTE.ink), measures.column), space, number)


def _foot(text: Unfolding) -> Foot:
    if text.at_card:
        return Mark()
    match text.page.next:
        case ReadingOn() | Finished():
            return Mark()
        case Choosing(options):
            return Rows(tuple(map(_label, options)))
        case Stuck(options):
            locked = tuple(map(_label, options))
            if text.playthrough.past:
                return Rows((*locked, GO_BACK), (Run("There is no way on from here. Backspace goes back."),))
            return Rows(locked, (Run("There is no way on from here. Escape leads to the title."),))


def _label(option: Option) -> Label:
    return Label(option.number, option.runs, option.enabled, option.reason, numbered=True, after=option.after)


def color_of(person: Person) -> Color:
    """The colour of a name, lightened as far as it takes to be read; the text's own where it has none."""
    if person.color is None:
        return PALETTE.ink
    color = pygame.Color(person.color)
    return legible((color.r, color.g, color.b), PALETTE.veil, 7)


def draw_page(
    canvas: pygame.Surface, context: Context, leaves: Leaves, browsing: Browsing, time_left: float | None
) -> None:
    sheet, text, opened = leaves.sheet(context), leaves.text, leaves.opened
    now, measures, arrived = context.now, context.type.measures, text.arrived

    def solid(number: int) -> float:
        """Dimmer from when the next paragraph came."""
        at = arrived[number]
        later = next((time for time in arrived[number + 1 :] if time > at), inf)
        dimmed = 1 - (1 - OPACITY.read) * eased((now - later) / PACE.dim)
        return eased((now - at) / PACE.arrive) * dimmed

    def rise(number: int) -> float:
        return (1 - landed((now - arrived[number]) / PACE.arrive)) * context.pace.rise * measures.unit

    draw_sheet(
        canvas,
        context.type,
        sheet,
        browsing,
        now,
        solid=solid,
        rise=rise,
        foot=eased((now - opened) / PACE.open) if opened is not None else 0.0,
        time_left=time_left,
        more=leaves.full,
    )
    _draw_header(canvas, context, text, sheet)


def _draw_header(canvas: pygame.Surface, context: Context, text: Unfolding, sheet: Sheet) -> None:
    type, measures = context.type, context.type.measures
    words = f"Chapter {in_words(text.chapter)}\u2002 {text.page.chapter.title}"
    room = min(button.at.left for button in sheet.buttons) - sheet.window.left - measures.em(1.0)
    line = type.block(type.span(words, measures.small, PALETTE.quiet, italic=True), room)
    first = Block(line.lines[:1], line.leading, line.width)  # a title too long for one line is whole on its card
    type.draw(canvas, first, (sheet.window.left, measures.header))
