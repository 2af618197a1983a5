"""How the player likes it: every setting a row, stepped through left and right, and in force at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType
from typing import Any

from game.play.situation import TextRun
from game.saves.preferences import Preferences
from game.story.model import Story
from game.ui.column.browsing import Browsing
from game.ui.column.column import Column
from game.ui.column.content import Label
from game.ui.column.layout import lay_out
from game.ui.scenery.scenery import Scenery
from game.ui.screens.context import Context
from game.ui.screens.item import Item, rows_of
from game.ui.screens.menus.menu import MenuScreen, heading
from game.ui.screens.screen import Pop, ScreenChange, SetPreferences


def _per_cent(value: Any) -> str:
    return f"{value} %"


def _volume(value: Any) -> str:
    return _per_cent(value) if value else "silent"


def _switch(value: Any) -> str:
    return "on" if value else "off"


# What each setting is called, and how its values are.
SHOWN: Mapping[str, tuple[str, Callable[[Any], str]]] = MappingProxyType(
    {
        "text_size": ("Text size", _per_cent),
        "typeface": (
            "Typeface",
            {"serif": "Garamond", "sans": "Alegreya Sans", "dyslexia": "OpenDyslexic"}.__getitem__,
        ),
        "text_speed": ("Text speed", str),
        "silence": ("Time to answer", {"usual": "as written", "slow": "twice as long", "off": "no limit"}.__getitem__),
        "by_itself": (
            "Pages turn by themselves",
            {"off": "off", "slow": "slowly", "usual": "evenly", "fast": "quickly"}.__getitem__,
        ),
        "music": ("Music", _volume),
        "ambience": ("Ambience", _volume),
        "sounds": ("Sounds", _volume),
        "interface": ("Interface", _volume),
        "mono": ("Mono", _switch),
        "captions": ("Captions of sounds", _switch),
        "reduce_motion": ("Reduce motion", _switch),
        "full_screen": ("Full screen", _switch),
    }
)
FIRST = next(iter(SHOWN))


@dataclass(frozen=True, slots=True)
class SettingsScreen(MenuScreen):
    """Every setting in a row of its own."""

    behind: Scenery
    browsing: Browsing = field(default=Browsing(focus=FIRST), kw_only=True)

    def scenery(self, _: Story, /) -> Scenery:
        """The scene that it lay over, as it was."""
        return self.behind

    def items(self, context: Context) -> tuple[Item, ...]:
        """A row that steps either way for each setting, and the way back."""
        return *(_item(setting, context.preferences) for setting in SHOWN), Item.of("Back", Pop)

    def column(self, context: Context) -> Column:
        """The settings with their values as they are."""
        texts = [heading(context.type, "Settings")]
        return lay_out(context.type, self.behind.side, texts, rows_of(self.items(context), close=True))


def _item(setting: str, preferences: Preferences) -> Item:
    name, shown = SHOWN[setting]
    label = Label(setting, (TextRun(name),), value=shown(getattr(preferences, setting)), ways=preferences.ways(setting))
    more, less = (partial(_stepped, preferences, setting, by) for by in (1, -1))
    return Item(label, more, less)


def _stepped(preferences: Preferences, setting: str, by: int) -> ScreenChange:
    return SetPreferences(preferences.stepped(setting, by))
