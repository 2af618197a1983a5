"""Whatever happens in a play of a story, the proof says that it can."""

from hypothesis import HealthCheck, given, settings

from game.play.page import Finished, page_of
from game.play.playthrough import Origin
from game.prove.explore.proof import prove
from game.prove.program.ir import MenuIr
from tests.play.generated import Walk, options_of, walks


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(walks())
def test_what_is_met_was_said_to_be_met(walk: Walk) -> None:
    proof = prove(walk.story)
    offers = {
        (page.id, offer.choice.id): offer
        for page in proof.program.scenes.values()
        if isinstance(page.exit, MenuIr)
        for offer in page.exit.options
    }
    for playthrough in Walk(walk.story, Origin(walk.story.start), walk.moves):
        page = page_of(walk.story, playthrough)
        assert page.scene in proof.coverage.scenes
        if isinstance(page.next, Finished):
            assert page.next.ending.id in proof.coverage.endings
        for option in options_of(page):
            offer = offers[page.scene, option.id]
            assert offer in proof.coverage.offered
            assert offer in (proof.coverage.enabled if option.enabled else proof.coverage.fails)
        if options_of(page) and not any(option.enabled for option in options_of(page)):
            assert page.scene in proof.coverage.stuck
