"""Whatever is done, in whatever order, at whatever size: the game goes on, and can say what can be taken."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, TypeAlias

import pytest

from game.authoring.load import load
from game.play.playthrough import Origin
from game.saves.keeper import Keeper
from game.ui.input.intents import (
    Adjust,
    Advance,
    Back,
    ChooseOption,
    Click,
    Confirm,
    CycleFocus,
    Drag,
    Find,
    Forward,
    Hover,
    Intent,
    MoveFocus,
    QuickLoad,
    QuickSave,
    ResizeText,
    Rewind,
    ScrollLines,
    ScrollWindows,
    ShowHelp,
    ShowHistory,
    ShowSaves,
    SkipAhead,
    SkipScene,
    ToggleAutoTurn,
    TypeText,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import Player

    Seat: TypeAlias = Callable[..., Player]

STORY = Path(__file__).resolve().parents[2] / "story"
ONWARD: list[Intent] = [
    Advance(),
    Confirm(),
    MoveFocus(1),
    ChooseOption(1),
    ChooseOption(2),
    ChooseOption(3),
    ChooseOption(4),
]
OTHER: list[Intent] = [
    Adjust(1),
    Adjust(-1),
    Back(),
    CycleFocus(1),
    CycleFocus(-1),
    ResizeText(1),
    ResizeText(-1),
    MoveFocus(-1),
    ShowHelp(),
    ScrollWindows(1),
    ScrollWindows(-1),
    Rewind(),
    ScrollLines(3),
    ScrollLines(-5),
    SkipScene(),
    Find(),
    Forward(),
    SkipAhead(),
    SkipAhead(unread=True),
    QuickLoad(),
    QuickSave(),
    ShowHistory(),
    ShowSaves(writing=True),
    ShowSaves(writing=False),
    ToggleAutoTurn(),
    TypeText("spike"),
]


@pytest.fixture
def dark() -> bool:
    """Nothing is read from a picture here."""
    return True


@pytest.mark.parametrize("seed", range(int(os.environ.get("ANYTHING", "4"))))
def test_whatever_is_done_the_game_goes_on(seed: int, play: Seat, tmp_path: Path) -> None:
    story = load(STORY).story
    assert story
    random = Random(seed)
    keeper = Keeper(tmp_path, story)
    player = play(story, origin=Origin(story.start) if seed % 2 else None, keeper=keeper)
    seen = set[str]()
    for _ in range(250):
        if not player.game.open:
            player = play(story, keeper=keeper)
        kind = random.random()
        x, y = random.randrange(1600), random.randrange(1000)
        if kind < 0.02:
            player.resize((random.randrange(320, 2000), random.randrange(240, 1400)))
        elif kind < 0.15:
            pointed: list[Intent] = [Click(x, y), Hover(x, y), Drag(y - 500)]
            player.game.take(random.choice(pointed))
        else:
            player.game.take(random.choice(ONWARD if kind < 0.75 else OTHER))
        if player.game.open:
            player.game.frame(random.choice([0, 0.02, 0.25]))
            seen.add(type(player.screen).__name__)
            told = player.screen.focusables(player.context)
            assert len({each.key for each in told}) == len(told)
            assert all(each.spoken.strip() for each in told)
            assert sum(each.focused for each in told) <= 1
    assert len(seen) >= 3, "it got around"
