"""What is heard: loops that fade into each other, effects, the window's own touches; silence where there is no device."""

from game.ui.sound.aside import Aside, open_sound
from game.ui.sound.hearing import Silence, Sound
from game.ui.sound.levels import Levels

__all__ = ["Aside", "Levels", "Silence", "Sound", "open_sound"]
