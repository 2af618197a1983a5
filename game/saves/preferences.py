"""How a player likes to read: what the settings offer, and what was chosen, kept for every story alike."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from game.saves.files.atomic import read_json, set_aside, write_json

VERSION = 1

# What each setting may be, in the order in which it is stepped through.
OFFERED: Mapping[str, tuple[Any, ...]] = MappingProxyType(
    {
        "text_size": tuple(range(80, 201, 10)),
        "typeface": ("serif", "sans", "dyslexia"),
        "text_speed": ("slow", "usual", "fast", "at once"),
        "silence": ("usual", "slow", "off"),
        "by_itself": ("off", "slow", "usual", "fast"),
        "music": tuple(range(0, 101, 10)),
        "ambience": tuple(range(0, 101, 10)),
        "sounds": tuple(range(0, 101, 10)),
        "interface": tuple(range(0, 101, 10)),
        "mono": (False, True),
        "captions": (False, True),
        "reduce_motion": (False, True),
        "full_screen": (False, True),
    }
)


@dataclass(frozen=True, slots=True)
class Preferences:
    """`text_size` and the volumes of `music`, `ambience`, `sounds` and `interface` are per cent; `silence` is how long
    there is to answer, `by_itself` how fast pages turn by themselves; `captions` say in words what is heard."""

    text_size: int = 100
    typeface: str = "serif"
    text_speed: str = "usual"
    silence: str = "usual"
    by_itself: str = "off"
    music: int = 80
    ambience: int = 80
    sounds: int = 80
    interface: int = 80
    mono: bool = False
    captions: bool = False
    reduce_motion: bool = False
    full_screen: bool = False

    def stepped(self, name: str, by: int) -> "Preferences":
        """With one setting that many steps on. Of two values a step takes the other; of more, the last is the end.

        Raises KeyError if there is no setting of that name.
        """
        offered = OFFERED[name]
        place = offered.index(getattr(self, name)) + by
        place = place % 2 if len(offered) == 2 else min(max(place, 0), len(offered) - 1)
        return replace(self, **{name: offered[place]})

    def ways(self, name: str) -> tuple[bool, bool]:
        """Whether a step less and a step more change anything."""
        return self.stepped(name, -1) != self, self.stepped(name, 1) != self


@dataclass(frozen=True, slots=True)
class WindowPlace:
    """Where the window last stood, in the desktop's points; where it was maximized, that is where it stood before."""

    left: int
    top: int
    width: int
    height: int
    maximized: bool = False


@dataclass(frozen=True, slots=True)
class PlayerSettings:
    """What is kept of a player between two plays, whatever the story."""

    preferences: Preferences = Preferences()
    window: WindowPlace | None = None


def read_settings(path: Path) -> PlayerSettings:
    """What the file keeps; what it lacks, or holds and nobody offers, is as usual.

    Raises OSError if it cannot be read. Raises ValueError, in a sentence, if it was damaged: it has been set aside
    then, beside where it was.
    """
    try:
        content = _content(path)
    except ValueError as problem:
        aside = set_aside(path)
        raise ValueError(f"{problem}; it now lies in {aside.name}") from problem
    return PlayerSettings(_preferences(content.get("preferences")), _window(content.get("window")))


def write_settings(path: Path, kept: PlayerSettings) -> None:
    """A window that stands where none can is not kept. Raises OSError."""
    window = asdict(kept.window) if kept.window else None
    window = window if _window(window) else None
    write_json(path, {"version": VERSION, "preferences": asdict(kept.preferences), "window": window})


def _content(path: Path) -> dict[str, Any]:
    content = read_json(path)
    if content is None:
        return {}
    if not isinstance(content, dict):
        raise ValueError(f"{path.name} holds no settings")
    return content


def _preferences(content: Any) -> Preferences:
    if not isinstance(content, dict):
        return Preferences()
    known = {
        name: content[name]
        for name, offered in OFFERED.items()
        # True == 1 in Python, so the kind is compared too
        if any(content.get(name) == each and type(content[name]) is type(each) for each in offered)
    }
    return Preferences(**known)


def _window(content: Any) -> WindowPlace | None:
    names = ("left", "top", "width", "height")
    if not isinstance(content, dict) or not all(_measure(content.get(name)) for name in names):
        return None
    left, top, width, height = (content[name] for name in names)
    return WindowPlace(left, top, width, height, content.get("maximized") is True)


def _measure(value: Any) -> bool:
    return type(value) is int and abs(value) < 1 << 16
