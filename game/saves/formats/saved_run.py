"""What a save holds of a playthrough: every step of it, and enough of the story as it was to take them again later."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from game.play.opening import next_stop, open_page
from game.play.playthrough import Origin, Playthrough
from game.play.situation import Event, Situation, is_stop
from game.saves.formats.fingerprints import Fingerprints, event_fingerprint
from game.story.model import Story


@dataclass(frozen=True, slots=True)
class PageMark:
    """Where on a page: at which of its stops, counted from 1, and the fingerprint of the paragraph or card last shown."""

    stop: int
    line: str = ""


@dataclass(frozen=True, slots=True)
class SceneFingerprints:
    """The fingerprints of a scene as it was: its own, and those of every option of its menu by id."""

    scene: str
    options: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SavedStep:
    """A step: an option, or reading on where `choice` is None, or a skip from the `skipped` place on its page."""

    scene: str
    choice: str | None = None
    skipped: PageMark | None = None


@dataclass(frozen=True, slots=True)
class SavedRun:
    """`ids` are all scenes that the story had, `scenes` those that the run was in; `situation`, without its lead, is what
    the steps resulted in, at `mark` on its page.
    """

    story: str
    origin: Origin
    ids: frozenset[str]
    scenes: Mapping[str, SceneFingerprints]
    steps: tuple[SavedStep, ...]
    situation: Situation
    mark: PageMark


def saved_run(story: Story, playthrough: Playthrough, fingerprints: Fingerprints) -> SavedRun:
    """What to keep of a playthrough. `fingerprints` are those of the story."""
    now = playthrough.now
    met = {step.situation.scene for step in playthrough.past} | {now.scene, playthrough.origin.scene}
    return SavedRun(
        story.id,
        playthrough.origin,
        frozenset(story.scenes),
        {id: SceneFingerprints(fingerprints.scene(id), fingerprints.options(id)) for id in met},
        tuple(
            SavedStep(step.situation.scene, step.choice, page_mark(story, step.situation) if step.skipped else None)
            for step in playthrough.past
        ),
        replace(now, lead=(), position=0),
        page_mark(story, now),
    )


def page_mark(story: Story, situation: Situation) -> PageMark:
    """Of the first stop at or after the position of a situation."""
    return next(
        mark for position, mark in page_marks(open_page(story, situation).events) if position >= situation.position
    )


def at_mark(story: Story, situation: Situation, mark: PageMark) -> Situation:
    """The same page, shown up to the paragraph that was marked: the nearest one with its words, else by its number."""
    there = list(page_marks(open_page(story, situation).events))
    alike = [each for each in there if each[1].line == mark.line]
    position, _ = min(alike or there, key=lambda each: abs(each[1].stop - mark.stop))
    return replace(situation, position=position)


def page_marks(events: tuple[Event, ...]) -> Iterator[tuple[int, PageMark]]:
    """Every position at which a page stops, and its mark. A page without any events stops at its beginning."""
    position, number = next_stop(events, 0), 1
    while True:
        shown = [event for event in events[:position] if is_stop(event)]
        yield position, PageMark(number, event_fingerprint(shown[-1]) if shown else "")
        if position == len(events):
            return
        position, number = next_stop(events, position), number + 1
