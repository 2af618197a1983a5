"""A playthrough: now and its past, and the only ways from one to the next."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from game.play.perform import State, perform
from game.play.setting import likely_place
from game.play.situation import Card, Event, Paragraph, Situation, Wait, is_stop
from game.story.conditions import holds
from game.story.model import Choice, End, Ending, Menu, Onward, Story
from game.story.variables import Value, changed


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
    origin: Origin
    now: Situation
    past: tuple[Step, ...] = ()


OpenPage: TypeAlias = tuple[tuple[Event, ...], State]
"""Every event of a page, and what is known at the end of it: see `open_page`."""

Reached: TypeAlias = tuple[Playthrough, OpenPage]
"""A playthrough, and the page that it stands at."""


def start(story: Story, origin: Origin | None = None) -> Playthrough:
    """A playthrough at its first page."""
    origin = origin or Origin(story.start)
    values = {name: variable.start for name, variable in story.variables.items()}
    place = None if origin.scene == story.start else likely_place(story, origin.scene)
    situation = Situation(origin.scene, {**values, **origin.values}, ended=origin.ended, place=place)
    situation = origin.situation or situation
    return Playthrough(origin, _enter(story, situation, origin.scene, state_of(situation), ())[0])


def state_of(situation: Situation) -> State:
    """What is known as the situation's scene begins."""
    return State(situation.values, situation.visits, situation.chosen, situation.ended)


def open_page(story: Story, situation: Situation) -> OpenPage:
    """Every event of the situation's page, and what is known at the end of it."""
    scene, state = story.scenes[situation.scene], state_of(situation)
    return _page(situation.lead, perform(story, scene.text, scene.id, state)), state


def _page(lead: tuple[Event, ...], own: tuple[Event, ...]) -> tuple[Event, ...]:
    events = lead + own
    if events and isinstance(events[-1], Card):
        events = (*events, Wait(0))  # a card is read before what it opens, so it never ends a page
    return events


def offered(menu: Menu, scene: str, state: State) -> tuple[tuple[Choice, bool], ...]:
    """The choices that show, silence last, and whether each can be taken.

    A choice already taken that is to be taken `once` does not show; one whose condition fails shows only
    if it says why.
    """
    shown = []
    for choice in menu.every():
        if choice.once and (scene, choice.id) in state.chosen:
            continue
        enabled = choice.condition is None or holds(choice.condition, state)
        if enabled or choice.locked is not None:
            shown.append((choice, enabled))
    return tuple(shown)


def choose(story: Story, playthrough: Playthrough, number: int) -> Playthrough:
    """The playthrough after taking the option of that number, counted from 1 as the page shows them.

    Raises ValueError if the page offers no such option, or offers it locked, or is not all shown yet.
    """
    now = playthrough.now
    scene = story.scenes[now.scene]
    events, state = open_page(story, now)
    shown = offered(scene.exit, scene.id, state) if isinstance(scene.exit, Menu) else ()
    if now.position < len(events) or not 1 <= number <= len(shown) or not shown[number - 1][1]:
        raise ValueError(f"no option {number} can be taken in {scene.id}")
    return _taken(story, playthrough, shown[number - 1][0], events, state)[0]


def take(story: Story, playthrough: Playthrough, id: str, opened: OpenPage | None = None) -> Reached | None:
    """The playthrough after reading the page to its end and taking the option of that id; None if that cannot be.

    `opened` is the page, if it is known already.
    """
    now = playthrough.now
    way = story.scenes[now.scene].exit
    events, state = opened or open_page(story, now)
    for choice, enabled in offered(way, now.scene, state) if isinstance(way, Menu) else ():
        if choice.id == id and enabled:
            return _taken(story, show_whole(playthrough, events), choice, events, state)
    return None


def advance(story: Story, playthrough: Playthrough) -> Playthrough:
    """One paragraph further; past the last one on to the next scene, or nowhere if the page waits for a choice."""
    now = playthrough.now
    events, state = open_page(story, now)
    if now.position < len(events):
        return replace(playthrough, now=replace(now, position=next_stop(events, now.position)))
    reached = _onward(story, playthrough, events, state)
    return reached[0] if reached else playthrough


def read_on(story: Story, playthrough: Playthrough, opened: OpenPage | None = None) -> Reached | None:
    """The playthrough after reading the page to its end and on to the next; None if that waits for a choice.

    `opened` is the page, if it is known already.
    """
    events, state = opened or open_page(story, playthrough.now)
    return _onward(story, show_whole(playthrough, events), events, state)


def show_all(story: Story, playthrough: Playthrough) -> Playthrough:
    """Everything up to the page's end, or up to the next chapter card on the way there."""
    now = playthrough.now
    events, _ = open_page(story, now)
    end = following = next_stop(events, now.position)
    while end < len(events) and not isinstance(events[following - 1], Card):
        end, following = following, next_stop(events, following)
    return replace(playthrough, now=replace(now, position=end))


