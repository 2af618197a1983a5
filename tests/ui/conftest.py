"""Small stories by hand, a window that nobody sees, and a clock that the test winds."""

import inspect
import os

os.environ["SDL_VIDEODRIVER"] = "dummy"  # before pygame is imported
os.environ["SDL_AUDIODRIVER"] = "dummy"

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import Any, TypeVar

import pygame
import pytest

from game.saves.keeper import Keeper
from game.story.conditions import Compare, Constant, Held, Op
from game.story.model import (
    Arrive,
    Block,
    Chapter,
    Choice,
    End,
    Ending,
    Exit,
    Fork,
    Line,
    Menu,
    Music,
    Onward,
    Person,
    Place,
    Scene,
    Silence,
    Story,
)
from game.story.prose import Words
from game.story.variables import Flag, Variable
from game.ui.column.column import Column, Row
from game.ui.driver import AtOnce, Driver
from game.ui.screens.reading.reading import ReadingScreen
from game.ui.setup import Setup
from game.ui.sound import Levels
from game.ui.window.window import Window

T = TypeVar("T")

ASSETS = Path(__file__).resolve().parents[2] / "assets"
STEP = 0.05


class Tale:
    """Makes stories out of few words."""

    never = Compare(Held("never"), Op.EQ, Constant(value=True))

    def option(self, id: str, go: str = "end", *, locked: str | None = None, then: str = "") -> Choice:
        return Choice(
            id,
            (Words(f"Say {id}."),),
            go,
            condition=self.never if locked else None,
            locked=(Words(locked),) if locked else None,
            then=(Line(None, (Words(then),)),) if then else (),
        )

    def menu(self, *choices: Choice, silence: float | None = None, silent_go: str = "end") -> Menu:
        silent = Choice("silent", (Words("Say nothing."),), silent_go)
        return Menu(choices, Silence(silence, silent) if silence is not None else None)

    def scene(self, id: str, *text: str | Block, way: Exit, aftermath: str | None = None, chapter: int = 0) -> Scene:
        blocks = tuple(Line(None, (Words(each),)) if isinstance(each, str) else each for each in text)
        return Scene(id, chapter, blocks, way, aftermath)

    def go(self, scene: str) -> Onward:
        return Onward((Fork(scene),))

    def story(self, *scenes: Scene, chapters: Sequence[Chapter] = (Chapter(1, "One", "Ann"),), **more: Any) -> Story:
        """The story of these scenes, begun by the first; `end` is one more, which ends it."""
        end = self.scene("end", "It is over.", way=End("over"))
        return Story(
            id="tale",
            title="A Tale",
            start=scenes[0].id,
            chapters=tuple(chapters),
            scenes={scene.id: scene for scene in (end, *scenes)},
            endings={"over": Ending("over", "All Over")},
            cast={"ann": Person("ann", "Ann", "#ff8800")},
            variables={"never": Variable("never", Flag(), start=False)},
            places={
                "cave": Place("cave", "no_such_picture", "left"),
                "den": Place("den", None, "left"),
                "hall": Place("hall", None, "right"),
                "light": Place("light", "cavern_light", "right"),
            },
            **more,
        )

    def simple(self, **more: Any) -> Story:
        """Two paragraphs, three options of which the second is locked, an ending behind each."""
        options = (self.option("yes"), self.option("no", locked="You cannot."), self.option("on", "further"))
        return self.story(
            self.scene("start", Arrive("cave"), "First things first.", "Then the next.", way=self.menu(*options)),
            self.scene("further", "Further on.", way=self.go("end")),
            **more,
        )

    def long(self, words: int = 2000, options: int = 9) -> Story:
        """A page of so many words, which leads to so many options."""
        paragraph = " ".join(["word"] * 100)
        choices = tuple(
            self.option(f"at_length_{number}_and_in_many_more_words_than_one_line_of_the_column_holds")
            for number in range(1, options + 1)
        )
        return self.story(self.scene("start", *[paragraph] * (words // 100), way=self.menu(*choices)))


class Heard:
    """Notes what would be heard."""

    def __init__(self) -> None:
        self.music = Music(None)
        self.ambience: str | None = None
        self.noises: list[str] = []
        self.ui_sounds: list[str] = []

    @property
    def track(self) -> str | None:
        return self.music.track

    def play_scene(self, music: Music, ambience: str | None) -> None:
        self.music, self.ambience = music, ambience

    def attend(self) -> None:
        pass

    def set_levels(self, levels: Levels) -> None:
        self.levels = levels

    def play_noise(self, sound: str) -> None:
        self.noises.append(sound)

    def play_ui_sound(self, name: str) -> None:
        self.ui_sounds.append(name)

    def close(self) -> None:
        pass


class Unlit(pygame.Surface):
    """A canvas that everything is drawn on, and on which nothing of it lands: most of a frame's time is its pixels."""

    def __init__(self, like: pygame.Surface) -> None:
        super().__init__(like.get_size(), 0, like)
        self.set_clip(None)

    def set_clip(self, _: object) -> None:
        super().set_clip((0, 0, 0, 0))


class Pane(Window):
    """A window that is drawn in the dark while nobody looks at its picture: a test that does then, fails."""

    def __init__(self, title: str, size: tuple[int, int], *, dark: bool) -> None:
        self.dark = False
        super().__init__(title, size)
        self.dark, self._unlit = dark, Unlit(super().canvas)

    @property
    def canvas(self) -> pygame.Surface:
        canvas = super().canvas
        if not self.dark:
            return canvas
        here = inspect.currentframe()
        assert here
        assert here.f_back
        asking = here.f_back.f_globals["__name__"]
        is_drawing = asking.startswith("game.") and asking != Driver.__module__
        assert is_drawing, "in the dark there is no picture to look at"
        if self._unlit.get_size() != canvas.get_size():
            self._unlit = Unlit(canvas)
        return self._unlit


class Player(Driver):
    """Sits before a game, and knows the pages of its story."""

    def __init__(
        self,
        story: Story,
        size: tuple[int, int],
        *,
        dark: bool = False,
        background: Executor | None = None,
        **settings: Any,
    ) -> None:
        pygame.display.init()
        self.heard, self.pane = Heard(), Pane(story.title, size, dark=dark)
        folders = {"assets": ASSETS, "fonts": ASSETS / "fonts", "pictures": ASSETS / "no such folder"}
        super().__init__(
            story,
            Setup(**{**folders, **settings}),
            window=self.pane,
            sound=self.heard,
            background=background,
        )

    @property
    def reading(self) -> ReadingScreen:
        assert isinstance(self.screen, ReadingScreen)
        return self.screen

    @property
    def column(self) -> Column:
        return self.reading.column(self.context)

    def glide(self) -> None:
        """Let a scroll come to its end."""
        self.game.frame(0.2)
        self.game.frame(0.2)

    def begin(self) -> None:
        """From the title past the first chapter's card."""
        self.press(pygame.K_RETURN, pygame.K_SPACE)

    def finish_page(self) -> None:
        """Have all of the page shown, leaf by leaf, and its foot open, long enough ago to answer."""
        for _ in range(500):
            if self.reading.pagination.opened is not None:
                break
            self.press(pygame.K_SPACE)
        self.wait(1)

    def place_of(self, row: Row) -> tuple[int, int]:
        """The middle of a row, as seen in the window."""
        column = self.column
        top = column.window.top + row.top - self.reading.browsing.scroll.at(self.game.now)
        return column.window.centerx, round(top + row.height / 2)


@pytest.fixture
def at_once() -> Executor:
    return AtOnce()


@pytest.fixture
def tale() -> Tale:
    return Tale()


@pytest.fixture
def keeping(tmp_path: Path) -> Callable[[Story], Keeper]:
    """What a player has, who has played nothing yet."""
    return lambda story: Keeper(tmp_path, story)


@pytest.fixture
def dark() -> bool:
    """Whether windows are drawn in the dark: so in modules that read no picture, where they say so."""
    return False


@pytest.fixture
def play(dark: bool) -> Iterator[Callable[..., Player]]:
    players: list[Player] = []

    def play(story: Story, size: tuple[int, int] = (1280, 720), **settings: Any) -> Player:
        players.append(Player(story, size, **{"dark": dark, **settings}))
        return players[-1]

    yield play
    for player in players:
        player.window.close()
