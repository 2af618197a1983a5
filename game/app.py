"""The composition root of the window, and the only frame loop."""

import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import assert_never

from game.play.playthrough import Origin, start
from game.story.model import Story
from game.ui.change import Become, Change, Home, Leave, Pop, Push, Read
from game.ui.input.intents import FullScreen, Intent, Quit, Redraw
from game.ui.measures import Measures
from game.ui.scenery.backdrop import Backdrop
from game.ui.scenery.paintings import Paintings
from game.ui.screen import Context, Screen
from game.ui.screens.reading import read
from game.ui.screens.title import Title
from game.ui.sound import Sound, open_sound
from game.ui.text.faces import Faces
from game.ui.text.typesetter import Typesetter
from game.ui.window import NoDisplay, Window

MOVING = 1 / 60  # seconds between frames
IDLE = 1 / 30
LONGEST = 0.25  # seconds that one frame may take of the story's time, so that a computer asleep takes no option

NO_DISPLAY = 2


@dataclass(frozen=True, slots=True)
class Settings:
    """How the window is opened. `assets` are those of the story; `fonts` is the folder of the game's own faces. With an `origin` it skips the title. `ended` are the endings met in earlier plays,
    and `met` is told of each that is met now."""

    assets: Path
    fonts: Path
    origin: Origin | None = None
    size: tuple[int, int] | None = None
    quiet: bool = False
    ended: frozenset[str] = frozenset()
    met: Callable[[str], None] = lambda _: None


class Game:
    """The stack of screens, and all that they are shown by."""

    def __init__(self, story: Story, settings: Settings, window: Window, sound: Sound, executor: Executor) -> None:
        self._story = story
        self._settings = settings
        self._window = window
        self._sound = sound
        self._ended = settings.ended
        self._type = Typesetter(Faces(settings.fonts), Measures.of(window.canvas.get_size()))
        self._backdrop = Backdrop(Paintings(settings.assets / "paintings", executor))
        self._stale = True
        self.now = 0.0
        self.screens: Sequence[Screen] = (Title.of(story),)
        if settings.origin:
            origin = replace(settings.origin, ended=settings.origin.ended | settings.ended)
            self._apply(Read(start(story, origin)))

    @property
    def context(self) -> Context:
        return Context(self._story, self._type, self.now, self._ended)

    @property
    def open(self) -> bool:
        return bool(self.screens)

    def frame(self, passed: float) -> bool:
        """Let so many seconds pass and what the player meant take effect, and draw what has changed.

        Whether anything moves, so that the next frame should come soon.
        """
        self.now += min(passed, LONGEST)
        self._fit()
        for intent in self._window.intents():
            self.take(intent)
            if not self.open:
                return False
        self._apply(self.screens[-1].pass_time(self.context))
        return self._show()

    def take(self, intent: Intent) -> None:
        """What an intent changes: the window's own here, all else by the screen on top."""
        match intent:
            case Quit():
                self.screens = ()
            case Redraw():
                self._stale = True
            case FullScreen():
                self._window.toggle_full_screen()
            case _:
                self._apply(self.screens[-1].handle(intent, self.context))

    def _apply(self, change: Change | None) -> None:
        *below, top = self.screens
        match change:
            case None:
                return
            case Become(screen, noises):
                self.screens = (*below, screen)
                for noise in noises:
                    self._sound.play_noise(noise)
            case Push(screen):
                self.screens = (*below, top, screen)
            case Pop():
                self.screens = tuple(below)
            case Read(playthrough, cursor):
                self._apply(read(self._story, playthrough, cursor, self.now))
            case Home(kept):
                self.screens = (Title.of(self._story, kept),)
            case Leave():
                self.screens = ()
            case _:
                assert_never(change)
        self._stale = True

    def _fit(self) -> None:
        """Lay everything out anew if the window's size is another."""
        measures = Measures.of(self._window.canvas.get_size())
        if measures != self._type.measures:
            self._type = Typesetter(self._type.faces, measures)
            self._stale = True

    def _show(self) -> bool:
        """Let the scenery follow the screen, and draw both if anything has changed or moves."""
        screen, measures = self.screens[-1], self._type.measures
        scenery = screen.scenery(self._story)
        self._window.name(scenery.name)
        self._sound.play_music(scenery.music.track)
        self._backdrop.show(scenery, measures, self.now)
        if scenery.reached and scenery.reached.id not in self._ended:
            self._ended |= {scenery.reached.id}
            self._settings.met(scenery.reached.id)
        moving = self._backdrop.moving(scenery.tremor, self.now) or screen.moving(self.context)
        if moving or self._stale:
            canvas = self._window.canvas
            self._backdrop.draw(canvas, scenery.tremor, self.now)
            screen.draw(canvas, self.context)
            self._window.flip()
        self._stale = moving  # the last frame of a movement is the one after it
        return moving


def run(story: Story, settings: Settings) -> int:
    """Open the window and play until it is closed. The exit status: 0, or 2 where there is no display."""
    try:
        window = Window.open(story.title, settings.size)
    except NoDisplay as problem:
        sys.stderr.write(f"The game needs a window, and {problem}.\n")
        return NO_DISPLAY
    executor = ThreadPoolExecutor(max_workers=1)
    sound = open_sound(settings.assets, executor, quiet=settings.quiet)
    try:
        play(Game(story, settings, window, sound, executor))
    finally:
        window.close()
        executor.shutdown(cancel_futures=True)
        sound.close()
    return 0


def play(game: Game) -> None:
    """Frame after frame, with a pause between them: waiting on events instead would take more of the processor."""
    before = time.monotonic()
    while game.open:
        began = time.monotonic()
        wanted = MOVING if game.frame(began - before) else IDLE
        before = began
        time.sleep(max(0.001, wanted - (time.monotonic() - began)))
