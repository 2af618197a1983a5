"""What a touch of the player's sounds like: by what was meant, and what came of it."""

from game.ui.input.intents import Adjust, Advance, Back, Focus, Intent, Rewind
from game.ui.screens.screen import Become, Change, Home, Leave, Pop, Prefer, Push, Read


def touch_of(intent: Intent, change: Change | None) -> str | None:
    """The name of the sound; none where nothing was taken, or words only come on."""
    match change:
        case Push():
            return "open"
        case Pop() | Home():
            return "back"
        case Prefer():
            return "move"
        case Read() if isinstance(intent, Rewind | Back):
            return "back"
        case Read() if isinstance(intent, Advance | Adjust):
            return "page"
        case Read():
            return "choose"
        case Become() if isinstance(intent, Focus):
            return "move"
        case Become() | Leave() | None:
            return None
        case _:
            return "choose"
