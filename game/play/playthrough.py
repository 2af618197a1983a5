"""A playthrough: now and its past, and the only ways from one to the next."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from game.play.moment import Beat, Card, Moment, Paragraph, Wait, is_stop
from game.play.perform import State, perform
from game.play.setting import likely_background
from game.story.conditions import holds
from game.story.model import Choice, End, Ending, Menu, Onward, Story
from game.story.variables import Value, changed


@dataclass(frozen=True, slots=True)
class Origin:
    """How a playthrough began: where, with which values set by hand, and the endings met before it.

    `moment` is set for one that goes on from a moment of another, whose way there is not known any more: it is as on
    entering `scene`, with nothing before the scene's own text.
    """

    scene: str
    values: Mapping[str, Value] = field(default_factory=dict)
    ended: frozenset[str] = frozenset()
    moment: Moment | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A moment that was left: by a choice, or by reading on where `choice` is None, or `skipped` to its aftermath."""

    moment: Moment
    choice: str | None
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Playthrough:
    origin: Origin
    now: Moment
    past: tuple[Step, ...] = ()


Opened: TypeAlias = tuple[tuple[Beat, ...], State]
"""Every beat of a page, and what is known at the end of it: see `beats_of`."""

Reached: TypeAlias = tuple[Playthrough, Opened]
"""A playthrough, and the page that it stands at."""


def start(story: Story, origin: Origin | None = None) -> Playthrough:
    """A playthrough at its first page."""
    origin = origin or Origin(story.start)
    values = {name: variable.start for name, variable in story.variables.items()}
    background = None if origin.scene == story.start else likely_background(story, origin.scene)
    moment = Moment(origin.scene, {**values, **origin.values}, ended=origin.ended, background=background)
    moment = origin.moment or moment
    return Playthrough(origin, _enter(story, moment, origin.scene, state_of(moment), ())[0])


def state_of(moment: Moment) -> State:
    """What is known as the moment's scene begins."""
    return State(moment.values, moment.visits, moment.chosen, moment.ended)


def beats_of(story: Story, moment: Moment) -> Opened:
    """Every beat of the moment's page, and what is known at the end of it."""
    scene, state = story.scenes[moment.scene], state_of(moment)
    return _page(moment.lead, perform(story, scene.text, scene.id, state)), state


def _page(lead: tuple[Beat, ...], own: tuple[Beat, ...]) -> tuple[Beat, ...]:
    beats = lead + own
    if beats and isinstance(beats[-1], Card):
        beats = (*beats, Wait(0))  # a card is read before what it opens, so it never ends a page
    return beats


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
    beats, state = beats_of(story, now)
    shown = offered(scene.way, scene.id, state) if isinstance(scene.way, Menu) else ()
    if now.position < len(beats) or not 1 <= number <= len(shown) or not shown[number - 1][1]:
        raise ValueError(f"no option {number} can be taken in {scene.id}")
    return _taken(story, playthrough, shown[number - 1][0], beats, state)[0]


def take(story: Story, playthrough: Playthrough, id: str, opened: Opened | None = None) -> Reached | None:
    """The playthrough after reading the page to its end and taking the option of that id; None if that cannot be.

    `opened` is the page, if it is known already.
    """
    now = playthrough.now
    way = story.scenes[now.scene].way
    beats, state = opened or beats_of(story, now)
    for choice, enabled in offered(way, now.scene, state) if isinstance(way, Menu) else ():
        if choice.id == id and enabled:
            return _taken(story, show_whole(playthrough, beats), choice, beats, state)
    return None


def advance(story: Story, playthrough: Playthrough) -> Playthrough:
    """One paragraph further; past the last one on to the next scene, or nowhere if the page waits for a choice."""
    now = playthrough.now
    beats, state = beats_of(story, now)
    if now.position < len(beats):
        return replace(playthrough, now=replace(now, position=next_stop(beats, now.position)))
    reached = _onward(story, playthrough, beats, state)
    return reached[0] if reached else playthrough


def read_on(story: Story, playthrough: Playthrough, opened: Opened | None = None) -> Reached | None:
    """The playthrough after reading the page to its end and on to the next; None if that waits for a choice.

    `opened` is the page, if it is known already.
    """
    beats, state = opened or beats_of(story, playthrough.now)
    return _onward(story, show_whole(playthrough, beats), beats, state)


