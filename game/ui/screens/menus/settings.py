"""How the player likes it: every setting a row, stepped through left and right, and in force at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from game.play.situation import Run
from game.story.model import Story
from game.ui.column.browsing import Browsing, Taken
from game.ui.column.content import Label, Rows
from game.ui.column.layout import Column, lay_out
from game.ui.scenery.scenery import Scenery
from game.ui.screens.context import Context
from game.ui.screens.menus.menu import MenuScreen, heading
from game.ui.screens.screen import Pop, SetPreferences, Transition

BACK = Label.of(0, "Back")


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
NAMES = tuple(SHOWN)  # row n + 1 is the nth


@dataclass(frozen=True, slots=True)
class SettingsScreen(MenuScreen):
    behind: Scenery
    browsing: Browsing = field(default=Browsing(focus=1), kw_only=True)

    def scenery(self, _: Story, /) -> Scenery:
        return self.behind

    def take(self, taken: Taken, context: Context) -> Transition | None:
        if taken.key == BACK.key:
            return Pop()
        return SetPreferences(context.preferences.stepped(NAMES[taken.key - 1], taken.by))

    def column(self, context: Context) -> Column:
        type, preferences = context.type, context.preferences
        texts = [heading(type, "Settings")]
        rows = tuple(
            Label(number, (Run(name),), value=shown(getattr(preferences, setting)), ways=preferences.ways(setting))
            for number, (setting, (name, shown)) in enumerate(SHOWN.items(), start=1)
        )
        return lay_out(type, self.behind.side, texts, Rows((*rows, BACK), close=True))
