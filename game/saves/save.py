"""What a save holds of a playthrough: every step of it, and enough of the story as it was to take them again later."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from game.play.playthrough import Origin, Playthrough, next_stop, open_page
from game.play.situation import Event, Situation, is_stop
from game.saves.prints import Prints, of_event
from game.story.model import Story


@dataclass(frozen=True, slots=True)
class Mark:
    """Where on a page: at which of its stops, counted from 1, and the print of the paragraph or card last shown."""

    stop: int
    line: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """A scene as it was: its print, and those of every option of its menu by id."""

    print: str
    options: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Taken:
    """A step: an option, or reading on where `choice` is None, or a skip from the `skipped` place on its page."""

    scene: str
    choice: str | None = None
    skipped: Mark | None = None


@dataclass(frozen=True, slots=True)
class Save:
    """`ids` are all scenes that the story had, `scenes` those that the run was in; `situation`, without its lead, is what
    the steps resulted in, at `mark` on its page.
    """

    story: str
    origin: Origin
    ids: frozenset[str]
    scenes: Mapping[str, Known]
    steps: tuple[Taken, ...]
    situation: Situation
    mark: Mark


def save_of(story: Story, playthrough: Playthrough, prints: Prints) -> Save:
    """What to keep of a playthrough. `prints` are those of the story."""
    now = playthrough.now
    met = {step.situation.scene for step in playthrough.past} | {now.scene, playthrough.origin.scene}
    return Save(
        story.id,
        playthrough.origin,
        frozenset(story.scenes),
        {id: Known(prints.scene(id), prints.options(id)) for id in met},
        tuple(
            Taken(step.situation.scene, step.choice, mark_of(story, step.situation) if step.skipped else None)
            for step in playthrough.past
        ),
        replace(now, lead=(), position=0),
        mark_of(story, now),
    )


def mark_of(story: Story, situation: Situation) -> Mark:
    return next(mark for position, mark in marks(open_page(story, situation)[0]) if position >= situation.position)


def at_mark(story: Story, situation: Situation, mark: Mark) -> Situation:
    """The same page, shown up to the paragraph that was marked: the nearest one with its words, else by its number."""
    there = list(marks(open_page(story, situation)[0]))
    alike = [each for each in there if each[1].line == mark.line]
    position, _ = min(alike or there, key=lambda each: abs(each[1].stop - mark.stop))
    return replace(situation, position=position)


def marks(events: tuple[Event, ...]) -> Iterator[tuple[int, Mark]]:
    """Every position at which a page stops, and its mark. A page without any events stops at its beginning."""
    position, number = next_stop(events, 0), 1
    while True:
        shown = [event for event in events[:position] if is_stop(event)]
        yield position, Mark(number, of_event(shown[-1]) if shown else "")
        if position == len(events):
            return
        position, number = next_stop(events, position), number + 1
