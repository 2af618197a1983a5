"""The saves with their pictures: to save, to go on from one, to throw one away."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import pygame

from game.play.situation import TextRun
from game.saves.formats.summary import NEVER, Age, Summary, parse_date
from game.saves.slots.names import FileKind
from game.saves.slots.save_folder import ListedSave
from game.story.model import Story
from game.ui.column.browsing import Browsing
from game.ui.column.column import Column
from game.ui.column.content import Label, TextItem
from game.ui.column.layout import lay_out
from game.ui.scenery.scenery import Scenery
from game.ui.screens.context import Context
from game.ui.screens.item import Item, rows_of
from game.ui.screens.menus.ask import AskScreen
from game.ui.screens.menus.menu import MenuScreen, heading
from game.ui.screens.screen import Become, DeleteSave, LoadSave, Pop, Push, SaveTo, ScreenChange
from game.ui.screens.words import shortened
from game.ui.theme.palette import PALETTE

BACK, ANEW = "Back", "Save here"

CHOICE = 60  # signs of it that are shown


@dataclass(frozen=True, slots=True)
class Saved:
    """A slot that is not empty, and its picture if it has one."""

    slot: ListedSave
    picture: pygame.Surface | None = None

    @property
    def age(self) -> Age:
        """How new it is, to be compared with others; older than all, where nothing is known of it."""
        return self.slot.summary.age if self.slot.summary else (NEVER, 0)


@dataclass(frozen=True, slots=True)
class SavesScreen(MenuScreen):
    """`saved` has the newest first."""

    writing: bool
    saved: tuple[Saved, ...]
    behind: Scenery
    deleting: bool = False

    @classmethod
    def of(cls, saved: Sequence[Saved], behind: Scenery, *, writing: bool) -> "SavesScreen":
        """Where there is writing, without those that nobody writes to by hand."""
        shown = [each for each in saved if not writing or _by_hand(each.slot)]
        shown.sort(key=lambda each: each.age, reverse=True)
        focus = ANEW if writing else _key(shown[0]) if shown else BACK
        return cls(writing, tuple(shown), behind, browsing=Browsing(focus=focus))

    def without(self, slot: str) -> "SavesScreen":
        """After that slot was emptied; where that was the last, nothing more is deleted."""
        left = tuple(each for each in self.saved if each.slot.name != slot)
        return replace(self, saved=left, deleting=self.deleting and bool(left), browsing=Browsing(focus=BACK))

    def scenery(self, _: Story, /) -> Scenery:
        """The scene that it lay over, at rest."""
        return replace(self.behind, tremor=None)

    def back(self, _: Context, /) -> ScreenChange | None:
        """Out of deleting first, then out of here."""
        return Become(replace(self, deleting=False)) if self.deleting else Pop()

    def items(self, context: Context) -> tuple[Item, ...]:
        """A new save where there is writing, every save, the way back, and the button over them."""
        anew = (Item.of(ANEW, SaveTo),) if self.writing and not self.deleting else ()
        rows = (Item(_label(each, self), partial(self._on, each.slot)) for each in self.saved)
        return *anew, *rows, Item.of(BACK, partial(self.back, context)), *self._buttons(context)

    def _buttons(self, context: Context) -> tuple[Item, ...]:
        if self.deleting:
            return (Item.of("Enough deleted", partial(self.back, context)),)
        return (Item.of("Delete a save", self._deleting),) if self.saved else ()

    def _deleting(self) -> ScreenChange:
        return Become(replace(self, deleting=True, browsing=Browsing(focus=_key(self.saved[0]))))

    def _on(self, slot: ListedSave) -> ScreenChange:
        told = said_of(slot)
        if self.deleting:
            question = AskScreen("Delete this save?", told, "Delete it", "Keep it", DeleteSave(slot.name), self.behind)
            return Push(question)
        if not self.writing:
            return LoadSave(slot.name)
        question = AskScreen("Write over it?", told, "Save here instead", "Keep it", SaveTo(slot.name), self.behind)
        return Push(question)

    def column(self, context: Context) -> Column:
        """What is asked for, over the saves with their pictures."""
        type, metrics = context.type, context.type.metrics
        said = "Delete which?" if self.deleting else "Save" if self.writing else "Go on from"
        texts: list[TextItem | Label] = [heading(type, said)]
        if not self.saved and not self.writing:
            none = type.block(type.span("Nothing is saved yet.", metrics.em(0.92), PALETTE.quiet), metrics.column_width)
            texts.append(TextItem(none, metrics.em(0.5), 1))
        buttons = self._buttons(context)
        rows = self.items(context)[: -len(buttons) or None]
        labels = tuple(button.label for button in buttons)
        return lay_out(type, self.behind.side, texts, rows_of(rows, close=True), labels)


def _label(saved: Saved, screen: SavesScreen) -> Label:
    slot = saved.slot
    runs = _runs(slot.summary) if slot.summary else (TextRun(slot.file.words),)
    usable = slot.summary is not None or screen.deleting or screen.writing
    return Label(_key(saved), runs, note=said_of(slot), enabled=usable, picture=saved.picture)


def _key(saved: Saved) -> str:
    return f"save {saved.slot.name}"


def _runs(about: Summary) -> tuple[TextRun, ...]:
    """What tells one save from another: how it ended, else where it is and what was chosen last."""
    if about.ending:
        return (TextRun(about.ending),)
    if about.choice:
        return TextRun(f"{about.chapter}: "), TextRun(shortened(about.choice, CHOICE), stress=True)
    return (TextRun(about.chapter),)


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
