"""The composition root of the window, and the only frame loop."""

import sys
import time
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import replace
from math import inf
from typing import assert_never

import pygame

from game.play.playthrough import start
from game.saves.preferences import Kept, Preferences
from game.story.model import Story
from game.ui.caption import Caption, captioned
from game.ui.capture import capture
from game.ui.change import Become, Change, Home, Leave, Pop, Prefer, Push, Read
from game.ui.dissolve import Dissolve
from game.ui.input.intents import Capture, Click, Enlarge, FullScreen, Help, Intent, Look, Point, Quit, Redraw
from game.ui.layers import Layer, Layers, changed, popped, pushed
from game.ui.measures import Measures
from game.ui.notice import Notice
from game.ui.pace import PACE, Clock, pace_of
from game.ui.scenery.backdrop import Backdrop
from game.ui.scenery.paintings import Paintings
from game.ui.screen import Context, Scenery, Screen
from game.ui.screens.gaze import Gaze
from game.ui.screens.help import Help as HelpScreen
from game.ui.screens.reading import read
from game.ui.screens.title import Title
from game.ui.setup import Setup
from game.ui.sound import Levels, Sound, open_sound
from game.ui.sound.touches import touch_of
from game.ui.text.faces import Faces, Family
from game.ui.text.typesetter import Typesetter
from game.ui.window import NoDisplay, Window

MOVING = 1 / 60  # seconds between frames
BREATHING = 1 / 30  # while only the scenery moves
IDLE = 1 / 30
LONGEST = 0.25  # seconds that one frame may take of the story's time, so that a computer asleep takes no option

NO_DISPLAY = 2


