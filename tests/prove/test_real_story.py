"""The real story is proved whole, and the route to what can be reached in it leads there when it is played.

To everything takes minutes: `ROUTES_EVERY=1` does, and else one line in twelve is tried, and one option in six.
"""

import os
from collections.abc import Iterator
from functools import partial

import pytest

from game.play.page import Finished
from game.prove.explore.proof import Proof, prove
from game.prove.findings.messages import findings
from game.prove.program.ir import LineIr, MenuIr
from game.story.model import Line, Menu, Story, all_blocks
from tests.play.generated import options_of
from tests.prove.replay import Player

EVERY = int(os.environ.get("ROUTES_EVERY", "12"))


@pytest.fixture(scope="module")
def proof(real: Story) -> Proof:
    return prove(real)


@pytest.fixture(scope="module")
def player(real: Story) -> Player:
    return Player(real)


def lines(story: Story) -> Iterator[Line]:
    for scene in story.scenes.values():
        yield from (block for block in all_blocks(scene) if isinstance(block, Line))


def test_it_has_no_errors(proof: Proof) -> None:
    assert proof.complete
    assert [each for each in findings(proof) if each.is_error] == []


def test_every_ending(real: Story, proof: Proof, player: Player) -> None:
    spots = proof.targets()
    for ending in real.endings:
        route = proof.route(partial(spots.ending, ending))
        assert route is not None
        last = player.replayed(route).page.next
        assert isinstance(last, Finished)
        assert last.ending.id == ending


def test_every_option(real: Story, proof: Proof, player: Player) -> None:
    spots = proof.targets()
    offers = [
        (page, offer)
        for page in proof.program.scenes.values()
        for offer in (page.exit.options if isinstance(page.exit, MenuIr) else ())
    ]
    assert len(offers) == sum(len(s.exit.every()) for s in real.scenes.values() if isinstance(s.exit, Menu))
    for page, offer in offers[:: max(1, EVERY // 2)]:
        route = proof.route(partial(spots.enabled, page, offer))
        assert route is not None
        last = player.replayed(route).page
        assert last.scene == page.id
        assert offer.choice.id in {option.id for option in options_of(last) if option.enabled}


def test_every_line(real: Story, proof: Proof, player: Player) -> None:
    spots = proof.targets()
    shows = [part for part in spots.parts() if isinstance(part, LineIr)]
    assert {show.line.at for show in shows} == {line.at for line in lines(real)}
    for show in shows[::EVERY]:
        route = proof.route(partial(spots.part, show))
        assert route is not None
        assert show.line.at in player.replayed(route).read