def show_whole(playthrough: Playthrough, events: tuple[Event, ...]) -> Playthrough:
    """All of the page, whose events are given, chapter cards on the way passed too."""
    return replace(playthrough, now=replace(playthrough.now, position=len(events)))


def skip(story: Story, playthrough: Playthrough) -> Playthrough:
    """On to the aftermath of the scene that is playing, unread; nowhere if it has none."""
    aftermath = story.scenes[playthrough.now.scene].aftermath
    if aftermath is None:
        return playthrough
    now = playthrough.now
    announced = now.after(now.lead[: now.position]).chapter
    stage = replace(now.after(now.lead), chapter=announced)
    past = (*playthrough.past, Step(now, None, skipped=True))
    return replace(playthrough, now=_enter(story, stage, aftermath, state_of(now), ())[0], past=past)


def rewind(playthrough: Playthrough) -> Playthrough:
    """Back to the page before, as it was left; the same playthrough if there is none."""
    if not playthrough.past:
        return playthrough
    return replace(playthrough, now=playthrough.past[-1].situation, past=playthrough.past[:-1])


def returned(playthrough: Playthrough, page: int) -> Playthrough:
    """Back to the page that is `page` steps from the beginning, as it was left; the last one is where it stands now.

    Raises ValueError if there is no such page.
    """
    if not 0 <= page <= len(playthrough.past):
        raise ValueError(f"there is no page {page} to go back to")
    if page == len(playthrough.past):
        return playthrough
    return replace(playthrough, now=playthrough.past[page].situation, past=playthrough.past[:page])


def is_finished(story: Story, playthrough: Playthrough) -> bool:
    return ending_of(story, playthrough) is not None


def ending_of(story: Story, playthrough: Playthrough) -> Ending | None:
    """The ending that it has come to, if it has and all of the page there was shown."""
    now = playthrough.now
    way = story.scenes[now.scene].exit
    shown = isinstance(way, End) and now.position == len(open_page(story, now)[0])
    return story.endings[way.ending] if isinstance(way, End) and shown else None


def onward(story: Story, scene: str, state: State) -> str | None:
    """Where reading on leads from the end of a scene, if anywhere."""
    way = story.scenes[scene].exit
    if not isinstance(way, Onward):
        return None
    return next((f.go for f in way.forks if f.condition is None or holds(f.condition, state)), None)


def _taken(story: Story, playthrough: Playthrough, choice: Choice, events: tuple[Event, ...], state: State) -> Reached:
    scene = playthrough.now.scene
    state.values = changed(state.values, choice.changes, story.variables)
    lead = perform(story, choice.then, scene, state)
    state.left(scene)
    state.chosen |= {(scene, choice.id)}
    return _left(story, playthrough, events, choice.id, choice.go, state, lead)


def _onward(story: Story, playthrough: Playthrough, events: tuple[Event, ...], state: State) -> Reached | None:
    target = onward(story, playthrough.now.scene, state)
    if target is None:
        return None
    state.left(playthrough.now.scene)
    return _left(story, playthrough, events, None, target, state, ())


def _left(
    story: Story,
    playthrough: Playthrough,
    events: tuple[Event, ...],
    choice: str | None,
    target: str,
    state: State,
    lead: tuple[Event, ...],
) -> Reached:
    now = playthrough.now
    situation, opened = _enter(story, now.after(events), target, state, lead)
    return Playthrough(playthrough.origin, situation, (*playthrough.past, Step(now, choice))), opened


def _enter(
    story: Story, stage: Situation, target: str, state: State, lead: tuple[Event, ...]
) -> tuple[Situation, OpenPage]:
    """The situation at the first stop of the next page, and that page.

    `stage` tells chapter, picture and music before it. A scene that shows no text and leads on is passed
    through; the loader has made sure that this ends.
    """
    chapter = stage.after(lead).chapter
    while True:
        scene = story.scenes[target]
        if chapter is None or story.chapters[scene.chapter] != story.chapters[chapter]:
            chapter = scene.chapter
            lead = (*lead, Card(chapter))
        situation = Situation(
            target,
            state.values,
            state.visits,
            state.chosen,
            state.ended,
            stage.chapter,
            stage.place,
            stage.music,
            lead,
        )
        own = perform(story, scene.text, target, state)
        following = onward(story, target, state)
        if following is None or any(isinstance(event, Paragraph) for event in own):
            events = _page(lead, own)
            return replace(situation, position=next_stop(events, 0)), (events, state)
        state.left(target)
        lead, target = lead + own, following


def next_stop(events: tuple[Event, ...], position: int) -> int:
    """The position after the next stop; the cues that follow the last paragraph come with it."""
    stops = [i for i in range(position, len(events)) if is_stop(events[i])]
    if stops and (len(stops) > 1 or isinstance(events[stops[0]], Card)):
        return stops[0] + 1
    return len(events)
