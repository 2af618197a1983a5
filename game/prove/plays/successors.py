"""One situation at a time, as it is played: what is read there, and where it leads."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from game.play.leaving import Transition, lead_on, offered, skip_over, take_option
from game.play.perform import perform
from game.play.situation import Event, Paragraph
from game.play.state import State
from game.story.model import End, Menu, Onward, Passage, Scene, Story


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


Leaving: TypeAlias = Chosen | Skipped | ReadOn


@dataclass(frozen=True, slots=True)
class Successor:
    """A way out of a situation: how, and where it leads."""

    how: Leaving
    to: Transition


@dataclass(frozen=True, slots=True)
class Successors:
    """A scene entered in one state: what is read there, the ways on, and the way past it if it can be skipped."""

    events: tuple[Event, ...]
    leads: tuple[Successor, ...]
    skip: Successor | None


def successors(story: Story, scene: str, entering: State) -> Successors:
    """What is read and what can be done on entering the scene with this known."""
    at = story.scenes[scene]
    events, state = perform(story, at.text, scene, entering)
    leads = tuple(leads_from(story, at, state))
    passed = bool(leads) and isinstance(at.exit, Onward) and not any(isinstance(event, Paragraph) for event in events)
    past = None if passed else skip_over(at, entering)
    return Successors(events, leads, Successor(Skipped(), past) if past else None)


def leads_from(story: Story, scene: Scene, state: State) -> Iterator[Successor]:
    """The ways out of a scene in the state at its end: the options that can be taken, in order, or where it leads on."""
    match scene.exit:
        case Menu():
            for choice, enabled in offered(scene, state):
                if enabled:
                    yield Successor(Chosen(choice.id), take_option(story, scene, choice, state))
        case Onward():
            if to := lead_on(scene, state):
                yield Successor(ReadOn(), to)
        case End() | Passage():
            pass
        case _:
            assert_never(scene.exit)
