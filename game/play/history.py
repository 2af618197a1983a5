"""Everything that was read in a playthrough, with who spoke and what was chosen, in order."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.play.moment import Beat, Card, Paragraph, Run
from game.play.perform import render
from game.play.playthrough import Playthrough, beats_of
from game.story.model import Chapter, Choice, Menu, Person, Story


@dataclass(frozen=True, slots=True)
class Read:
    """A page that was read. `page` counts from 0 at the beginning: `returned` and `jumped` lead back to it.

    `paragraphs` and the cards between them are as far as they were shown; `choice` is what was taken at its end.
    """

    page: int
    scene: str
    shown: tuple["Said | Chapter", ...]
    choice: tuple[Run, ...] = ()
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    runs: tuple[Run, ...]
    speaker: Person | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def history(story: Story, playthrough: Playthrough) -> tuple[Read, ...]:
    """The pages from the first to the one that is being read."""
    return tuple(pages(story, playthrough, 0))


def pages(story: Story, playthrough: Playthrough, first: int) -> Iterator[Read]:
    """The pages from the one numbered `first`, so that who has the ones before need not have them made again."""
    for page, step in enumerate(playthrough.past[first:], start=first):
        moment = step.moment
        beats, state = beats_of(story, moment)
        choice = _choice(story, moment.scene, step.choice)
        said = render(choice.say, moment.scene, state) if choice else ()
        yield Read(page, moment.scene, _shown(story, beats[: moment.position]), said, step.skipped)
    now = playthrough.now
    yield Read(len(playthrough.past), now.scene, _shown(story, beats_of(story, now)[0][: now.position]))


def _shown(story: Story, beats: tuple[Beat, ...]) -> tuple[Said | Chapter, ...]:
    shown: list[Said | Chapter] = []
    for beat in beats:
        match beat:
            case Paragraph(runs, speaker):
                shown.append(Said(runs, story.cast[speaker] if speaker else None))
            case Card(chapter):
                shown.append(story.chapters[chapter])
            case _:
                pass
    return tuple(shown)


def _choice(story: Story, scene: str, id: str | None) -> Choice | None:
    way = story.scenes[scene].way
    choices = way.every() if isinstance(way, Menu) else ()
    return next((choice for choice in choices if choice.id == id), None)
