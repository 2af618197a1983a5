"""Shares, routes and words, against every route taken one by one."""

import random
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings

from game.play.situation import Paragraph
from game.play.state import State, beginning
from game.prove.plays import odds as odds_module
from game.prove.plays.odds import AllOdds, odds_of
from game.prove.plays.sampling import interval, sample
from game.prove.plays.state_graph import StateGraph
from game.prove.plays.successors import successors
from game.prove.plays.tables import Tables
from game.prove.program.compiler import compiled
from game.story.conditions import Visited
from game.story.model import End, Onward, Story
from game.story.variables import Add
from tests.play.plays import held, menu, option, scene, story
from tests.prove.oracle import Known, TooLarge, _asked, _key, _Player, played
from tests.prove.small import small_stories


def worked_out(told: Story) -> AllOdds:
    found = odds_of(StateGraph(Tables(compiled(told))))
    assert found
    return found


def routes(
    told: Story, scene_id: str, state: State, share: Fraction, words: int
) -> Iterator[tuple[str, Fraction, int]]:
    """Every route from here on: its ending, how likely it is, and the words on it."""
    here = successors(told, scene_id, state)
    words += count(here.events)
    way = told.scenes[scene_id].exit
    if isinstance(way, End):
        yield way.ending, share, words
    for lead in here.leads:
        yield from routes(told, lead.to.goal, lead.to.state, share / len(here.leads), words + count(lead.to.events))


def count(events: tuple[object, ...]) -> int:
    return sum(len(event.text.split()) for event in events if isinstance(event, Paragraph))


def test_the_real_story_begins_as_it_does_route_by_route(first_chapter: Story) -> None:
    by_ending: dict[str, list[tuple[Fraction, int]]] = defaultdict(list)
    for ending, share, words in routes(first_chapter, first_chapter.start, beginning(first_chapter), Fraction(1), 0):
        by_ending[ending].append((share, words))
    found = worked_out(first_chapter)
    assert found.exact
    assert found.never == 0
    for ending, taken in by_ending.items():
        its = found.endings[ending]
        assert its.share == pytest.approx(float(sum(share for share, _ in taken)), rel=1e-12)
        assert its.routes == len(taken)
        assert (its.words_shortest, its.words_longest) == (min(w for _, w in taken), max(w for _, w in taken))
    assert by_ending.keys() == {ending for ending, its in found.endings.items() if its.share}


LOOP = story(
    scene("door", "One two.", way=menu(option("again", "door"), option("in", "hall"), option("out", "yard"))),
    scene("hall", "Three.", way=menu(option("back", "door"), option("sleep", "bed"))),
    scene("bed", "Four five six.", way=End("home")),
    scene("yard", "Seven.", way=menu(option("round", "yard"))),
)


