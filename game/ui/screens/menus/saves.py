"""The saves with their pictures: to save, to go on from one, to throw one away."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pygame

from game.play.situation import Run
from game.saves.formats.summary import NEVER, Age, Summary, parse_date
from game.saves.slots.names import FileKind
from game.saves.slots.save_folder import ListedSave
from game.story.model import Story
from game.ui.column.browsing import Browsing, Taken
from game.ui.column.content import Label, Rows, TextItem
from game.ui.column.layout import Column, lay_out
from game.ui.scenery.scenery import Scenery
from game.ui.screens.context import Context
from game.ui.screens.menus.ask import AskScreen
from game.ui.screens.menus.menu import MenuScreen, heading
from game.ui.screens.screen import Become, DeleteSave, LoadSave, Pop, Push, SaveTo, Transition
from game.ui.screens.words import shortened
from game.ui.theme.palette import PALETTE

BACK = Label.of(0, "Back")
ANEW = Label.of(-1, "Save here")
DELETE = Label.of(-2, "Delete a save")
DONE = Label.of(-3, "Enough deleted")

CHOICE = 60  # signs of it that are shown


@dataclass(frozen=True, slots=True)
class Saved:
    """A slot that is not empty, and its picture if it has one."""

    slot: ListedSave
    picture: pygame.Surface | None = None

    @property
    def age(self) -> Age:
        return self.slot.summary.age if self.slot.summary else (NEVER, 0)


@dataclass(frozen=True, slots=True)
class SavesScreen(MenuScreen):
    """`saved` has the newest first. Row n + 1 is the nth of them."""

    writing: bool
    saved: tuple[Saved, ...]
    behind: Scenery
    deleting: bool = False

    @classmethod
    def of(cls, saved: Sequence[Saved], behind: Scenery, *, writing: bool) -> "SavesScreen":
        """Where there is writing, without those that nobody writes to by hand."""
        shown = [each for each in saved if not writing or _by_hand(each.slot)]
        shown.sort(key=lambda each: each.age, reverse=True)
        focus = ANEW.key if writing else 1 if shown else BACK.key
        return cls(writing, tuple(shown), behind, browsing=Browsing(focus=focus))

    def without(self, slot: str) -> "SavesScreen":
        left = tuple(each for each in self.saved if each.slot.name != slot)
        return replace(self, saved=left, deleting=self.deleting and bool(left), browsing=Browsing(focus=BACK.key))

    def scenery(self, _: Story, /) -> Scenery:
        return replace(self.behind, tremor=None)

    def back(self, _: Context, /) -> Transition | None:
        return Become(replace(self, deleting=False)) if self.deleting else Pop()

    def take(self, taken: Taken, context: Context) -> Transition | None:
        match taken.key:
            case BACK.key | DONE.key:
                return self.back(context)
            case DELETE.key:
                return Become(replace(self, deleting=True, browsing=Browsing(focus=1)))
            case ANEW.key:
                return SaveTo()
            case number:
                return self._on(self.saved[number - 1].slot)

    def _on(self, slot: ListedSave) -> Transition:
        told = said_of(slot)
        if self.deleting:
            question = AskScreen("Delete this save?", told, "Delete it", "Keep it", DeleteSave(slot.name), self.behind)
            return Push(question)
        if not self.writing:
            return LoadSave(slot.name)
        question = AskScreen("Write over it?", told, "Save here instead", "Keep it", SaveTo(slot.name), self.behind)
        return Push(question)

    def column(self, context: Context) -> Column:
        type, metrics = context.type, context.type.metrics
        said = "Delete which?" if self.deleting else "Save" if self.writing else "Go on from"
        texts: list[TextItem | Label] = [heading(type, said)]
        if not self.saved and not self.writing:
            none = type.block(type.span("Nothing is saved yet.", metrics.em(0.92), PALETTE.quiet), metrics.column_width)
            texts.append(TextItem(none, metrics.em(0.5), 1))
        anew = (ANEW,) if self.writing and not self.deleting else ()
        rows = (*anew, *(_label(number, each, self) for number, each in enumerate(self.saved, start=1)), BACK)
        buttons = (DONE,) if self.deleting else (DELETE,) if self.saved else ()
        return lay_out(type, self.behind.side, texts, Rows(rows, close=True), buttons)


def _label(number: int, saved: Saved, screen: SavesScreen) -> Label:
    slot = saved.slot
    runs = _runs(slot.summary) if slot.summary else (Run(slot.file.words),)
    usable = slot.summary is not None or screen.deleting or screen.writing
    return Label(number, runs, note=said_of(slot), enabled=usable, picture=saved.picture)


def _runs(about: Summary) -> tuple[Run, ...]:
    """What tells one save from another: how it ended, else where it is and what was chosen last."""
    if about.ending:
        return (Run(about.ending),)
    if about.choice:
        return Run(f"{about.chapter}: "), Run(shortened(about.choice, CHOICE), stress=True)
    return (Run(about.chapter),)


def said_of(slot: ListedSave) -> str:
    """All that is known of a save, in a line."""
    about = slot.summary
    if about is None:
        return f"{slot.problem}."
    parts = [
        slot.file.words,
        _when(about),
        about.chapter if about.ending else f"{about.place:.0%} of the chapter",
        f"{about.words:,} {'word' if about.words == 1 else 'words'}",
    ]
    return " · ".join(part for part in parts if part) + (
        f". {slot.problem}: this is the one before" if slot.problem else ""
    )


def _by_hand(slot: ListedSave) -> bool:
    return slot.file.kind is FileKind.SLOT and not slot.file.automatic


def _when(about: Summary) -> str:
    date = parse_date(about.date)
    return f"{date.day} {date:%B %Y, %H:%M}" if date else ""
