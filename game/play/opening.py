"""The page that a situation stands on, opened: all that happens on it, and where it may stop."""

from dataclasses import dataclass

from game.play.leaving import Transition, lead_on
from game.play.perform import perform
from game.play.situation import Card, Event, Paragraph, Situation, is_stop
from game.play.state import State
from game.story.model import Pause, Story


@dataclass(frozen=True, slots=True)
class OpenPage:
    """Every event of a page, and what is known at the end of it."""

    events: tuple[Event, ...]
    state: State


def open_page(story: Story, situation: Situation) -> OpenPage:
    """The page of the situation."""
    own, state = perform(story, story.scenes[situation.scene].text, situation.scene, situation.state)
    return OpenPage(_bounded(situation.lead + own), state)


def enter(story: Story, before: Situation, to: Transition) -> tuple[Situation, OpenPage]:
    """The situation at the first stop of the next page, and that page.

    `before` tells chapter, picture and music until then. A scene that shows no text and leads on is passed
    through; the loader has made sure that this ends.
    """
    lead = to.events
    chapter = before.after(lead).chapter
    while True:
        scene, entering = story.scenes[to.goal], to.state
        if chapter is None or story.chapters[scene.chapter] != story.chapters[chapter]:
            chapter = scene.chapter
            lead = (*lead, Card(chapter))
        own, state = perform(story, scene.text, scene.id, entering)
        passed = None if any(isinstance(event, Paragraph) for event in own) else lead_on(scene, state)
        if passed is None:
            page = OpenPage(_bounded(lead + own), state)
            return _standing(before, scene.id, entering, lead, next_stop(page.events, 0)), page
        lead, to = lead + own, passed


def next_stop(events: tuple[Event, ...], position: int) -> int:
    """The position after the next stop; the cues that follow the last paragraph come with it."""
    stops = [i for i in range(position, len(events)) if is_stop(events[i])]
    if stops and (len(stops) > 1 or isinstance(events[stops[0]], Card)):
        return stops[0] + 1
    return len(events)


def _standing(before: Situation, scene: str, entering: State, lead: tuple[Event, ...], position: int) -> Situation:
    return Situation(
        scene,
        entering.values,
        entering.visits,
        entering.chosen,
        entering.ended,
        before.chapter,
        before.place,
        before.music,
        lead,
        position,
    )


def _bounded(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """A card is read before what it opens, so it never ends a page."""
    return (*events, Pause(0)) if events and isinstance(events[-1], Card) else events
