"""What the player's own touches sound like."""

import pytest

from game.saves.preferences import Preferences
from game.ui.input.intents import Advance, Back, Confirm, Intent, MoveFocus
from game.ui.scenery.scenery import Scenery
from game.ui.screens.reading.hide_text import HiddenText
from game.ui.screens.screen import Become, GoToTitle, Pop, Push, QuitGame, ScreenChange, SetPreferences
from game.ui.stack.ui_sounds import ui_sound_of

SCREEN = HiddenText(Scenery())


@pytest.mark.parametrize(
    ("intent", "change", "touch"),
    [
        (Confirm(), Push(SCREEN), "open"),
        (Back(), Pop(), "back"),
        (Confirm(), GoToTitle(), "back"),
        (Confirm(), SetPreferences(Preferences()), "move"),
        (MoveFocus(1), Become(SCREEN), "move"),
        (Advance(), Become(SCREEN), None),
        (Confirm(), QuitGame(), None),
        (MoveFocus(1), None, None),
    ],
)
def test_a_touch_sounds_like_what_came_of_it(intent: Intent, change: ScreenChange | None, touch: str | None) -> None:
    assert ui_sound_of(intent, change) == touch
