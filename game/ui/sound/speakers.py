"""Sound through SDL's mixer: the mix's loops on channels of their own, effects on those that are left."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pygame

from game.story.model import Music
from game.ui.sound.levels import Bus, Levels
from game.ui.sound.library import Library
from game.ui.sound.loading import Coming, Loading
from game.ui.sound.mix import Fade, Loop, Mix, ducking, shares
from game.ui.support.quiet_stderr import quiet_stderr
from game.ui.theme.timing import TIMING

# At 48 kHz, unconverted, Vorbis loops to the sample.
RATE, BITS, BUFFER = 48000, -16, 1024
FOR_LOOPS, FOR_EFFECTS = 12, 12  # channels: the first, and the last
_WITNESS = FOR_LOOPS  # the one between, by which is seen whether the mixer has gone on meanwhile
_TRIES = 50
_WHOLE = Fade(1.0, 1.0)


class Speakers:
    """To be used from one thread only."""

    def __init__(self, assets: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._library = Library(assets)
        self._clock = clock
        self._levels = Levels()
        self._scene: tuple[Music, str | None] = (Music(None), None)
        self._begin()

    def _begin(self) -> None:
        """With a mixer that has just been opened."""
        self._loading = Loading()
        self._mix = Mix()
        self._coming: dict[str, Coming] = {}
        self._channels: dict[Loop, pygame.mixer.Channel] = {}
        self._due: list[tuple[Bus, Coming]] = []
        self._heard: list[pygame.mixer.Channel] = []  # effects that loops step back for
        self._ducked = _WHOLE
        pygame.mixer.set_num_channels(FOR_LOOPS + 1 + FOR_EFFECTS)
        pygame.mixer.set_reserved(FOR_LOOPS + 1)
        self._instant = pygame.mixer.Sound(buffer=bytes(abs(BITS)))  # shorter than any buffer of the mixer's

    def play_scene(self, music: Music, ambience: str | None) -> None:
        """Fade to this music and ambience, by name; None is silence."""
        if (music, ambience) != self._scene:
            self._scene = music, ambience
            self._go_on()

    def _go_on(self) -> None:
        """Toward what the scene should sound like."""
        music, ambience = self._scene
        wanted: dict[Loop, float] = {}
        if music.track:
            wanted |= shares(self._library.loops(Bus.MUSIC, music.track), music.tension)
        if ambience:
            wanted |= dict.fromkeys(self._library.loops(Bus.AMBIENCE, ambience), 1.0)
        self._mix = self._mix.toward(wanted, self._clock(), TIMING.music)
        waiting = self._mix.waiting
        for group in [group for group in self._coming if group not in waiting]:
            self._loading.drop(self._coming.pop(group))
        for group, loops in waiting.items():
            if group not in self._coming:
                self._coming[group] = self._loading.together(tuple(loop.path for loop in loops))

    @property
    def busy(self) -> bool:
        """Whether something is still being made ready."""
        return self._loading.busy

    @property
    def awaited(self) -> bool:
        """Whether something that was asked for has not begun yet, and will if it can."""
        return bool(self._coming or self._due)

    @property
    def loops(self) -> frozenset[Loop]:
        """Those that channels are held for, heard or dying away."""
        return frozenset(self._channels)

    def attend(self) -> None:
        """One step: decode a little, begin what is ready, and set every volume as it is by now."""
        self._loading.step()
        now = self._clock()
        self._begin_loops(now)
        self._begin_effects()
        self._heard = [each for each in self._heard if each.get_busy()]
        self._ducked = ducking(self._ducked, heard=bool(self._heard), now=now)
        self._mix = self._mix.lasting(now)
        self._end_loops()
        for loop, volume in self._mix.volumes(self._levels, self._ducked.at(now), now).items():
            self._channels[loop].set_volume(volume)

    def _begin_loops(self, now: float) -> None:
        waiting = self._mix.waiting
        for group in [group for group, coming in self._coming.items() if coming.done]:
            sounds = self._coming.pop(group).sounds
            loops = waiting[group]
            channels = [pygame.mixer.Channel(number) for number in self._free()[: len(loops)]]
            if len(sounds) != len(loops) or len(channels) != len(loops):
                self._mix = self._mix.without(group)
                continue
            self.begin_together(sounds, channels)
            self._channels |= zip(loops, channels, strict=True)
            self._mix = self._mix.began(group, now)

    def begin_together(self, sounds: Sequence[pygame.mixer.Sound], channels: Sequence[pygame.mixer.Channel]) -> None:
        """Begin all at the same sample.

        The mixer goes on in a thread of its own, and if it does so between two of them, they are a buffer apart for
        good. An instant of silence that was begun before them is over then, and they are begun again, unheard so far.
        """
        witness = pygame.mixer.Channel(_WITNESS)
        for _ in range(_TRIES):
            witness.play(self._instant)
            for sound, channel in zip(sounds, channels, strict=True):
                channel.set_volume(0.0)
                channel.play(sound, loops=-1)
                channel.set_volume(0.0)  # which a channel forgets when it begins to play
            if witness.get_busy():
                break

    def _free(self) -> list[int]:
        return [number for number in range(FOR_LOOPS) if not pygame.mixer.Channel(number).get_busy()]

    def _end_loops(self) -> None:
        """What is not in the mix is stopped, and its memory freed: one at a time, as freeing takes its time too."""
        sounding = {strand.loop for strand in self._mix.strands}
        ended = next((loop for loop in self._channels if loop not in sounding), None)
        if ended:
            self._channels.pop(ended).stop()

    def play_noise(self, sound: str) -> None:
        """A sound of the story, by name, once it is decoded."""
        self._play(Bus.EFFECTS, sound)

    def play_ui_sound(self, name: str) -> None:
        """A sound of the interface, by name, once it is decoded."""
        self._play(Bus.INTERFACE, name)

    def _play(self, bus: Bus, name: str) -> None:
        path = self._library.noise(bus, name)
        if path is not None and self._levels.volume(bus) > 0:
            self._due.append((bus, self._loading.effect(path)))

    def _begin_effects(self) -> None:
        waiting = []
        for bus, coming in self._due:
            if not coming.done:
                waiting.append((bus, coming))
                continue
            channel = coming.sounds[0].play() if coming.sounds else None  # on one that no loop has, if any is left
            if channel is not None:
                channel.set_volume(self._levels.volume(bus))
                if bus is Bus.EFFECTS:
                    self._heard.append(channel)
        self._due = waiting

    def set_levels(self, levels: Levels) -> None:
        """Volumes are these from now on; between stereo and mono the device is opened anew."""
        again = levels.mono != self._levels.mono
        self._levels = levels
        if again:
            self._open_again()

    def _open_again(self) -> None:
        """With as many sides as there are ears to hear them. Everything begins anew."""
        self.close()
        try:
            open_mixer(mono=self._levels.mono)
        except pygame.error:
            open_mixer(mono=False)
        self._begin()
        self._go_on()

    def close(self) -> None:
        """Close the device, and with it all that sounds."""
        pygame.mixer.quit()


def open_mixer(*, mono: bool = False) -> None:
    """Raises pygame.error where there is no device."""
    with quiet_stderr():
        pygame.mixer.init(RATE, BITS, 1 if mono else 2, BUFFER, allowedchanges=0)
