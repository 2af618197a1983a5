"""What a play knows at one point of it. A frozen value: whoever goes on from it makes another."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.story.model import Choice, Story
from game.story.variables import Value


@dataclass(frozen=True, slots=True)
class State:
    """All that conditions may ask about. Nobody changes the mappings once a state holds them.

    `visits` says how often each scene was left, where it was; `chosen` are the options taken, as (scene, choice), and
    `ended` the endings that earlier plays met.
    """

    values: Mapping[str, Value]
    visits: Mapping[str, int]
    chosen: frozenset[tuple[str, str]]
    ended: frozenset[str]

    def valued(self, values: Mapping[str, Value]) -> "State":
        """The same with these values."""
        return State(values, self.visits, self.chosen, self.ended)

    def left(self, scene: str) -> "State":
        """The same after the scene was left once more."""
        return State(self.values, _once_more(self.visits, scene), self.chosen, self.ended)

    def left_by(self, scene: str, choice: Choice) -> "State":
        """The same after the scene was left once more, by this option of it."""
        return State(self.values, _once_more(self.visits, scene), self.chosen | {(scene, choice.id)}, self.ended)


def beginning(story: Story, ended: frozenset[str] = frozenset()) -> State:
    """What is known as a play begins, when these endings were met before."""
    return State({name: each.start for name, each in story.variables.items()}, {}, frozenset(), ended)


def _once_more(visits: Mapping[str, int], scene: str) -> Mapping[str, int]:
    return {**visits, scene: visits.get(scene, 0) + 1}
