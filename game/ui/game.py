"""The stack of screens: what the player means goes to the one on top, and what that changes is done here."""

from concurrent.futures import Executor
from dataclasses import replace
from typing import assert_never

from game.play.playthrough import start
from game.play.timeline import Timeline
from game.saves.preferences import PlayerSettings, Preferences
from game.saves.refused import Refused
from game.saves.runs.replay import LoadedRun
from game.saves.slots.names import QUICK
from game.story.model import Story
from game.ui.input.intents import (
    Hover,
    Intent,
    Press,
    QuickSave,
    Quit,
    Redraw,
    TakeScreenshot,
    ToggleAutoTurn,
)
from game.ui.scenery.scenery import Scenery
from game.ui.screens.context import Context
from game.ui.screens.menus.saves import SavesScreen
from game.ui.screens.menus.taking_up import taken_up
from game.ui.screens.menus.title import TitleScreen
from game.ui.screens.reading.arrival import screen_at
from game.ui.screens.screen import (
    Become,
    DeleteSave,
    GoToTitle,
    LoadSave,
    Notify,
    OpenSaves,
    Pop,
    Push,
    QuitGame,
    RevisitEnding,
    SaveTo,
    Screen,
    ScreenChange,
    SetPreferences,
    TurnTo,
)
from game.ui.setup import Setup
from game.ui.sound import SoundOutput
from game.ui.stack.aim import Aim, is_other
from game.ui.stack.layers import Layer, Layers, changed, popped, pushed, waited
from game.ui.stack.outlook_service import OutlookService
from game.ui.stack.save_service import SaveService
from game.ui.stack.shortcuts import shortcut
from game.ui.stack.ui_sounds import ui_sound_of
from game.ui.stage.screenshot import take_screenshot
from game.ui.stage.stage import IDLE, Stage
from game.ui.theme.timing import Clock, timing_of
from game.ui.window.window import Window

LONGEST = 0.25  # seconds that one frame may take of the story's time, so that a computer asleep takes no option


