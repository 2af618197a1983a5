"""Runs a text as written into the events this player meets, and into what is known after it."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import assert_never

from game.play.situation import Event, Paragraph, TextRun
from game.play.state import State
from game.story.conditions import holds
from game.story.model import Choice, Claim, Cue, If, Include, Line, Set, Story, Text
from game.story.prose import Cycle, Either, Piece, Prose, Shown, Style, Words, is_blank, pieces_of
from game.story.variables import changed


def perform(story: Story, text: Text, scene: str, state: State) -> tuple[tuple[Event, ...], State]:
    """The events of `text`, which is written in `scene` and begins in `state`, and what is known at the end of it."""
    events: list[Event] = []
    after = _perform(story, text, scene, state, events)
    return tuple(events), after


def _perform(story: Story, text: Text, scene: str, state: State, events: list[Event]) -> State:
    for block in text:
        match block:
            case Line(speaker, prose, at):
                runs = render(prose, scene, state)
                if runs:
                    events.append(Paragraph(runs, speaker, at))
            case Cue():
                events.append(block)
            case Set(changes):
                state = state.valued(changed(state.values, changes, story.variables))
            case If(condition, then, other):
                state = _perform(story, then if holds(condition, state) else other, scene, state, events)
            case Include(passage):
                state = _perform(story, story.scenes[passage].text, passage, state, events).left(passage)
            case Claim():
                pass
            case _:
                assert_never(block)
    return state


def render(prose: Prose, scene: str, state: State) -> tuple[TextRun, ...]:
    """The words that show, in runs of one style, single-spaced and without space at either end; none if nothing of
    them could be seen."""
    pieces: list[TextRun] = []
    spaced = True
    for run in _runs(prose, scene, state):
        text = run.text.lstrip(" ") if spaced else run.text
        while "  " in text:
            text = text.replace("  ", " ")
        if text:
            spaced = text.endswith(" ")
            pieces.append(TextRun(text, run.stress, run.weight))
    while pieces and not pieces[-1].text.rstrip():
        pieces.pop()
    if all(is_blank(run.text) for run in pieces):
        return ()
    last = pieces[-1]
    pieces[-1] = TextRun(last.text.rstrip(), last.stress, last.weight)
    styled = groupby(pieces, key=lambda run: (run.stress, run.weight))
    return tuple(TextRun("".join(run.text for run in runs), *style) for style, runs in styled)


def said(choice: Choice, scene: str, state: State) -> tuple[TextRun, ...]:
    """The words of an option of the scene: never none, so that there is something to take."""
    return render(choice.say, scene, state) or (TextRun("…"),)


def _runs(prose: Prose, scene: str, state: State) -> Iterator[TextRun]:
    for piece in pieces_of(prose, partial(wording, scene=scene, state=state)):
        if isinstance(piece, Piece):
            yield TextRun(piece.text, Style.STRESS in piece.styles, Style.WEIGHT in piece.styles)


def wording(braces: Shown | Either | Cycle, scene: str, state: State) -> Prose:
    """What shows in the place of these braces, which are written in `scene`."""
    match braces:
        case Shown(variable):
            return (Words(str(state.values[variable])),)
        case Either(condition, then, other):
            return then if holds(condition, state) else other
        case Cycle(wordings):
            return wordings[braces.index(state.visits.get(scene, 0))]
        case _:
            assert_never(braces)
