"""Of a window that is drawn in the dark, no test reads a picture by mistake."""

from collections.abc import Callable

import pytest

from tests.ui.conftest import Player, Tale


@pytest.mark.parametrize("look", [lambda player: player.window.canvas, lambda player: player.picture])
def test_to_look_at_what_is_drawn_in_the_dark_fails(
    look: Callable[[Player], object], tale: Tale, play: Callable[..., Player]
) -> None:
    player = play(tale.simple(), dark=True)
    player.begin()
    with pytest.raises(AssertionError, match="in the dark"):
        look(player)
    player.pane.dark = False
    look(player)
