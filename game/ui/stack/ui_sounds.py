"""What a touch of the player's sounds like: by what was meant, and what came of it."""

from typing import assert_never

from game.ui.input.intents import Adjust, Advance, Back, Intent, MoveFocus, Rewind
from game.ui.screens.screen import (
    Become,
    DeleteSave,
    GoToTitle,
    LoadSave,
    Notify,
    OpenSaves,
    Pop,
    Push,
    QuitGame,
    RevisitEnding,
    SaveTo,
    ScreenChange,
    SetPreferences,
    TurnTo,
)


def ui_sound_of(intent: Intent, change: ScreenChange | None) -> str | None:
    """The name of the sound; none where nothing was taken, or words only come on."""
    match change:
        case Push():
            return "open"
        case Pop() | GoToTitle():
            return "back"
        case SetPreferences():
            return "move"
        case TurnTo() if isinstance(intent, Rewind | Back):
            return "back"
        case TurnTo() if isinstance(intent, Advance | Adjust):
            return "page"
        case TurnTo():
            return "choose"
        case Become() if isinstance(intent, MoveFocus):
            return "move"
        case Become() | QuitGame() | None:
            return None
        case OpenSaves() | SaveTo() | LoadSave() | DeleteSave() | RevisitEnding() | Notify():
            return "choose"
        case other:
            assert_never(other)