@pytest.mark.parametrize("most_solved", [0, 2_000])
def test_a_loop_is_solved(most_solved: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the door 1/3 goes in and 1/3 out; from the hall 1/2 comes back: 1/3 · 1/2 of 1 - 1/3 - 1/6 are 1/3."""
    monkeypatch.setattr(odds_module, "MOST_SOLVED", most_solved)
    found = worked_out(LOOP)
    home = found.endings["home"]
    assert home.share == pytest.approx(1 / 3, abs=1e-9)
    assert found.never == pytest.approx(2 / 3, abs=1e-9)
    assert found.exact
    assert home.routes is None
    assert (home.words_shortest, home.words_longest) == (6, None)
    assert found.endings["ashes"].share == 0
    assert found.endings["ashes"].routes == 0


def test_a_loop_that_can_be_taken_once_only_has_finitely_many_routes() -> None:
    told = story(
        scene("door", "One.", way=menu(option("look", "door", once=True), option("in", "bed"))),
        scene("bed", "Two.", way=End("home")),
    )
    home = worked_out(told).endings["home"]
    assert (home.share, home.routes, home.words_shortest, home.words_longest) == (1.0, 2, 2, 3)


def test_too_many_situations_are_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(odds_module, "MOST_SITUATIONS", 3)
    assert odds_of(StateGraph(Tables(compiled(LOOP)))) is None


def test_what_is_dead_makes_no_situations() -> None:
    told = story(
        scene("door", "One.", way=menu(option("push", "hall", changes=(Add("trust", 1),)), option("knock", "hall"))),
        scene("hall", "Two.", way=menu(option("sleep", "bed"))),
        scene("bed", "Three.", way=End("home")),
    )
    plays = StateGraph(Tables(compiled(told)))
    assert odds_of(plays)
    assert len(plays) == 3


def after_many_steps(told: Story) -> dict[str, float]:
    """The share of each ending after five thousand scenes of all plays at once, nothing projected."""
    player, asked = _Player(told), _asked(told)
    first = Known({name: each.start for name, each in told.variables.items()}, {}, frozenset(), frozenset())
    known = {_key(told.start, first, asked): (told.start, first)}
    leading: dict[object, list[object]] = {}
    share: dict[object, float] = {_key(told.start, first, asked): 1.0}
    ended: dict[str, float] = defaultdict(float)
    for _ in range(5_000):
        following: dict[object, float] = defaultdict(float)
        for key, likely in share.items():
            scene_id, state = known[key]
            way = told.scenes[scene_id].exit
            if isinstance(way, End):
                ended[way.ending] += likely
                continue
            if key not in leading:
                moves = list(player.moves(told.scenes[scene_id], state))
                moves = [move for move in moves if move[3] is not None or move[0] == 0]  # nothing is skipped
                leading[key] = [_key(goal, after, asked) for _, goal, after, _, _ in moves]
                known |= {_key(goal, after, asked): (goal, after) for _, goal, after, _, _ in moves}
            for goal in leading[key]:
                following[goal] += likely / len(leading[key])
        share = {key: likely for key, likely in following.items() if likely > 1e-9}
        if not share:
            break
    return ended


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(small_stories())
def test_shares_are_what_comes_of_playing_for_long(told: Story) -> None:
    try:
        played(told)
    except TooLarge:
        return
    found, ended = worked_out(told), after_many_steps(told)
    for ending, its in found.endings.items():
        assert its.share == pytest.approx(ended[ending], abs=1e-4)


def test_random_plays_come_near_the_shares(first_chapter: Story) -> None:
    tables, draw = Tables(compiled(first_chapter)), random.Random(7).getrandbits
    walks = [sample(tables, draw) for _ in range(4_000)]
    for ending, its in worked_out(first_chapter).endings.items():
        low, high = interval(sum(walk.ending == ending for walk in walks), len(walks))
        assert low - 0.01 <= its.share <= high + 0.01
    longest = max(its.words_longest or 0 for its in worked_out(first_chapter).endings.values())
    assert all(walk.words <= longest and not walk.unfinished for walk in walks)


def test_a_walk_that_goes_round_is_left_and_one_that_is_stuck_says_so() -> None:
    round_ = story(scene("door", "One.", way=menu(option("again", "door"))))
    assert sample(Tables(compiled(round_)), random.Random(1).getrandbits).unfinished
    stuck = story(
        scene("door", "One.", way=menu(option("in", "bed", condition=held("lit", True)))),
        scene("bed", "Two.", way=Onward(())),
    )
    walk = sample(Tables(compiled(stuck)), random.Random(1).getrandbits)
    assert (walk.ending, walk.words, walk.unfinished) == (None, 1, False)


def test_visits_that_nothing_asks_about_make_no_situations() -> None:
    told = story(
        scene("door", "One.", way=menu(option("again", "door"), option("in", "bed", condition=Visited("door")))),
        scene("bed", "Two.", way=End("home")),
    )
    plays = StateGraph(Tables(compiled(told)))
    assert odds_of(plays)
    assert len(plays) == 3
