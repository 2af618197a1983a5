"""Every verdict of the proof, against small stories played out by brute force."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from game.play.state import State
from game.prove.explore.proof import Proof, prove
from game.prove.explore.readings import Alternative, Braces
from game.prove.explore.traps import first_scene
from game.prove.program.slots import OfVariable
from game.prove.sets.space import Members, Space
from game.story.model import Story
from tests.prove.naming import said
from tests.prove.oracle import Oracle, TooLarge, played
from tests.prove.sets.spaces import KINDS, held_as
from tests.prove.small import small_stories

STUMBLES = ("space-stray", "stop-stray", "marks-empty", "words-glued", "paragraph-bare", "wordless", "alike", "blank")

EACH = Braces.each

often = settings(max_examples=150, suppress_health_check=list(HealthCheck))


def values_taken(proof: Proof) -> set[tuple[str, object]]:
    taken = set[tuple[str, object]]()
    for slot, number in proof.coverage.values:
        of = proof.program.slots.all[slot]
        assert isinstance(of, OfVariable)
        taken.add((of.variable.name, of.value(number)))
    return taken


def told_apart(proof: Proof, oracle: Oracle) -> Iterator[tuple[object, ...]]:
    """The situations that were played, by what their futures can tell apart."""
    for scene, known in oracle.situations.values():
        state = State(known.values, known.visits, known.chosen, known.ended)
        yield scene, *proof.transfer.situation(scene, state)


def whole(story: Story) -> Oracle | None:
    """All that happens in it; None where that is too much."""
    try:
        return played(story)
    except TooLarge:
        return None


def compare(story: Story, oracle: Oracle, met: Counter[str] | None = None) -> None:
    proof = prove(story)
    assert proof.complete
    verdicts = said(proof)
    assert {path for path, (is_met, _) in verdicts.items() if is_met} == set(oracle.met)
    assert proof.situations == len(set(told_apart(proof, oracle)))
    assert set(proof.coverage.stuck) == oracle.stuck
    assert {first_scene(proof.transfer, trap) for trap in proof.traps} == oracle.traps
    assert values_taken(proof) == oracle.values
    assert {(page.id, offer.choice.id) for page, _, offer in proof.same} == oracle.same
    alike = {(page.id, other.choice.id, offer.choice.id) for page, other, offer, _ in proof.alike}
    assert alike == oracle.alike
    assert {page.id for page, _ in proof.blank} == oracle.blank
    for path, (is_met, targets) in verdicts.items():
        if is_met and targets is not None:
            route = proof.route(targets)
            assert route is not None
            assert (len(route.plays) - 1, len(route.plays[-1])) == oracle.met[path]
            if met is not None:
                met[f"route of {len(route.plays)}"] += 1
    if met is not None:
        met["stuck"] += bool(oracle.stuck)
        met["trap"] += bool(oracle.traps)
        met["alike"] += bool(oracle.alike)
        met["blank"] += bool(oracle.blank)
        met.update({event[-2] for event in oracle.met if "stumble" in event})
        met["wordless"] += any(event[-1] == "wordless" for event in oracle.met)
        met["false choice"] += bool(oracle.same)
        met["skip"] += any(scene.aftermath for scene in story.scenes.values())


@often
@given(small_stories())
def test_the_proof_says_what_playing_everything_shows(story: Story) -> None:
    if oracle := whole(story):
        compare(story, oracle)


def test_it_does_so_however_sets_are_held() -> None:
    met: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS[1:]}

    @seed(5)  # whose stories are as rich as any, and hardly one of them too large to be played
    @settings(often, database=None)
    @given(small_stories())
    def look(story: Story) -> None:
        if oracle := whole(story):
            for kind, counts in met.items():
                with held_as(kind):
                    compare(story, oracle, counts)

    look()
    kinds = ("stuck", "trap", "false choice", "skip", "route of 1", "route of 2", *STUMBLES)
    for kind, counts in met.items():
        assert {each: counts[each] for each in kinds if counts[each] < 5} == {}, kind


def heedless(braces: Braces, _: object, members: Members) -> Iterator[tuple[Alternative, Members]]:
    """Every way, as though conditions had nothing to do with one another."""
    return ((way, members) for way in braces.ways)


def forgetful(braces: Braces, space: Space, members: Members) -> Iterator[tuple[Alternative, Members]]:
    """The first way only."""
    return islice(EACH(braces, space, members), 1)


@pytest.mark.parametrize("wrong", [heedless, forgetful])
def test_a_proof_that_finds_too_much_to_stumble_over_or_too_little_is_caught(
    wrong: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Braces, "each", wrong)

    @settings(often, derandomize=True, database=None, phases=[Phase.generate])
    @given(small_stories())
    def look(story: Story) -> None:
        if oracle := whole(story):
            compare(story, oracle)

    with pytest.raises(AssertionError):
        look()
