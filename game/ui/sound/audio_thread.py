"""The speakers in a thread of their own: whatever they wait for, no frame does."""

import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from queue import SimpleQueue

import pygame

from game.story.model import Music
from game.ui.sound.levels import Levels
from game.ui.sound.output import NoSound, SoundOutput
from game.ui.sound.speakers import Speakers, open_mixer

TICK = 1 / 60  # seconds between the steps of a fade


class AudioThread:
    """What is asked of it is done a moment later, in the order asked."""

    def __init__(self, speakers: Speakers) -> None:
        self._speakers = speakers
        self._asked: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._open = True
        self._thread = threading.Thread(target=self._run, name="sound", daemon=True)
        self._thread.start()

    def play_scene(self, music: Music, ambience: str | None) -> None:
        """Asks for the music and the ambience of a scene."""
        self._asked.put(partial(self._speakers.play_scene, music, ambience))

    def attend(self) -> None:
        """Nothing to do here: the thread attends by itself."""

    def play_noise(self, sound: str) -> None:
        """Asks for a sound of the story."""
        self._asked.put(partial(self._speakers.play_noise, sound))

    def play_ui_sound(self, name: str) -> None:
        """Asks for a sound of the interface."""
        self._asked.put(partial(self._speakers.play_ui_sound, name))

    def set_levels(self, levels: Levels) -> None:
        """Asks for other volumes."""
        self._asked.put(partial(self._speakers.set_levels, levels))

    @property
    def alive(self) -> bool:
        """Whether the speakers are still attended: not once the device is gone."""
        return self._thread.is_alive()

    def close(self) -> None:
        """Ends the thread and closes the device; comes back when both are done."""
        self._open = False
        self._thread.join()

    def _run(self) -> None:
        try:
            while self._open:
                while not self._asked.empty():
                    self._asked.get()()
                self._speakers.attend()
                time.sleep(0 if self._speakers.busy else TICK)
        except pygame.error:
            return  # the device is gone, and all sound with it
        finally:
            self._speakers.close()


def open_sound(assets: Path, *, quiet: bool) -> SoundOutput:
    """What there is to hear with."""
    if quiet:
        return NoSound()
    try:
        open_mixer()
    except pygame.error:
        return NoSound()
    return AudioThread(Speakers(assets))
