"""What some keys do on every screen alike: they lead to other screens, or change how the player likes it."""

from dataclasses import replace
from typing import assert_never

from game.saves.preferences import Preferences
from game.saves.slots.names import QUICK
from game.story.model import Story
from game.ui.input.intents import (
    FocusIntent,
    FullScreen,
    GameIntent,
    HideText,
    Intent,
    PointerIntent,
    QuickLoad,
    ResizeText,
    ScreenIntent,
    ScrollIntent,
    ShowHelp,
    ShowSaves,
    StoryIntent,
    ToggleAutoTurn,
)
from game.ui.screens.menus.help import HelpScreen
from game.ui.screens.menus.saves import SavesScreen
from game.ui.screens.reading.hide_text import HiddenText
from game.ui.screens.screen import LoadSave, OpenSaves, Push, Screen, ScreenChange, SetPreferences


def shortcut(intent: Intent, screen: Screen, story: Story, preferences: Preferences) -> ScreenChange | None:
    """What it changes whatever the screen on top is; None where that is the screen's to say."""
    match intent:
        case FullScreen():
            return SetPreferences(preferences.stepped("full_screen", 1))
        case ResizeText(0):
            return SetPreferences(replace(preferences, text_size=Preferences().text_size))
        case ResizeText(by):
            return SetPreferences(preferences.stepped("text_size", by))
        case ToggleAutoTurn():
            return SetPreferences(replace(preferences, by_itself="usual" if preferences.by_itself == "off" else "off"))
        case ShowHelp() if not isinstance(screen, HelpScreen | HiddenText):
            return Push(HelpScreen(replace(screen.scenery(story), tremor=None)))
        case HideText() if not isinstance(screen, HiddenText):
            return Push(HiddenText(screen.scenery(story)))
        case ShowSaves(writing) if not isinstance(screen, SavesScreen):
            return OpenSaves(writing)
        case QuickLoad():
            return LoadSave(QUICK)
        case StoryIntent() | FocusIntent() | ScrollIntent() | PointerIntent() | ScreenIntent() | GameIntent():
            return None
        case other:
            assert_never(other)
