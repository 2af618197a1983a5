"""Saves are written beside the frames: in order, none lost, at most one choice behind, and what fails is told."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING

import pygame
import pytest

from game.play.opening import open_page
from game.play.page import Choosing, page_of
from game.play.playthrough import Playthrough, advance, choose, show_whole, start
from game.play.timeline import Timeline, went
from game.saves.runs.replay import LoadedRun
from game.ui.stack.save_service import SaveService
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.saves.keeper import Keeper
    from game.story.model import Story
    from tests.ui.conftest import Tale

DATE = "2026-11-25T12:04:00+00:00"


@pytest.fixture
def story(tale: Tale) -> Story:
    """Two pages and a question, again and again."""
    return tale.story(
        tale.scene("start", "Here.", way=tale.go("there")),
        tale.scene("there", "There.", way=tale.menu(tale.option("on", "start"), tale.option("off"))),
    )


class Slow:
    """A writer of its own thread, which waits at every save until it is let."""

    def __init__(self, keeper: Keeper, monkeypatch: pytest.MonkeyPatch) -> None:
        self.may, self.begun = Event(), Event()
        self.written: list[int] = []
        real = keeper.autosave

        def autosave(timeline: Timeline, date: str, picture: bytes = b"") -> str | None:
            self.begun.set()
            self.may.wait()
            problem = real(timeline, date, picture)
            self.written.append(len(timeline.at.past))
            return problem

        monkeypatch.setattr(keeper, "autosave", autosave)
        self.executor = ThreadPoolExecutor(max_workers=1)


@pytest.fixture
def keeper(keeping: Callable[[Story], Keeper], story: Story) -> Keeper:
    return keeping(story)


@pytest.fixture
def slow(keeper: Keeper, monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    slow = Slow(keeper, monkeypatch)
    yield slow
    slow.may.set()
    slow.executor.shutdown()


@pytest.fixture
def service(keeper: Keeper, slow: Slow) -> SaveService:
    return SaveService(keeper, lambda: DATE, slow.executor, automatic=True)


def picture() -> pygame.Surface:
    return pygame.Surface((64, 36))


def pages(story: Story) -> Iterator[Timeline]:
    """A run page by page, for ever."""
    timeline = Timeline(whole(story, start(story)))
    while True:
        yield timeline
        timeline = went(timeline, whole(story, turned(story, timeline.at)))


def whole(story: Story, at: Playthrough) -> Playthrough:
    return show_whole(at, open_page(story, at.now).events)


def turned(story: Story, at: Playthrough) -> Playthrough:
    return choose(story, at, 1) if isinstance(page_of(story, at).next, Choosing) else advance(story, at)


def test_a_page_is_turned_while_its_save_is_written_and_the_save_is_there_when_it_is_asked_for(
    service: SaveService, slow: Slow, story: Story
) -> None:
    run, told = pages(story), list[str | None]()
    service.autosave(next(run), picture, told.append)
    service.begin()
    slow.begun.wait()
    service.settle()
    assert told == []
    slow.may.set()
    loaded = service.load("auto")
    assert isinstance(loaded, LoadedRun)
    assert told == [None], "what was asked for before is told before"
    assert service.holds_any


def test_of_pages_without_a_choice_the_newest_is_written_and_no_more_than_one_choice_waits(
    service: SaveService, slow: Slow, story: Story
) -> None:
    run, told = pages(story), list[str | None]()
    service.autosave(next(run), picture, told.append)
    service.begin()
    slow.begun.wait()
    service.autosave(next(run), picture, told.append)
    assert slow.written == []
    with ThreadPoolExecutor(max_workers=1) as player:
        chosen = player.submit(service.autosave, next(run), picture, told.append)
        assert not chosen.done()
        slow.may.set()
        chosen.result()
    assert slow.written[:2] == [0, 1], "the choice waited until all before it was written"
    service.finish()
    assert slow.written == [0, 1, 2]
    assert told == [None] * 3


def test_many_pages_without_a_choice_cost_one_save(
    service: SaveService, slow: Slow, keeper: Keeper, story: Story
) -> None:
    first, second, *_ = (timeline for timeline, _ in zip(pages(story), range(2), strict=False))
    told = list[str | None]()
    service.autosave(first, picture, told.append)
    service.begin()
    slow.begun.wait()
    for _ in range(9):
        service.autosave(second, picture, told.append)
    slow.may.set()
    service.finish()
    assert slow.written == [0, 1]
    assert told == [None] * 10


def test_what_cannot_be_written_is_told_when_that_is_known(
    service: SaveService, slow: Slow, story: Story, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "autosave", lambda *_: "The disk is full.")
    told = list[str | None]()
    service.autosave(next(pages(story)), picture, told.append)
    service.begin()
    until(lambda: told, "the failure is told", service.settle)
    assert told == ["The disk is full."]
    assert not service.holds_any


def test_what_is_on_the_page_counts_as_read_before_that_is_written(
    service: SaveService, slow: Slow, keeper: Keeper, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "look", lambda _: slow.may.wait() and None)
    at = next(pages(story)).at
    events = open_page(story, at.now).events
    assert not any(service.has_read(event) for event in events)
    service.look(at, len(events), lambda _: None)
    assert all(service.has_read(event) for event in events)
