"""What the game asks of whatever it is heard through, and the silence that answers where nothing is."""

from typing import Protocol

from game.story.model import Music
from game.ui.sound.levels import Levels


class SoundOutput(Protocol):
    """What every way of hearing can be asked for; none of it may wait."""

    def play_scene(self, music: Music, ambience: str | None) -> None:
        """This is to be heard from here on."""

    def attend(self) -> None:
        """To be called every frame."""

    def play_noise(self, sound: str) -> None:
        """A sound of the story."""

    def play_ui_sound(self, name: str) -> None:
        """A sound of the window's own."""

    def set_levels(self, levels: Levels) -> None:
        """Volumes are these from now on."""

    def close(self) -> None:
        """Nothing more is heard."""


class NoSound:
    """Hears nothing, and asks for no device."""

    def play_scene(self, music: Music, ambience: str | None) -> None:
        """Nobody hears a scene."""

    def attend(self) -> None:
        """There is nothing to attend to."""

    def play_noise(self, sound: str) -> None:
        """It is not heard."""

    def play_ui_sound(self, name: str) -> None:
        """It is not heard either."""

    def set_levels(self, levels: Levels) -> None:
        """There is no volume to set."""

    def close(self) -> None:
        """There is no device to close."""
