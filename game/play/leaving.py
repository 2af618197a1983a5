"""The ways out of a scene: which there are in a state, and where each leads. The one place where an option is taken."""

from dataclasses import dataclass

from game.play.perform import perform
from game.play.situation import Event
from game.play.state import State
from game.story.conditions import holds
from game.story.model import Choice, Scene, Story, choices_of, forks_of
from game.story.variables import changed


@dataclass(frozen=True, slots=True)
class Transition:
    """A scene was left: for which, what is known from then on, and what is read on the way."""

    goal: str
    state: State
    events: tuple[Event, ...] = ()


def offered(scene: Scene, state: State) -> tuple[tuple[Choice, bool], ...]:
    """The choices that show at the end of the scene, silence last, and whether each can be taken; none without a menu.

    A choice already taken that is to be taken `once` does not show; one whose condition fails shows only
    if it says why.
    """
    shown = []
    for choice in choices_of(scene.exit):
        if choice.once and (scene.id, choice.id) in state.chosen:
            continue
        enabled = choice.condition is None or holds(choice.condition, state)
        if enabled or choice.locked is not None:
            shown.append((choice, enabled))
    return tuple(shown)


def onward(scene: Scene, state: State) -> str | None:
    """Where reading on leads from the end of the scene, if anywhere."""
    return next(
        (fork.go for fork in forks_of(scene.exit) if fork.condition is None or holds(fork.condition, state)), None
    )


def take_option(story: Story, scene: Scene, choice: Choice, state: State) -> Transition:
    """The scene left by this option, which can be taken in `state`, the one at the end of the scene.

    Its changes are made before its `then` is read; only after that does the scene count as left, and it as taken.
    """
    changes = changed(state.values, choice.changes, story.variables)
    events, after = perform(story, choice.then, scene.id, state.valued(changes))
    return Transition(choice.go, after.left_by(scene.id, choice), events)


def lead_on(scene: Scene, state: State) -> Transition | None:
    """The scene left by reading on, where it leads on by itself in `state`, the one at its end."""
    goal = onward(scene, state)
    return None if goal is None else Transition(goal, state.left(scene.id))


def skip_over(scene: Scene, entering: State) -> Transition | None:
    """The scene left unread for its aftermath, if it has one: it does not count as left, and nothing of it happened."""
    return None if scene.aftermath is None else Transition(scene.aftermath, entering)
