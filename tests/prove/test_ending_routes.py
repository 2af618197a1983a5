"""Routes told by the outlook are as short as those found in what is reachable, can be played, and have the words told."""

from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings

from game.play.opening import open_page
from game.play.playthrough import Origin, Playthrough, ending_of, read_on, show_whole, skip, start, take
from game.play.progress import counted, words_on
from game.prove.explore import ending_routes
from game.prove.explore.ending_routes import EndingRoutes
from game.prove.explore.outlook import Outlook
from game.prove.explore.proof import prove
from game.story.model import End, Story
from tests.play.plays import menu, option, scene, story
from tests.prove.replay import Player
from tests.prove.small import small_stories


def compare(told: Story) -> None:
    proof, routes = prove(told), EndingRoutes(told)
    for ending in told.endings:
        known = proof.route(partial(proof.targets().ending, ending)) if ending in proof.coverage.endings else None
        assert routes.reachable(ending) == (known is not None)
        found = routes.shortest(ending)
        assert (found is None) == (known is None)
        if found and known:
            assert [len(play) for play in found.route.plays] == [len(play) for play in known.plays]
            assert told.scenes[Player(told).replayed(found.route).page.scene].exit == End(ending)
            if not any(choice.startswith("(skip ") for choice in found.route.plays[-1]):
                assert found.words == words_of(told, found.route.plays)


def words_of(told: Story, plays: tuple[tuple[str, ...], ...]) -> int:
    """The words read in the last of the plays, page by page."""
    ended: frozenset[str] = frozenset()
    for play in plays[:-1]:
        ending = ending_of(told, played(told, play, ended))
        assert ending
        ended |= {ending.id}
    last = played(told, plays[-1], ended)
    return counted(told, last).words + words_on(told, last.now)


def played(told: Story, choices: tuple[str, ...], ended: frozenset[str]) -> Playthrough:
    now, left = start(told, Origin(told.start, ended=ended)), list(choices)
    while True:
        scene = now.now.scene
        if left and left[0] == f"(skip {scene})":
            del left[0]
            now = skip(told, now)
            continue
        now = show_whole(now, open_page(told, now.now).events)
        on = read_on(told, now) or (take(told, now, left.pop(0)) if left else None)
        if on is None:
            return now
        now = on[0]


@settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None)
@given(small_stories())
def test_a_route_is_as_short_as_can_be_and_can_be_played(told: Story) -> None:
    compare(told)


def test_what_takes_too_much_to_hold_is_neither_reached_nor_not(real: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ending_routes, "Outlook", partial(Outlook, most_nodes=600))
    routes = EndingRoutes(real)
    known = {routes.reachable(ending) for ending in real.endings}
    assert None in known
    assert False not in known
    assert all(routes.shortest(ending) is None for ending in real.endings if routes.reachable(ending) is None)


def test_skips_count_on_a_route() -> None:
    """Past two scenes or by one choice: the choice is shorter."""
    told = story(
        scene("door", "One.", way=menu(option("on", "hall"), option("in", "bed")), aftermath="hall"),
        scene("hall", "Two.", way=menu(option("round", "door")), aftermath="bed"),
        scene("bed", "Three.", way=End("home")),
    )
    found = EndingRoutes(told).shortest("home")
    assert found
    assert (found.route.plays, found.words) == ((("in",),), 2)
    assert Outlook(told).choices_away("home", start(told).now) == 0
