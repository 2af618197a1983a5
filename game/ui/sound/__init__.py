"""What is heard: loops that fade into each other, effects, the window's own touches; silence where there is no device."""

from game.ui.sound.audio_thread import Aside, open_sound
from game.ui.sound.levels import Levels
from game.ui.sound.output import Silence, Sound

__all__ = ["Aside", "Levels", "Silence", "Sound", "open_sound"]
