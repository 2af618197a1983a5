"""How loud each kind of sound is, as the player likes it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.saves.preferences import Preferences


class Bus(Enum):
    """The kinds of sound, each with a volume of its own. Its value is the folder that its files lie in."""

    MUSIC = "music"
    AMBIENCE = "ambiences"
    EFFECTS = "sounds"
    INTERFACE = "interface"


@dataclass(frozen=True, slots=True)
class Levels:
    """In per cent. `mono` plays the same on both sides."""

    music: int = 80
    ambience: int = 80
    effects: int = 80
    interface: int = 80
    mono: bool = False

    @classmethod
    def of(cls, preferences: Preferences) -> Levels:
        """As the player has set them."""
        return cls(preferences.music, preferences.ambience, preferences.sounds, preferences.interface, preferences.mono)

    def volume(self, bus: Bus) -> float:
        """From 0 to 1; squared, as loudness is heard: half way sounds half as loud."""
        match bus:
            case Bus.MUSIC:
                per_cent = self.music
            case Bus.AMBIENCE:
                per_cent = self.ambience
            case Bus.EFFECTS:
                per_cent = self.effects
            case Bus.INTERFACE:
                per_cent = self.interface
        return (per_cent / 100) ** 2