def show_all(story: Story, playthrough: Playthrough) -> Playthrough:
    """Everything up to the page's end, or up to the next chapter card on the way there."""
    now = playthrough.now
    beats, _ = beats_of(story, now)
    end = following = next_stop(beats, now.position)
    while end < len(beats) and not isinstance(beats[following - 1], Card):
        end, following = following, next_stop(beats, following)
    return replace(playthrough, now=replace(now, position=end))


def show_whole(playthrough: Playthrough, beats: tuple[Beat, ...]) -> Playthrough:
    """All of the page, whose beats are given, chapter cards on the way passed too."""
    return replace(playthrough, now=replace(playthrough.now, position=len(beats)))


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
    return replace(playthrough, now=playthrough.past[-1].moment, past=playthrough.past[:-1])


def returned(playthrough: Playthrough, page: int) -> Playthrough:
    """Back to the page that is `page` steps from the beginning, as it was left; the last one is where it stands now.

    Raises ValueError if there is no such page.
    """
    if not 0 <= page <= len(playthrough.past):
        raise ValueError(f"there is no page {page} to go back to")
    if page == len(playthrough.past):
        return playthrough
    return replace(playthrough, now=playthrough.past[page].moment, past=playthrough.past[:page])


def is_finished(story: Story, playthrough: Playthrough) -> bool:
    return ending_of(story, playthrough) is not None


def ending_of(story: Story, playthrough: Playthrough) -> Ending | None:
    """The ending that it has come to, if it has and all of the page there was shown."""
    now = playthrough.now
    way = story.scenes[now.scene].way
    shown = isinstance(way, End) and now.position == len(beats_of(story, now)[0])
    return story.endings[way.ending] if isinstance(way, End) and shown else None


def onward(story: Story, scene: str, state: State) -> str | None:
    """Where reading on leads from the end of a scene, if anywhere."""
    way = story.scenes[scene].way
    if not isinstance(way, Onward):
        return None
    return next((f.go for f in way.forks if f.condition is None or holds(f.condition, state)), None)


def _taken(story: Story, playthrough: Playthrough, choice: Choice, beats: tuple[Beat, ...], state: State) -> Reached:
    scene = playthrough.now.scene
    state.values = changed(state.values, choice.changes, story.variables)
    lead = perform(story, choice.then, scene, state)
    state.left(scene)
    state.chosen |= {(scene, choice.id)}
    return _left(story, playthrough, beats, choice.id, choice.go, state, lead)


def _onward(story: Story, playthrough: Playthrough, beats: tuple[Beat, ...], state: State) -> Reached | None:
    target = onward(story, playthrough.now.scene, state)
    if target is None:
        return None
    state.left(playthrough.now.scene)
    return _left(story, playthrough, beats, None, target, state, ())


def _left(
    story: Story,
    playthrough: Playthrough,
    beats: tuple[Beat, ...],
    choice: str | None,
    target: str,
    state: State,
    lead: tuple[Beat, ...],
) -> Reached:
    now = playthrough.now
    moment, opened = _enter(story, now.after(beats), target, state, lead)
    return Playthrough(playthrough.origin, moment, (*playthrough.past, Step(now, choice))), opened


def _enter(story: Story, stage: Moment, target: str, state: State, lead: tuple[Beat, ...]) -> tuple[Moment, Opened]:
    """The moment at the first stop of the next page, and that page.

    `stage` tells chapter, picture and music before it. A scene that shows no text and leads on is passed
    through; the loader has made sure that this ends.
    """
    chapter = stage.after(lead).chapter
    while True:
        scene = story.scenes[target]
        if chapter is None or story.chapters[scene.chapter] != story.chapters[chapter]:
            chapter = scene.chapter
            lead = (*lead, Card(chapter))
        moment = Moment(
            target,
            state.values,
            state.visits,
            state.chosen,
            state.ended,
            stage.chapter,
            stage.background,
            stage.music,
            lead,
        )
        own = perform(story, scene.text, target, state)
        following = onward(story, target, state)
        if following is None or any(isinstance(beat, Paragraph) for beat in own):
            beats = _page(lead, own)
            return replace(moment, position=next_stop(beats, 0)), (beats, state)
        state.left(target)
        lead, target = lead + own, following


def next_stop(beats: tuple[Beat, ...], position: int) -> int:
    """The position after the next stop; the cues that follow the last paragraph come with it."""
    stops = [i for i in range(position, len(beats)) if is_stop(beats[i])]
    if stops and (len(stops) > 1 or isinstance(beats[stops[0]], Card)):
        return stops[0] + 1
    return len(beats)
