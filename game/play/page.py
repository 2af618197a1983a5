"""Everything that a reading screen needs to know of a playthrough, and the only thing it may draw from."""

from dataclasses import dataclass
from typing import TypeAlias, assert_never

from game.play.leaving import offered, onward
from game.play.opening import open_page
from game.play.perform import render, said
from game.play.playthrough import Playthrough
from game.play.situation import Card, Event, Paragraph, TextRun
from game.play.state import State
from game.story.model import Chapter, End, Ending, Menu, Music, Onward, Passage, Person, Place, Scene, Silence, Story


@dataclass(frozen=True, slots=True)
class Spoken:
    """A paragraph on the page. `speaker` is named above it only if `named`: once for several in a row."""

    runs: tuple[TextRun, ...]
    speaker: Person | None
    named: bool

    @property
    def text(self) -> str:
        """The words without their style."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Option:
    """A choice offered now. `number` counts from 1; a locked one is not `enabled` and has a `reason`,
    of which no words may be left.

    `after` is set for silence: the seconds after which it is taken by itself.
    """

    number: int
    id: str
    runs: tuple[TextRun, ...]
    enabled: bool
    reason: tuple[TextRun, ...] = ()
    after: float | None = None


@dataclass(frozen=True, slots=True)
class Choosing:
    """The player chooses: some option can be taken."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class ReadingOn:
    """There is more: advance leads there."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The play is over, with this ending."""

    ending: Ending


@dataclass(frozen=True, slots=True)
class Stuck:
    """No option can be taken and nothing leads on: only going back helps."""

    options: tuple[Option, ...] = ()


Next: TypeAlias = Choosing | ReadingOn | Finished | Stuck


@dataclass(frozen=True, slots=True)
class Page:
    """One page as far as it has been shown.

    `card` is the chapter card being shown, and then nothing else is; `paragraphs` are those since the last
    card. `events[:position]` have been shown; cues among them are for a screen to act on as they pass.
    `next` is what the page comes to, and counts only once it is `complete`.
    """

    scene: str
    chapter: Chapter
    card: Chapter | None
    paragraphs: tuple[Spoken, ...]
    events: tuple[Event, ...]
    position: int
    place: Place | None
    music: Music
    next: Next
    aftermath: str | None = None

    @property
    def complete(self) -> bool:
        """Whether all of it has been shown."""
        return self.position == len(self.events)

    @property
    def options(self) -> tuple[Option, ...]:
        """Those that show at the end of it, whether they can be taken or not."""
        match self.next:
            case Choosing(options) | Stuck(options):
                return options
            case ReadingOn() | Finished():
                return ()
            case _:
                assert_never(self.next)


def page_of(story: Story, playthrough: Playthrough) -> Page:
    """The page that a playthrough stands at."""
    now = playthrough.now
    opened = open_page(story, now)
    events = opened.events
    shown = events[: now.position]
    stage = now.after(shown)
    last_card = max((i for i, event in enumerate(shown) if isinstance(event, Card)), default=-1)
    paragraphs = _spoken(story, shown[last_card + 1 :])
    chapter = story.chapters[stage.chapter or 0]
    on_card = last_card >= 0 and not paragraphs and now.position < len(events)
    return Page(
        scene=now.scene,
        chapter=chapter,
        card=chapter if on_card else None,
        paragraphs=paragraphs,
        events=events,
        position=now.position,
        place=story.places[stage.place] if stage.place else None,
        music=stage.music,
        next=_next(story, story.scenes[now.scene], opened.state),
        aftermath=story.scenes[now.scene].aftermath,
    )


def _spoken(story: Story, events: tuple[Event, ...]) -> tuple[Spoken, ...]:
    page: list[Spoken] = []
    before: str | None = None
    for event in events:
        if isinstance(event, Paragraph):
            speaker = story.cast[event.speaker] if event.speaker else None
            page.append(Spoken(event.runs, speaker, speaker is not None and event.speaker != before))
            before = event.speaker
    return tuple(page)


def _next(story: Story, scene: Scene, state: State) -> Next:
    match scene.exit:
        case End(ending):
            return Finished(story.endings[ending])
        case Menu(_, silence):
            options = _options(scene, silence, state)
            return Choosing(options) if any(option.enabled for option in options) else Stuck(options)
        case Onward():
            return ReadingOn() if onward(scene, state) else Stuck()
        case Passage():
            return Stuck()
        case _:
            assert_never(scene.exit)


def _options(scene: Scene, silence: Silence | None, state: State) -> tuple[Option, ...]:
    silent = silence.choice if silence else None
    after = silence.after if silence else None
    return tuple(
        Option(
            number,
            choice.id,
            said(choice, scene.id, state),
            enabled,
            render(choice.locked, scene.id, state) if choice.locked and not enabled else (),
            after if choice is silent else None,
        )
        for number, (choice, enabled) in enumerate(offered(scene, state), start=1)
    )
