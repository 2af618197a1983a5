"""The slots of one story: save files, the one before each, and what is said of them in a list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from game.saves.about import About, understood_about, understood_picture, written_about, written_picture
from game.saves.beside import understood_beside, written_beside
from game.saves.coding import understood, written
from game.saves.files import read_whole, set_aside, sweep, write_whole
from game.saves.save import Save
from game.saves.sealed import Damaged, Newer, parts_of, read_part, sealed, unsealed

SLOT = re.compile(r"auto(-[2-9])?|quick|[1-9][0-9]{0,2}", re.ASCII)
ABOUT, PICTURE, SAVE, BESIDE = range(4)


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot that is not empty. `about` is None where nothing is known, and `problem` says why in a sentence; if both
    are there, it is the save before that is told of."""

    name: str
    about: About | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A save as read, with the runs beside it; `note` says in a sentence if it is the one before, and why."""

    save: Save
    about: About
    note: str = ""
    beside: tuple[Save, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of saves. Every method raises OSError where the disk does, and ValueError for a name that no slot has."""

    folder: Path

    def path(self, slot: str) -> Path:
        return self.folder / f"{_checked(slot)}.jsonl"

    def before(self, slot: str) -> Path:
        return self.folder / f"{_checked(slot)}.before.jsonl"

    def write(self, slot: str, save: Save, about: About, picture: bytes = b"", beside: Sequence[Save] = ()) -> None:
        """The save that was there becomes the one before."""
        more = (written_beside(save, beside),) if beside else ()
        content = sealed((written_about(about), written_picture(picture), written(save), *more))
        write_whole(self.path(slot), content, self.before(slot))
        sweep(self.folder)

    def read(self, slot: str) -> Found | None:
        """The save, or None if the slot is empty. One that is damaged is set aside, and the one before is read.

        Raises Newer, and Damaged if there is no other; both in a sentence.
        """
        path, before = self.path(slot), self.before(slot)
        try:
            found = _read(path)
        except Damaged as problem:
            sentence = f"{problem}; {_put_aside(path)}"
            try:
                earlier = _read(before)
            except Damaged as other:
                raise Damaged(f"{sentence}. So is the save before it: {other}; {_put_aside(before)}") from problem
            if earlier is None:
                raise Damaged(f"{sentence}. There is no save before it") from problem
            return replace(earlier, note=f"{sentence}. The save before it was used.")
        if found is not None:
            return found
        earlier = _read(before)
        return replace(earlier, note=f"{path.name} is gone. The save before it was used.") if earlier else None

    def slots(self) -> tuple[Slot, ...]:
        """Every slot that is not empty: those that save by themselves first, then by number."""
        names = {path.name.split(".")[0] for path in self.folder.glob("*.jsonl") if ".damaged" not in path.name}
        found = sorted(
            (name for name in names if SLOT.fullmatch(name)), key=lambda name: (len(name) < 4, len(name), name)
        )
        return tuple(self._slot(name) for name in found)

    def _slot(self, name: str) -> Slot:
        problem = ""
        for path in (self.path(name), self.before(name)):
            try:
                return Slot(name, understood_about(read_part(path, ABOUT)), problem)
            except FileNotFoundError:
                continue
            except OSError as error:
                problem = problem or f"{path.name} cannot be read: {error.strerror}"
            except Newer as newer:
                return Slot(name, None, str(newer))
            except ValueError:
                problem = problem or f"{path.name} is damaged"
        return Slot(name, None, problem)

    def picture(self, slot: str) -> bytes:
        """The picture of a save, or nothing where there is none that can be read."""
        for path in (self.path(slot), self.before(slot)):
            try:
                return understood_picture(read_part(path, PICTURE))
            except (OSError, ValueError):
                continue
        return b""

    def changed(self, slot: str) -> float:
        """When it was last written; 0 if never."""
        return max(_times(self.path(slot), self.before(slot)), default=0.0)

    def delete(self, slot: str) -> None:
        """Empties the slot. The one before goes first, so that it cannot come back in place of the other."""
        self.before(slot).unlink(missing_ok=True)
        self.path(slot).unlink(missing_ok=True)


def _checked(slot: str) -> str:
    if not SLOT.fullmatch(slot):
        raise ValueError(f"‘{slot[:20]}’ is no slot: they are quick, auto, and numbered from 1 to 999")
    return slot


def _read(path: Path) -> Found | None:
    try:
        content = read_whole(path)
    except ValueError as problem:
        raise Damaged(str(problem)) from problem
    if content is None:
        return None
    more = parts_of(content, path.name) > BESIDE
    about, save, *rest = unsealed(content, path.name, (ABOUT, SAVE, *((BESIDE,) if more else ())))
    try:
        beside = understood_beside(rest[0], save) if rest else ()
        return Found(understood(save), understood_about(about), beside=beside)
    except ValueError as problem:
        raise Damaged(f"{path.name} is not one of ours") from problem


def _put_aside(path: Path) -> str:
    try:
        return f"it now lies in {set_aside(path).name}"
    except OSError as error:
        return f"it was left where it is, because of this: {error.strerror}"


def _times(*paths: Path) -> Iterator[float]:
    for path in paths:
        try:
            yield path.stat().st_mtime
        except OSError:
            continue
