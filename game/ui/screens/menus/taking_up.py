"""A saved run taken up again: where its steps lead in today's story, or a question, if that is somewhere else."""

from dataclasses import replace

from game.play.timeline import Timeline
from game.saves.runs.replay import LoadedRun
from game.ui.scenery.scenery import Scenery
from game.ui.screens.menus.ask import AskScreen
from game.ui.screens.screen import Push, ScreenChange, TurnTo


def taken_up(loaded: LoadedRun, behind: Scenery) -> ScreenChange:
    """What follows from loading it. Where the steps lead elsewhere, going on where it was is offered if that can be."""
    if loaded.called:
        said = f"This run was begun in a story called ‘{loaded.called}’, which has the same id as this one."
        then = taken_up(replace(loaded, called=""), behind)
        return Push(AskScreen("Another story?", said, "Go on with it here", "Leave it", then, behind))
    there = _at(loaded.timeline)
    if loaded.same or loaded.onward is None:
        return there
    said = loaded.cause or "Its steps lead to another place, or leave you knowing other things."
    return Push(
        AskScreen(
            "The story has changed",
            said,
            "Go on where you were",
            "Go on from there",
            _at(Timeline(loaded.onward)),
            behind,
            there,
        )
    )


def _at(timeline: Timeline) -> TurnTo:
    return TurnTo(timeline, timeline.at.now.position)
