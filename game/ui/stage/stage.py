"""What a screen is shown by: the window, its type, the scene behind it, what is heard, and a notice over everything."""

from collections.abc import Sequence
from concurrent.futures import Executor
from pathlib import Path

import pygame

from game.saves.preferences import Preferences
from game.story.model import Story
from game.ui.scenery.backdrop import Backdrop, shaken
from game.ui.scenery.paintings import Paintings
from game.ui.scenery.scenery import Scenery
from game.ui.screens.context import Context
from game.ui.screens.screen import Screen
from game.ui.sound import Levels, SoundOutput
from game.ui.stage.caption import Caption, captioned
from game.ui.stage.dissolve import Dissolve
from game.ui.stage.notice import Notice
from game.ui.text.fonts import Family, Fonts
from game.ui.text.typesetter import Typesetter
from game.ui.theme.metrics import Metrics
from game.ui.theme.timing import Clock
from game.ui.window.window import Window

MOVING = 1 / 60  # seconds between frames
BREATHING = 1 / 30  # while only the scenery moves
IDLE = 1 / 20


class Stage:
    """Draws only what has changed. `type` is that of the window as it is; `notice` and `caption` are what is said over it now.

    `moving` is whether what was drawn last was on its way to something else; scenery that only drifts is not.
    """

    type: Typesetter

    def __init__(self, assets: Path, fonts: Path, window: Window, sound: SoundOutput, executor: Executor) -> None:
        self._window = window
        self._sound = sound
        self._fonts = Fonts(fonts)
        self._dissolve = Dissolve()
        self._stale = True
        self.moving = self._attended = True
        self._fresh = self._hidden = False  # whether the words are others than before, and not shown yet
        self.backdrop = Backdrop(Paintings(assets / "paintings", executor))
        self.notice: Notice | None = None
        self.caption: Caption | None = None
        self._captions = False

    @property
    def canvas(self) -> pygame.Surface:
        """What is drawn into, in pixels."""
        return self._window.canvas

    def prefer(self, preferences: Preferences) -> None:
        """Window, sound and type are as the player likes them from now on."""
        self._window.fill_screen(preferences.full_screen)
        self._sound.set_levels(Levels.of(preferences))
        self._captions = preferences.captions
        self._set_type(preferences)

    def fit(self, preferences: Preferences) -> bool:
        """Whether the window's size has become another: then all that was laid out has to be anew."""
        if self.canvas.get_size() == self.type.metrics.size:
            return False
        self._set_type(preferences)
        self._dissolve.stop()
        return True

    def _set_type(self, preferences: Preferences) -> None:
        metrics = Metrics.of(self.canvas.get_size(), preferences.text_size)
        self.type = Typesetter(self._fonts, metrics, Family(preferences.typeface))
        self._stale = True

    def change(self) -> None:
        """What is shown has changed."""
        self._stale = True

    def dissolve(self, now: float) -> None:
        """What is shown goes softly, and other words come after it."""
        self._dissolve.start(self.canvas, now)
        self._fresh = True

    def waits(self, clock: Clock) -> bool:
        """Whether words had better wait for the painting they are to stand on."""
        return self.backdrop.arriving(clock)

    def hear(self, noises: Sequence[str], story: Story, now: float) -> None:
        """And read, where the player likes to."""
        for noise in noises:
            self._sound.play_noise(noise)
        if self._captions:
            self.caption = captioned(story, noises, now) or self.caption

    def play_ui_sound(self, name: str | None) -> None:
        """What the player does sounds like that, if like anything."""
        if name:
            self._sound.play_ui_sound(name)

    def say(self, sentence: str, now: float) -> None:
        """Over everything; without a sentence, nothing more is said."""
        self.notice = Notice(sentence, now) if sentence else None
        self._stale = True

    def live(self, passed: float, clock: Clock, *, happened: bool, attended: bool) -> bool:
        """Let so many seconds pass. Whether there is anything to draw; if nobody looks, only what was lost."""
        self._sound.attend()
        self.backdrop.live(passed, clock, happened=happened)
        self._attended = attended
        return self._stale or (attended and (self.moving or self.backdrop.breathing))

    def show(self, screen: Screen, scenery: Scenery, context: Context, clock: Clock, *, alone: bool) -> float:
        """Let the scenery follow the screen, and draw both. In how many seconds the next frame should come.

        The clock is the scene's own, that of the context the screen's; `alone` is whether the screen lies over no other.
        """
        canvas = self.canvas
        self._window.name(scenery.name)
        self._sound.play_scene(scenery.music, scenery.place.ambience if scenery.place else None)
        self.backdrop.show(scenery, self.type.metrics, clock)
        shake = shaken(scenery.tremor, context.clock)
        steady = context.preferences.reduce_motion
        self.backdrop.draw(canvas, self.type, clock, shake=shake or (0.0, 0.0), steady=steady)
        self._draw_words(screen, context, clock)
        dissolving = self._dissolve.draw(canvas, clock)
        noticed = self._draw_notice(scenery, clock.now) | self._draw_caption(scenery, clock.now, alone=alone)
        self._window.flip()
        before = self.moving
        self.moving = (
            dissolving or noticed or shake is not None or self.backdrop.moving(clock) or screen.moving(context)
        )
        self._stale = before and self._attended  # the last frame of a movement is the one after it
        return MOVING if self.moving else BREATHING

    def _draw_words(self, screen: Screen, context: Context, clock: Clock) -> None:
        """Those of a page or a screen that comes only when the painting has, and then softly."""
        hidden = self._fresh and self.waits(clock)
        if self._hidden and not hidden:
            self._dissolve.start(self.canvas, clock.now)
        self._fresh, self._hidden = hidden, hidden
        if not hidden:
            screen.draw(self.canvas, context)

    def _draw_notice(self, scenery: Scenery, now: float) -> bool:
        """Whether there is one, which will change."""
        if self.notice and self.notice.over(now):
            self.notice = None
        if self.notice:
            self.notice.draw(self.canvas, self.type, scenery.side, now)
        return self.notice is not None

    def _draw_caption(self, scenery: Scenery, now: float, *, alone: bool) -> bool:
        """Whether there is one, which will change."""
        if self.caption and (self.caption.over(now) or not alone):
            self.caption = None
        if self.caption:
            self.caption.draw_beside(self.canvas, self.type, scenery.side, now)
        return self.caption is not None

    def picture(self) -> pygame.Surface:
        """The scene beside the text as it is now, whatever is drawn later."""
        return self.backdrop.picture() or self.canvas.copy()
