"""What is heard: loops that fade into each other, effects, those of the interface; silence where there is no device."""

from game.ui.sound.audio_thread import AudioThread, open_sound
from game.ui.sound.levels import Levels
from game.ui.sound.output import NoSound, SoundOutput

__all__ = ["AudioThread", "Levels", "NoSound", "SoundOutput", "open_sound"]