class Game:
    """The stack of screens, and all that they are shown by."""

    def __init__(self, story: Story, setup: Setup, window: Window, sound: Sound, executor: Executor) -> None:
        self._story = story
        self._setup = setup
        self._window = window
        self._sound = sound
        self._ended = setup.ended
        self._preferences = setup.kept.preferences
        self._faces = Faces(setup.fonts)
        self._backdrop = Backdrop(Paintings(setup.assets / "paintings", executor))
        self._stale = True
        self._moving = True
        self._happened = True
        self._dissolve = Dissolve()
        self._told = set[str]()
        self._caption: Caption | None = None
        self._notice = Notice(setup.said, 0.0) if setup.said else None
        self.now = 0.0
        self._entered = -inf  # when the screen on top was
        self.layers: Layers = (Layer(Title.of(story, setup.left, self.now)),)
        self._prefer(self._preferences)
        if setup.origin:
            origin = replace(setup.origin, ended=setup.origin.ended | setup.ended)
            self._apply(Read(start(story, origin)))

    @property
    def screen(self) -> Screen:
        return self.layers[-1].screen

    @property
    def clock(self) -> Clock:
        return Clock(self.now, self._pace)

    @property
    def context(self) -> Context:
        """What the screen on top knows."""
        return self._context(self.layers[-1])

    def _context(self, layer: Layer) -> Context:
        clock = replace(self.clock, now=self.now - layer.lost)
        return Context(self._story, self._type, clock, self._ended, self._preferences)

    @property
    def open(self) -> bool:
        return bool(self.layers)

    def frame(self, passed: float) -> float:
        """Let so many seconds pass and what the player meant take effect, and draw what has changed.

        In how many seconds the next frame should come.
        """
        passed = min(passed, LONGEST)
        self.now += passed
        self._fit()
        for intent in self._window.intents():
            self._happened = True
            self.take(intent)
            if not self.open:
                return 0.0
        self._apply(self.screen.pass_time(self.context))
        self._sound.attend()
        self._backdrop.live(passed, self.clock, happened=self._happened)
        self._happened = False
        if not (self._stale or self._moving or self._backdrop.breathing):
            return IDLE
        self._show()
        return MOVING if self._moving else BREATHING

    def take(self, intent: Intent) -> None:
        """What an intent changes: the window's own here, all else by the screen on top."""
        match intent:
            case Quit():
                self._leave()
            case Redraw():
                self._stale = True
            case FullScreen():
                self._apply(Prefer(self._preferences.stepped("full_screen", 1)))
            case Enlarge(by):
                self._apply(Prefer(self._preferences.stepped("text_size", by)))
            case Help() if not isinstance(self.screen, HelpScreen | Gaze):
                self._apply(Push(HelpScreen(replace(self.screen.scenery(self._story), tremor=None))))
            case Look() if not isinstance(self.screen, Gaze):
                self._apply(Push(Gaze(self.screen.scenery(self._story))))
            case Capture():
                self._notify(capture(self._window.canvas, self._setup.pictures, self._story.title))
            case Click() if self.now - self._entered < PACE.guard:
                pass  # the second click of two, which was meant for what is no longer there
            case _:
                change = self.screen.handle(intent, self.context)
                touch = touch_of(intent, change)
                if touch:
                    self._sound.play_touch(touch)
                self._apply(change)
        if isinstance(intent, Point) and self.open:
            things = self.screen.focusables(self.context)
            self._window.show_hand(any(each.enabled and each.at.collidepoint(intent.x, intent.y) for each in things))

    def _apply(self, change: Change | None) -> None:
        if isinstance(change, Push | Pop | Read | Home):
            self._dissolve.start(self._window.canvas, self.now)
        if isinstance(change, Push | Pop | Home):
            self._entered = self.now
        match change:
            case None:
                return
            case Become(screen, noises, softly):
                if softly or type(screen) is not type(self.screen):
                    self._dissolve.start(self._window.canvas, self.now)
                self.layers = changed(self.layers, screen)
                self._hear(noises)
            case Push(screen):
                self.layers = pushed(self.layers, screen, self.now)
            case Pop():
                self.layers = popped(self.layers, self.now)
            case Read(playthrough, cursor):
                self.layers = (Layer(self.screen),)
                self._apply(read(self._story, playthrough, cursor, self.clock))
                self._tell(self._setup.leave(self.screen.kept))
            case Home(left):
                self.layers = (Layer(Title.of(self._story, left)),)
                self._tell(self._setup.leave(left))
            case Prefer(preferences):
                self._prefer(preferences)
                self._tell(self._setup.keep(Kept(preferences, self._window.place or self._setup.kept.window)))
            case Leave():
                self._leave()
            case _:
                assert_never(change)
        self._stale = self._happened = True

    def _hear(self, noises: tuple[str, ...]) -> None:
        """And read, where the player likes to."""
        for noise in noises:
            self._sound.play_noise(noise)
        if self._preferences.captions:
            self._caption = captioned(self._story, noises, self.now) or self._caption

    def _leave(self) -> None:
        self._setup.leave(self.layers[0].screen.kept)
        self._setup.keep(Kept(self._preferences, self._window.place or self._setup.kept.window))
        self.layers = ()

    def _prefer(self, preferences: Preferences) -> None:
        self._preferences, self._pace = preferences, pace_of(preferences)
        self._window.fill_screen(preferences.full_screen)
        self._sound.set_levels(Levels.of(preferences))
        self._set_type()
        self._refit()

    def _set_type(self) -> None:
        measures = Measures.of(self._window.canvas.get_size(), self._preferences.text_size)
        self._type = Typesetter(self._faces, measures, Family(self._preferences.typeface))
        self._stale = True

    def _refit(self) -> None:
        """Every screen is laid out anew, and keeps its place in its text."""
        self.layers = tuple(replace(each, screen=each.screen.refit(self._context(each))) for each in self.layers)

    def _fit(self) -> None:
        """Lay everything out anew if the window's size is another."""
        if self._window.canvas.get_size() != self._type.measures.size:
            self._set_type()
            self._refit()
            self._dissolve.stop()

    def _show(self) -> None:
        """Let the scenery follow the screen, and draw both."""
        screen, context, clock = self.screen, self.context, self.clock
        scenery = screen.scenery(self._story)
        self._window.name(scenery.name)
        self._sound.play_scene(scenery.music, scenery.background.ambience if scenery.background else None)
        self._meet(scenery)
        self._backdrop.show(scenery, self._type.measures, clock)
        canvas = self._window.canvas
        self._backdrop.draw(canvas, scenery.tremor, context, clock)
        screen.draw(canvas, context)
        dissolving = self._dissolve.draw(canvas, clock)
        noticed = self._draw_notice(canvas) | self._draw_caption(canvas, scenery)
        self._window.flip()
        before = self._moving
        self._moving = (
            dissolving or noticed or self._backdrop.moving(scenery.tremor, context, clock) or screen.moving(context)
        )
        self._stale = before  # the last frame of a movement is the one after it

    def _notify(self, sentence: str) -> None:
        self._notice = Notice(sentence, self.now) if sentence else None
        self._stale = True

    def _tell(self, problem: str | None) -> None:
        """Say what could not be done, once: what fails may fail at every page."""
        if problem and problem not in self._told:
            self._told.add(problem)
            self._notify(problem)

    def _draw_notice(self, canvas: pygame.Surface) -> bool:
        """Whether there is one, which will change."""
        if self._notice and self._notice.over(self.now):
            self._notice = None
        if self._notice:
            self._notice.draw(canvas, self._type, self.now)
        return self._notice is not None

    def _draw_caption(self, canvas: pygame.Surface, scenery: Scenery) -> bool:
        """Whether there is one, which will change."""
        if self._caption and (self._caption.over(self.now) or len(self.layers) > 1):
            self._caption = None
        if self._caption:
            self._caption.draw_beside(canvas, self._type, scenery.side, self.now)
        return self._caption is not None

    def _meet(self, scenery: Scenery) -> None:
        if scenery.reached and scenery.reached.id not in self._ended:
            self._ended |= {scenery.reached.id}
            self._tell(self._setup.met(scenery.reached.id))


def run(story: Story, setup: Setup) -> int:
    """Open the window and play until it is closed. The exit status: 0, or 2 where there is no display."""
    try:
        window = Window.open(story.title, setup.size, setup.kept.window)
    except NoDisplay as problem:
        sys.stderr.write(f"The game needs a window, and {problem}.\n")
        return NO_DISPLAY
    executor = ThreadPoolExecutor(max_workers=1)
    sound = open_sound(setup.assets, quiet=setup.quiet)
    try:
        play(Game(story, setup, window, sound, executor))
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
        wanted = game.frame(began - before)
        before = began
        worked = time.monotonic() - began
        time.sleep(max(0.001, wanted - worked, worked))  # on a slow machine half of it is left to others
