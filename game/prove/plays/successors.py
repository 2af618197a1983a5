"""One situation at a time, as it is played: what is read there, and where it leads."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from game.play.perform import State, perform
from game.play.playthrough import offered, onward
from game.play.situation import Event, Paragraph
from game.story.model import Menu, Onward, Story
from game.story.variables import changed


@dataclass(frozen=True, slots=True)
class Chosen:
    """An option was taken."""

    choice: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """The scene was skipped to its aftermath."""


@dataclass(frozen=True, slots=True)
class ReadOn:
    """The scene leads on by itself."""


How: TypeAlias = Chosen | Skipped | ReadOn


@dataclass(frozen=True, slots=True)
class Lead:
    """A way out of a situation: how, to which scene, what is known there, and what is read on the way."""

    how: How
    goal: str
    state: State
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Successors:
    """A scene entered in one state: what is read there, the ways on, and the way past it if it can be skipped."""

    events: tuple[Event, ...]
    leads: tuple[Lead, ...]
    skip: Lead | None


def successors(story: Story, scene: str, entering: State) -> Successors:
    """What is read and what can be done on entering the scene with this known, which is left as it is."""
    at, state = story.scenes[scene], replace(entering)
    events = perform(story, at.text, scene, state)
    leads: list[Lead] = []
    match at.exit:
        case Menu() as menu:
            leads.extend(_options(story, menu, scene, state))
        case Onward():
            goal = onward(story, scene, state)
            if goal is not None:
                state.left(scene)
                leads.append(Lead(ReadOn(), goal, state))
        case _:
            pass
    passed = bool(leads) and isinstance(at.exit, Onward) and not any(isinstance(event, Paragraph) for event in events)
    skip = Lead(Skipped(), at.aftermath, replace(entering)) if at.aftermath is not None and not passed else None
    return Successors(events, tuple(leads), skip)


def _options(story: Story, menu: Menu, scene: str, state: State) -> Iterator[Lead]:
    for choice, enabled in offered(menu, scene, state):
        if enabled:
            after = replace(state, values=changed(state.values, choice.changes, story.variables))
            events = perform(story, choice.then, scene, after)
            after.left(scene)
            after.chosen |= {(scene, choice.id)}
            yield Lead(Chosen(choice.id), choice.go, after, events)


def beginning(story: Story, ended: frozenset[str] = frozenset()) -> State:
    """What is known as a play begins, when these endings were met before."""
    return State({name: each.start for name, each in story.variables.items()}, {}, frozenset(), ended)
