"""A story's own tests: choices to take, and what should come of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from game.play.opening import open_page
from game.play.page import Finished, Page, ReadingOn, page_of
from game.play.playthrough import Origin, Playthrough, advance, choose, start
from game.story.catalogue import diagnostic
from game.story.diagnostic import Diagnostic
from game.story.model import Story
from game.story.source_location import SourceLocation
from game.story.variables import Value


@dataclass(frozen=True, slots=True)
class ChoiceToTake:
    """An option to take, by its id."""

    choice: str
    at: SourceLocation = field(compare=False)


@dataclass(frozen=True, slots=True)
class Expected:
    """What should hold of one thing in the end."""

    value: Value
    at: SourceLocation = field(compare=False)


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A play by its choices, after these endings were met, and what should come of it; what is None may be anything."""

    name: str
    steps: tuple[ChoiceToTake, ...]
    ended: frozenset[str] = frozenset()
    ending: Expected | None = None
    scene: Expected | None = None
    values: Mapping[str, Expected] = field(default_factory=dict)
    at: SourceLocation = field(default=SourceLocation(""), compare=False)


def rehearse(story: Story, rehearsal: Rehearsal) -> tuple[Diagnostic, ...]:
    """What comes otherwise than expected. A choice that is not open ends the play there."""
    now = _read_on(story, start(story, Origin(story.start, ended=rehearsal.ended)))
    for step in rehearsal.steps:
        page = page_of(story, now)
        numbers = {option.id: option.number for option in page.options if option.enabled}
        if step.choice not in numbers:
            return (_not_open(page, step, list(numbers)),)
        now = _read_on(story, choose(story, now, numbers[step.choice]))
    return tuple(_unexpected(story, rehearsal, now))


def _not_open(page: Page, step: ChoiceToTake, able: list[str]) -> Diagnostic:
    hint = "what can be chosen there: " + ", ".join(able) if able else "nothing can be chosen there"
    if isinstance(page.next, Finished):
        hint = f"the play is over by then, with the ending {page.next.ending.id}"
    return diagnostic("test-choice", step.at, choice=step.choice, scene=page.scene, hint=hint)


def _unexpected(story: Story, rehearsal: Rehearsal, now: Playthrough) -> Iterator[Diagnostic]:
    page = page_of(story, now)
    state = open_page(story, now.now).state
    if (ending := rehearsal.ending) is not None:
        got = page.next.ending.id if isinstance(page.next, Finished) else None
        if got != ending.value:
            found = f"the ending is {got}" if got else f"it comes to the scene {page.scene} and does not end there"
            yield diagnostic("test-ending", ending.at, ending=ending.value, found=found)
    if (scene := rehearsal.scene) is not None and page.scene != scene.value:
        yield diagnostic("test-scene", scene.at, scene=scene.value, found=page.scene)
    for name, expected in rehearsal.values.items():
        if state.values[name] != expected.value:
            yield diagnostic(
                "test-value", expected.at, name=name, expected=_word(expected.value), found=_word(state.values[name])
            )


def _read_on(story: Story, now: Playthrough) -> Playthrough:
    """As far as it goes without a choice; a story that goes round by itself is left after as many pages as scenes."""
    for _ in story.scenes:
        while not page_of(story, now).complete:
            now = advance(story, now)
        if not isinstance(page_of(story, now).next, ReadingOn):
            break
        now = advance(story, now)
    return now


def _word(value: Value) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)