class Game:
    """The stack of screens, and the `stage` that they are shown by."""

    def __init__(
        self, story: Story, setup: Setup, window: Window, sound: SoundOutput, executor: Executor, writer: Executor
    ) -> None:
        self._story = story
        self._setup = setup
        self._window = window
        self.stage = Stage(setup.assets, setup.fonts, window, sound, executor)
        self._saves = SaveService(setup.keeper, setup.dated, writer, automatic=setup.origin is None)
        self._outlook = OutlookService(story, executor)
        self._ended = setup.ended
        self._preferences = setup.kept.preferences
        self._happened = True
        self._told = set[str]()
        self.now = self._real = 0.0
        self._aim = Aim()
        self.layers: Layers = (Layer(TitleScreen.of(story, setup.left, self.now)),)
        self._prefer(self._preferences)
        self._notify(setup.said)
        if setup.origin:
            origin = replace(setup.origin, ended=setup.origin.ended | setup.ended)
            self._apply(TurnTo(Timeline(start(story, origin))))

    @property
    def screen(self) -> Screen:
        """The screen on top."""
        return self.layers[-1].screen

    @property
    def clock(self) -> Clock:
        """The time of the scene behind all screens, in seconds since the game began, less those in which nobody
        looked."""
        return Clock(self.now, self._pace)

    @property
    def context(self) -> Context:
        """What the screen on top knows."""
        return self._context(self.layers[-1])

    def _context(self, layer: Layer) -> Context:
        clock = replace(self.clock, now=self.now - layer.lost)
        return Context(
            self._story,
            self.stage.type,
            clock,
            self._ended,
            self._preferences,
            self._saves.has_read,
            self._saves.holds_any,
            self._outlook.outlook,
        )

    @property
    def open(self) -> bool:
        """Whether it goes on; if not, the window is to be closed."""
        return bool(self.layers)

    def frame(self, passed: float) -> float:
        """Let so many seconds pass and what the player meant take effect, and draw what has changed.

        In how many seconds the next frame should come. While nobody looks at the window, no time passes in it.
        """
        self._saves.settle()
        self._real += passed
        passed = min(passed, LONGEST) if self._window.attended else 0.0
        self.now += passed
        if self.stage.waits(self.clock):
            self.layers = waited(self.layers, passed)
        if self.stage.fit(self._preferences):
            self._refit()
        for intent in self._window.intents(lambda: self.screen.writes):
            self._happened = True
            self.take(intent)
            if not self.open:
                return 0.0
        self._apply(self.screen.pass_time(self.context))
        changed = self.stage.live(passed, self.clock, happened=self._happened, attended=self._window.attended)
        self._happened = False
        wanted = self._show() if changed else IDLE
        self._saves.begin()
        self._outlook.begin()
        return wanted

    def take(self, intent: Intent) -> None:
        """What an intent changes: the window's own here, all else by the screen on top."""
        self._aim = self._aim.after(intent, self.now, self._real)
        match intent:
            case Press():
                pass
            case Quit():
                self._leave()
            case Redraw():
                self.stage.change()
            case QuickSave():
                self._save(QUICK)
            case TakeScreenshot():
                self._notify(take_screenshot(self.stage.canvas, self._setup.pictures, self._story.title))
            case _ if self._aim.misses(intent, self.now):
                pass
            case _ if change := shortcut(intent, self.screen, self._story, self._preferences):
                self._apply(change)
                if isinstance(intent, ToggleAutoTurn):
                    turns = self._preferences.by_itself != "off"
                    self._notify("Pages turn by themselves." if turns else "Pages turn when you turn them.")
            case _:
                change = self.screen.handle(
                    intent, replace(self.context, pressed=self._aim.pressed(intent) - self.layers[-1].lost)
                )
                self.stage.play_ui_sound(ui_sound_of(intent, change))
                self._apply(change)
        if isinstance(intent, Hover) and self.open:
            things = self.screen.focusables(self.context)
            self._window.show_hand(any(each.enabled and each.at.collidepoint(intent.x, intent.y) for each in things))

    def _apply(self, change: ScreenChange | None) -> None:
        if is_other(change, self.screen):
            self.stage.dissolve(self.now)
        self._aim = self._aim.turned(change, self.screen, self.now)
        match change:
            case None:
                return
            case Become(screen, noises, softly):
                if softly:
                    self.stage.dissolve(self.now)
                self.layers = changed(self.layers, screen)
                self.stage.hear(noises, self._story, self.now)
            case Push(screen):
                self.layers = pushed(self.layers, screen, self.now)
            case Pop():
                self._pop()
            case TurnTo(timeline, cursor, noises):
                self._look()
                self.stage.hear(noises, self._story, self.now)
                self.layers = (Layer(self.screen),)
                self._apply(screen_at(self._story, timeline, cursor, self.clock))
                self._autosave()
            case GoToTitle(left):
                self._look()
                self._autosave()
                self.layers = (Layer(TitleScreen.of(self._story, left)),)
            case SetPreferences(preferences):
                self._prefer(preferences)
                self._tell(self._keep())
            case OpenSaves(writing):
                self._show_saves(writing=writing)
            case SaveTo(slot):
                self._save(slot)
                while len(self.layers) > 1:
                    self._pop()
            case LoadSave(slot):
                self._take_up(self._saves.load(slot))
            case RevisitEnding(ending):
                self._take_up(self._saves.run_of(ending))
            case DeleteSave(slot):
                self._drop(slot)
            case Notify(sentence):
                self._notify(sentence)
            case QuitGame():
                self._leave()
            case _:
                assert_never(change)
        self._happened = True
        self.stage.change()

    def _pop(self) -> None:
        self.layers = popped(self.layers, self.now)
        self.layers = changed(self.layers, self.screen.resumed(self.context))

    @property
    def _kept(self) -> tuple[Timeline, int] | None:
        """What is being played beneath all menus."""
        return self.layers[0].screen.kept

    def _look(self) -> None:
        """What stands on the page that is being left has been read."""
        kept = self._kept
        if kept:
            self._saves.look(kept[0].at, kept[1], self._tell)

    def _autosave(self) -> None:
        kept = self._kept
        if kept:
            self._saves.autosave(kept[0], self.stage.picture, self._tell)

    def _save(self, slot: str | None) -> None:
        kept = self._kept
        if kept:
            self._saves.save(slot, kept[0], self.stage.picture(), self._notify)
        else:
            self._notify("There is nothing to save here.")

    def _show_saves(self, *, writing: bool) -> None:
        if writing and not self._kept:
            self._notify("There is nothing to save here.")
            return
        saved = self._saves.saved()
        if isinstance(saved, Refused):
            self._notify(saved.why)
        else:
            self._apply(Push(SavesScreen.of(saved, self.screen.scenery(self._story), writing=writing)))

    def _drop(self, slot: str) -> None:
        """Back to the saves, where it is gone."""
        problem = self._saves.drop(slot)
        self._apply(Pop())
        if isinstance(self.screen, SavesScreen) and not problem:
            self._apply(Become(self.screen.without(slot)))
        self._notify(problem or "Deleted.")

    def _take_up(self, loaded: LoadedRun | Refused) -> None:
        """Go on with a run, or say why not."""
        if isinstance(loaded, Refused):
            self._notify(loaded.why)
            return
        self._autosave()
        self._apply(taken_up(loaded, self.screen.scenery(self._story)))
        if loaded.note or loaded.cause:
            self._notify(" ".join(filter(None, (loaded.note, loaded.cause))))

    def _leave(self) -> None:
        self._look()
        self._autosave()
        self._keep()
        self._saves.finish()
        self.layers = ()

    def _keep(self) -> str | None:
        """Preferences and window, for the next time; why that cannot be, if so."""
        return self._setup.keep(PlayerSettings(self._preferences, self._window.place))

    def _prefer(self, preferences: Preferences) -> None:
        """Text is only laid out anew where its type is another: what lies where it was read stays there."""
        before, self._preferences, self._pace = self._preferences, preferences, timing_of(preferences)
        self.stage.prefer(preferences)
        if (before.text_size, before.typeface) != (preferences.text_size, preferences.typeface):
            self._refit()

    def _refit(self) -> None:
        """Every screen is laid out anew, and keeps its place in its text."""
        self.layers = tuple(replace(each, screen=each.screen.refit(self._context(each))) for each in self.layers)

    def _show(self) -> float:
        self._aim = self._aim.drawn()
        scenery = self.screen.scenery(self._story)
        self._meet(scenery)
        return self.stage.show(self.screen, scenery, self.context, self.clock, alone=len(self.layers) == 1)

    def _notify(self, sentence: str | None) -> None:
        self.stage.say(sentence or "", self.now)

    def _tell(self, problem: str | None) -> None:
        """Say what could not be done, once: what fails may fail at every page."""
        if problem and problem not in self._told:
            self._told.add(problem)
            self._notify(problem)

    def _meet(self, scenery: Scenery) -> None:
        if scenery.reached and scenery.reached.id not in self._ended:
            self._ended |= {scenery.reached.id}
            kept = self._kept
            if kept:
                self._saves.meet(scenery.reached.id, kept[0].at, self._tell)
