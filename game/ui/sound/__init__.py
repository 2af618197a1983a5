"""What is heard: loops that fade into each other, effects, the window's own touches; silence where there is no device."""

from game.ui.sound.hearing import Silence, Sound
from game.ui.sound.levels import Levels
from game.ui.sound.speakers import Speakers, open_sound

__all__ = ["Levels", "Silence", "Sound", "Speakers", "open_sound"]
