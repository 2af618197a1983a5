"""The slots of one story: save files, the one before each, and what is said of them in a list."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from game.saves.about import About, understood_about, understood_picture, written_about, written_picture
from game.saves.beside import Kept, understood_kept, written_kept
from game.saves.files import read_whole, set_aside, sweep, write_whole
from game.saves.sealed import Damaged, Newer, holds_same, parts_of, read_part, sealed, unsealed
from game.saves.slots import ENDING, Kind, Name, named
from game.story.limits import MOST_BYTES, MOST_SLOTS

ABOUT, PICTURE, SAVE, BESIDE = range(4)

Stamp: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot that is not empty, or another file that can be loaded as one. `about` is None where nothing is known, and
    `problem` says why in a sentence without its stop; if both are there, it is the save before that is told of."""

    name: str
    about: About | None
    problem: str = ""

    @property
    def file(self) -> Name:
        return _checked(self.name)


@dataclass(frozen=True, slots=True)
class Found:
    """A save as read; `note` says in a sentence if it is the one before, and why."""

    kept: Kept
    about: About
    note: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of saves. Every method raises OSError where the disk does, and ValueError for a name that no slot has."""

    folder: Path

    def path(self, slot: str) -> Path:
        return self.folder / _checked(slot).file

    def before(self, slot: str) -> Path:
        return self.folder / f"{_checked(slot).text}.before{ENDING}"

    def write(self, slot: str, kept: Kept, about: About, picture: bytes = b"") -> int:
        """The save that was there becomes the one before, unless it holds the same. How many of the runs left longest ago
        are not in it, since a file may not be larger than is read.

        Nothing is written that would not be read again: then it raises ValueError, in a sentence.
        """
        if _checked(slot).kind is not Kind.SLOT:
            raise ValueError(f"‘{slot}’ is a copy, and nothing is saved to it")
        _check_readable(kept, about)
        content, path = _content(kept, about, picture), self.path(slot)
        most = fewest = len(kept.others)
        if len(content) > MOST_BYTES:
            fewest = bisect_left(range(most + 1), True, key=lambda runs: not _fits(kept.with_most(runs), about)) - 1
            if fewest < 0:
                raise ValueError(f"this run is so long that its file would have more than {MOST_BYTES:,} bytes")
            content = _content(kept.with_most(fewest), about)
        if not _holds(path, content):
            write_whole(path, content, self.before(slot))
            sweep(self.folder)
        return most - fewest

    def read(self, slot: str) -> Found | None:
        """The save, or None if the slot is empty. One that is damaged is set aside, and the one before is read; what is
        no slot stays as it is.

        Raises Newer, and Damaged if there is no other; both in a sentence.
        """
        path, before = self.path(slot), self.before(slot)
        if _checked(slot).kind is not Kind.SLOT:
            return _read(path)
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
        """Every slot that is not empty: those that save by themselves first, then by number; then what was set aside and
        is whole, and the copies that other programs made."""
        told = (self._aside(name) if name.kind is Kind.ASIDE else self._slot(name) for name in self._names())
        return tuple(slot for slot in told if slot)

    def _names(self) -> list[Name]:
        try:
            stems = {each.name.removesuffix(ENDING) for each in self.folder.iterdir() if each.suffix == ENDING}
        except FileNotFoundError:  # nothing was saved yet
            return []
        slots = {stem.removesuffix(".before") for stem in stems}
        names = {name for stem in stems | slots if (name := named(stem)) and (stem in stems or name.kind is Kind.SLOT)}
        return sorted(names, key=_order)

    def _slot(self, name: Name) -> Slot:
        problem = ""
        for path in (self.path(name.text), self.before(name.text)):
            try:
                return Slot(name.text, understood_about(read_part(path, ABOUT)), problem)
            except FileNotFoundError:
                continue
            except OSError as error:
                problem = problem or f"{path.name} cannot be read: {error.strerror or error}"
            except Newer as newer:
                return Slot(name.text, None, str(newer))
            except ValueError:
                problem = problem or f"{path.name} is damaged"
        return Slot(name.text, None, problem or f"{name.file} is gone")

    def _aside(self, name: Name) -> Slot | None:
        """Damaged files lie there, too. One that is whole was set aside by an earlier version, which read less."""
        try:
            found = _read(self.path(name.text))
        except (OSError, ValueError):
            return None
        return Slot(name.text, found.about) if found else None

    def abouts(self) -> Iterator[tuple[Name, About]]:
        """What is said of every slot, and copy of one, of which that can be read."""
        for name in self._names():
            slot = self._slot(name)
            if slot.about:
                yield name, slot.about

    def holds_choices(self, slot: str) -> bool:
        """Whether anything was chosen in what is there; of what cannot be read, so it may be."""
        return _holds_choices(self.path(slot))

    def is_free(self, slot: str) -> bool:
        """Whether nothing was chosen in what is there, nor in the one before it."""
        return not any(_is_there(path) and _holds_choices(path) for path in (self.path(slot), self.before(slot)))

    def stamp(self, slot: str) -> Stamp | None:
        """By which a file is known to be the same still; None where there is none."""
        try:
            status = self.path(slot).stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size

    def picture(self, slot: str) -> bytes:
        """The picture of a save, or nothing where there is none that can be read."""
        for path in (self.path(slot), self.before(slot)):
            try:
                return understood_picture(read_part(path, PICTURE))
            except (OSError, ValueError):
                continue
        return b""

    def delete(self, slot: str) -> None:
        """Empties the slot. The one before goes first, so that it cannot come back in place of the other."""
        self.before(slot).unlink(missing_ok=True)
        self.path(slot).unlink(missing_ok=True)


def _checked(slot: str) -> Name:
    name = named(slot)
    if name is None:
        raise ValueError(f"‘{slot[:20]}’ is no slot: they are quick, auto, and numbered from 1 to {MOST_SLOTS}")
    return name


def _order(name: Name) -> tuple[int, bool, int, str]:
    """Names of slots by their numbers: short ones before long ones."""
    return list(Kind).index(name.kind), name.slot.isdecimal(), len(name.text), name.text


def _check_readable(kept: Kept, about: About) -> None:
    """Raises ValueError, in a sentence, if a file that holds this would not be read as this."""
    try:
        same = understood_kept(*written_kept(kept)) == kept
        understood_about(written_about(about))
    except ValueError:
        same = False
    if not same:
        raise ValueError("this run holds what no save can, such as a name that is too long")


def _fits(kept: Kept, about: About) -> bool:
    return len(_content(kept, about)) <= MOST_BYTES


def _content(kept: Kept, about: About, picture: bytes = b"") -> bytes:
    return sealed((written_about(about), written_picture(picture), *written_kept(kept)))


def _holds(path: Path, content: bytes) -> bool:
    """Whether a whole file holds the same runs already, whatever its date and picture."""
    try:
        there = read_whole(path)
        return there is not None and holds_same(content, there, path.name, SAVE)
    except (OSError, ValueError):
        return False


def _is_there(path: Path) -> bool:
    """Raises OSError where the disk does."""
    try:
        path.stat()
    except FileNotFoundError:
        return False
    return True


def _holds_choices(path: Path) -> bool:
    try:
        about = understood_about(read_part(path, ABOUT))
        if about.choices is not None:
            return about.choices > 0
        found = _read(path)
    except FileNotFoundError:
        return False
    except (OSError, ValueError):
        return True
    return found is not None and found.kept.choices > 0


def _read(path: Path) -> Found | None:
    try:
        content = read_whole(path)
    except ValueError as problem:
        raise Damaged(str(problem)) from problem
    if content is None:
        return None
    more = parts_of(content, path.name) > BESIDE
    about, *parts = unsealed(content, path.name, (ABOUT, SAVE, *((BESIDE,) if more else ())))
    try:
        return Found(understood_kept(*parts), understood_about(about))
    except ValueError as problem:
        raise Damaged(f"{path.name} is not one of ours") from problem


def _put_aside(path: Path) -> str:
    try:
        return f"it now lies in {set_aside(path).name}"
    except OSError as error:
        return f"it was left where it is, because of this: {error.strerror}"
