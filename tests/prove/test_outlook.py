"""The outlook says of every situation what playing on from it in every way there is would show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import combinations, permutations

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from game.play.playthrough import start
from game.play.situation import Situation
from game.play.state import State, beginning
from game.prove.explore.backwards import Backwards
from game.prove.explore.outlook import Outlook
from game.prove.plays.successors import Chosen, Successor, successors
from game.prove.program.slots import Slots
from game.prove.sets.bdds import Bdds
from game.prove.sets.bitsets import Bitsets
from game.story.model import End, Story
from tests.prove.small import ENDINGS, small_stories
from tests.saves.runs import real_story

MOST = 400
Key = tuple[str, tuple[int, ...]]
often = settings(suppress_health_check=list(HealthCheck), deadline=None)


@dataclass
class Played:
    """Every situation that the story can be in, and what each leads to."""

    story: Story
    at: dict[Key, State] = field(default_factory=dict)
    ways: dict[Key, list[tuple[Successor, Key]]] = field(default_factory=dict)

    def key(self, scene: str, state: State) -> Key:
        return scene, tuple(Slots(self.story).numbers(state))

    def explore(self, scene: str, state: State) -> bool:
        """Whether all that follows could be written down."""
        waiting = [(self.key(scene, state), state)]
        while waiting:
            here, known = waiting.pop()
            if here in self.at:
                continue
            self.at[here], self.ways[here] = known, []
            if len(self.at) > MOST:
                return False
            found = successors(self.story, here[0], known)
            for lead in (*found.leads, *([found.skip] if found.skip else [])):
                goal = self.key(lead.to.goal, lead.to.state)
                self.ways[here].append((lead, goal))
                waiting.append((goal, lead.to.state))
        return True

    def choices_to(self, ending: str) -> dict[Key, int]:
        """For each situation from which the ending can be met, the fewest choices that it takes."""
        away = {here: 0 for here in self.at if self.story.scenes[here[0]].exit == End(ending)}
        changed = True
        while changed:
            changed = False
            for here, ways in self.ways.items():
                for lead, goal in ways:
                    if goal in away and away[goal] + isinstance(lead.how, Chosen) < away.get(here, MOST):
                        away[here] = away[goal] + isinstance(lead.how, Chosen)
                        changed = True
        return away


def all_played(story: Story) -> Played | None:
    """Everything that can follow in a play before which any of the endings were met; None if that is a lot."""
    played = Played(story)
    beginnings = [beginning(story, frozenset(met)) for n in range(len(ENDINGS) + 1) for met in combinations(ENDINGS, n)]
    return played if all(played.explore(story.start, each) for each in beginnings) else None


def situation(scene: str, state: State) -> Situation:
    return Situation(scene, state.values, state.visits, state.chosen, state.ended)


def compare(story: Story) -> None:
    played = all_played(story)
    if played is None:
        return
    outlook = Outlook(story)
    for ending in ENDINGS:
        away = played.choices_to(ending)
        for here, state in played.at.items():
            at = situation(here[0], state)
            assert outlook.can_meet(ending, at) == (here in away)
            assert outlook.choices_away(ending, at) == away.get(here)
            keeping = [lead.how.choice for lead, to in played.ways[here] if isinstance(lead.how, Chosen) and to in away]
            assert list(outlook.options(ending, at)) == keeping
        for met in (frozenset[str](), frozenset(ENDINGS[:1]), frozenset(ENDINGS[1:])):
            assert outlook.earlier(ending, met) == earlier(played, ending, met)


def earlier(played: Played, ending: str, met: frozenset[str]) -> tuple[str, ...] | None:
    """What must be met before, found by trying all orders in which the others can be met."""
    for count in range(len(ENDINGS) + 1):
        for plays in permutations(ENDINGS, count):
            if all(can_begin(played, each, met | set(plays[:n])) for n, each in enumerate((*plays, ending))):
                return plays
    return None


def can_begin(played: Played, ending: str, met: frozenset[str]) -> bool:
    return played.key(played.story.start, beginning(played.story, met)) in played.choices_to(ending)


@often
@given(small_stories())
def test_it_says_what_playing_everything_shows(story: Story) -> None:
    compare(story)


@often
@given(small_stories())
def test_it_does_so_with_decision_diagrams_in_place_of_bits(story: Story) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Bitsets, "fit", staticmethod(lambda _: False))
        compare(story)


def where_it_is(self: object, slot: int, table: Sequence[int]) -> Callable[[object], object]:
    """As though nothing were ever changed."""
    return lambda of: of


def no_choice(self: object, found: object, new: object) -> dict[str, object]:
    """As though no choice led anywhere."""
    return {}


@pytest.mark.parametrize(
    ("owner", "rule", "broken"),
    [(Bdds, "preimage", where_it_is), (Bitsets, "preimage", where_it_is), (Backwards, "choices_before", no_choice)],
)
def test_a_broken_rule_is_caught(
    owner: type, rule: str, broken: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owner, rule, broken)
    if owner is Bdds:
        monkeypatch.setattr(Bitsets, "fit", staticmethod(lambda _: False))

    @settings(often, max_examples=2_000, derandomize=True, database=None, phases=[Phase.generate])
    @given(small_stories())
    def look(story: Story) -> None:
        compare(story)

    with pytest.raises(AssertionError):
        look()


def test_what_takes_too_much_to_hold_is_not_known_and_nothing_is_said_of_it() -> None:
    story = real_story()
    narrow, at = Outlook(story, most_nodes=600), start(story).now
    unknown = [ending for ending in story.endings if not narrow.known(ending)]
    assert unknown
    assert not any(narrow.can_meet(ending, at) for ending in unknown)
    assert {narrow.choices_away(ending, at) for ending in unknown} == {None}


def test_of_the_real_story_every_ending_is_open_at_the_beginning_and_each_is_as_far_as_its_shortest_route() -> None:
    story = real_story()
    outlook, at = Outlook(story), start(story).now
    assert outlook.endings(at) == tuple(story.endings)
    assert {ending: outlook.choices_away(ending, at) for ending in ("bloody_end", "crater", "home", "believed")} == {
        "bloody_end": 6,
        "crater": 12,
        "home": 29,
        "believed": 30,
    }


def test_an_option_that_gives_an_ending_up_is_not_among_those_that_keep_it() -> None:
    story = real_story()
    outlook, at = Outlook(story), start(story).now
    assert outlook.options("home", at) == ("hold", "break_it")
    assert outlook.options("believed", at) == ("hold",)


def test_it_is_prepared_in_small_steps() -> None:
    story = real_story()
    outlook = Outlook(story)
    assert sum(1 for _ in outlook.prepare()) > 1_000
    assert sum(1 for _ in outlook.prepare()) == 0
