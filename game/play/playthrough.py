"""A playthrough: now and its past, and the only ways from one to the next."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from game.play.leaving import Transition, lead_on, offered, skip_over, take_option
from game.play.opening import OpenPage, enter, next_stop, open_page
from game.play.setting import likely_place
from game.play.situation import Event, Situation
from game.play.state import beginning
from game.story.model import End, Ending, Story
from game.story.variables import Value


@dataclass(frozen=True, slots=True)
class Origin:
    """How a playthrough began: where, with which values set by hand, and the endings met before it.

    `situation` is set for one that goes on from a situation of another, whose way there is not known any more: it is as on
    entering `scene`, with nothing before the scene's own text.
    """

    scene: str
    values: Mapping[str, Value] = field(default_factory=dict)
    ended: frozenset[str] = frozenset()
    situation: Situation | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A situation that was left: by a choice, or by reading on where `choice` is None, or `skipped` to its aftermath."""

    situation: Situation
    choice: str | None
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Playthrough:
    """A run: how it began, where it stands, and the situations left on the way there, the first one first."""

    origin: Origin
    now: Situation
    past: tuple[Step, ...] = ()


Reached: TypeAlias = tuple[Playthrough, OpenPage]
"""A playthrough, and the page that it stands at."""


def start(story: Story, origin: Origin | None = None) -> Playthrough:
    """A playthrough at its first page."""
    origin = origin or Origin(story.start)
    before = origin.situation or _outset(story, origin)
    return Playthrough(origin, enter(story, before, Transition(origin.scene, before.state))[0])


def _outset(story: Story, origin: Origin) -> Situation:
    values = {**beginning(story).values, **origin.values}
    place = None if origin.scene == story.start else likely_place(story, origin.scene)
    return Situation(origin.scene, values, ended=origin.ended, place=place)


def choose(story: Story, playthrough: Playthrough, number: int) -> Playthrough:
    """The playthrough after taking the option of that number, counted from 1 as the page shows them.

    Raises ValueError if the page offers no such option, or offers it locked, or is not all shown yet.
    """
    scene, page = story.scenes[playthrough.now.scene], open_page(story, playthrough.now)
    shown = offered(scene, page.state) if playthrough.now.position == len(page.events) else ()
    choice, enabled = shown[number - 1] if 1 <= number <= len(shown) else (None, False)
    if choice is None or not enabled:
        raise ValueError(f"no option {number} can be taken in {scene.id}")
    return _left(story, playthrough, page, take_option(story, scene, choice, page.state), choice.id)[0]


def take(story: Story, playthrough: Playthrough, id: str, page: OpenPage | None = None) -> Reached | None:
    """The playthrough after reading the page to its end and taking the option of that id; None if that cannot be.

    `page` is the one it stands at, if that is open already.
    """
    scene, page = story.scenes[playthrough.now.scene], page or open_page(story, playthrough.now)
    choice = next((choice for choice, enabled in offered(scene, page.state) if choice.id == id and enabled), None)
    if choice is None:
        return None
    to = take_option(story, scene, choice, page.state)
    return _left(story, show_whole(playthrough, page.events), page, to, choice.id)


def advance(story: Story, playthrough: Playthrough) -> Playthrough:
    """One paragraph further; past the last one on to the next scene, or nowhere if the page waits for a choice."""
    now, page = playthrough.now, open_page(story, playthrough.now)
    if now.position < len(page.events):
        return replace(playthrough, now=replace(now, position=next_stop(page.events, now.position)))
    to = lead_on(story.scenes[now.scene], page.state)
    return _left(story, playthrough, page, to)[0] if to else playthrough


def read_on(story: Story, playthrough: Playthrough, page: OpenPage | None = None) -> Reached | None:
    """The playthrough after reading the page to its end and on to the next; None if that waits for a choice.

    `page` is the one it stands at, if that is open already.
    """
    page = page or open_page(story, playthrough.now)
    to = lead_on(story.scenes[playthrough.now.scene], page.state)
    return _left(story, show_whole(playthrough, page.events), page, to) if to else None


def show_whole(playthrough: Playthrough, events: tuple[Event, ...]) -> Playthrough:
    """All of the page, whose events are given, chapter cards on the way passed too."""
    return replace(playthrough, now=replace(playthrough.now, position=len(events)))


def skip(story: Story, playthrough: Playthrough) -> Playthrough:
    """On to the aftermath of the scene that is playing, unread; nowhere if it has none."""
    now = playthrough.now
    to = skip_over(story.scenes[now.scene], now.state)
    if to is None:
        return playthrough
    announced = now.after(now.lead[: now.position]).chapter
    before = replace(now.after(now.lead), chapter=announced)
    past = (*playthrough.past, Step(now, None, skipped=True))
    return replace(playthrough, now=enter(story, before, to)[0], past=past)


def rewind(playthrough: Playthrough) -> Playthrough:
    """Back to the page before, as it was left; the same playthrough if there is none."""
    if not playthrough.past:
        return playthrough
    return replace(playthrough, now=playthrough.past[-1].situation, past=playthrough.past[:-1])


def is_finished(story: Story, playthrough: Playthrough) -> bool:
    """Whether it has come to an ending, and all of the page there was shown."""
    return ending_of(story, playthrough) is not None


def ending_of(story: Story, playthrough: Playthrough) -> Ending | None:
    """The ending that it has come to, if it has and all of the page there was shown."""
    now = playthrough.now
    leave = story.scenes[now.scene].exit
    shown = isinstance(leave, End) and now.position == len(open_page(story, now).events)
    return story.endings[leave.ending] if isinstance(leave, End) and shown else None


def _left(story: Story, playthrough: Playthrough, page: OpenPage, to: Transition, choice: str | None = None) -> Reached:
    """The playthrough at the page that `to` leads to from this one, by the choice of that id or by none."""
    now = playthrough.now
    situation, opened = enter(story, now.after(page.events), to)
    return Playthrough(playthrough.origin, situation, (*playthrough.past, Step(now, choice))), opened
