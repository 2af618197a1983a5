"""What the player's own touches sound like."""

import pytest

from game.saves.preferences import Preferences
from game.ui.input.intents import Advance, Back, Confirm, Focus, Intent
from game.ui.scenery.scenery import Scenery
from game.ui.screens.reading.hide_text import Gaze
from game.ui.screens.screen import Become, Change, Home, Leave, Pop, Prefer, Push
from game.ui.stack.ui_sounds import touch_of

SCREEN = Gaze(Scenery())


@pytest.mark.parametrize(
    ("intent", "change", "touch"),
    [
        (Confirm(), Push(SCREEN), "open"),
        (Back(), Pop(), "back"),
        (Confirm(), Home(), "back"),
        (Confirm(), Prefer(Preferences()), "move"),
        (Focus(1), Become(SCREEN), "move"),
        (Advance(), Become(SCREEN), None),
        (Confirm(), Leave(), None),
        (Focus(1), None, None),
    ],
)
def test_a_touch_sounds_like_what_came_of_it(intent: Intent, change: Change | None, touch: str | None) -> None:
    assert touch_of(intent, change) == touch
