"""What the game asks of whatever it is heard through, and the silence that answers where nothing is."""

from typing import Protocol

from game.play.situation import Music
from game.ui.sound.levels import Levels


class SoundOutput(Protocol):
    def play_scene(self, music: Music, ambience: str | None) -> None:
        """This is to be heard from here on."""

    def attend(self) -> None:
        """To be called every frame."""

    def play_noise(self, sound: str) -> None:
        """A sound of the story."""

    def play_ui_sound(self, name: str) -> None:
        """A sound of the window's own."""

    def set_levels(self, levels: Levels) -> None: ...

    def close(self) -> None: ...


class NoSound:
    def play_scene(self, music: Music, ambience: str | None) -> None:
        pass

    def attend(self) -> None:
        pass

    def play_noise(self, sound: str) -> None:
        pass

    def play_ui_sound(self, name: str) -> None:
        pass

    def set_levels(self, levels: Levels) -> None:
        pass

    def close(self) -> None:
        pass
