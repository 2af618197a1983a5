"""Everything that was read in a playthrough, with who spoke and what was chosen, in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from game.play.opening import open_page
from game.play.perform import said
from game.play.playthrough import Playthrough, Step
from game.play.situation import Card, Event, Paragraph, TextRun
from game.play.state import State
from game.story.model import Chapter, Choice, Cue, Menu, Person, Story, choices_of


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page that was read. `page` counts from 0 at the beginning: `returned` and `jumped` lead back to it.

    `shown` are the paragraphs and the cards between them, as far as they were; `choice` is what was taken at the end of
    it, which is to be `silent` where nothing was said.
    """

    page: int
    scene: str
    shown: tuple["Said | Chapter", ...]
    choice: tuple[TextRun, ...] = ()
    skipped: bool = False
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph that was read, and who spoke it."""

    runs: tuple[TextRun, ...]
    speaker: Person | None = None

    @property
    def text(self) -> str:
        """The words without their style."""
        return "".join(run.text for run in self.runs)


def history(story: Story, playthrough: Playthrough) -> tuple[ReadPage, ...]:
    """The pages from the first to the one that is being read."""
    return tuple(pages(story, playthrough, 0))


def pages(story: Story, playthrough: Playthrough, first: int) -> Iterator[ReadPage]:
    """The pages from the one numbered `first`, so that who has the ones before need not have them made again."""
    for page, step in enumerate(playthrough.past[first:], start=first):
        opened = open_page(story, step.situation)
        shown = _shown(story, opened.events[: step.situation.position])
        yield ReadPage(
            page, step.situation.scene, shown, _said(story, step, opened.state), step.skipped, _silent(story, step)
        )
    now = playthrough.now
    yield ReadPage(len(playthrough.past), now.scene, _shown(story, open_page(story, now).events[: now.position]))


def left_by(story: Story, step: Step) -> tuple[TextRun, ...]:
    """The words of the option with which a page was left; none where it was not by one."""
    return _said(story, step, open_page(story, step.situation).state) if step.choice is not None else ()


def last_choice(story: Story, playthrough: Playthrough) -> str:
    """The words of the option taken last, without their style; none where none was taken yet."""
    taken = next((step for step in reversed(playthrough.past) if step.choice is not None), None)
    return "".join(run.text for run in left_by(story, taken)) if taken else ""


def _said(story: Story, step: Step, state: State) -> tuple[TextRun, ...]:
    """The words of the option with which a page was left, if it was by one; `state` is that at the end of the page."""
    scene = step.situation.scene
    choice = _choice(story, scene, step.choice)
    return said(choice, scene, state) if choice else ()


def _shown(story: Story, events: tuple[Event, ...]) -> tuple[Said | Chapter, ...]:
    shown: list[Said | Chapter] = []
    for event in events:
        match event:
            case Paragraph(runs, speaker):
                shown.append(Said(runs, story.cast[speaker] if speaker else None))
            case Card(chapter):
                shown.append(story.chapters[chapter])
            case Cue():
                pass
            case _:
                assert_never(event)
    return tuple(shown)


def _silent(story: Story, step: Step) -> bool:
    menu = story.scenes[step.situation.scene].exit
    return isinstance(menu, Menu) and menu.silence is not None and menu.silence.choice.id == step.choice


def _choice(story: Story, scene: str, id: str | None) -> Choice | None:
    return next((choice for choice in choices_of(story.scenes[scene].exit) if choice.id == id), None)
