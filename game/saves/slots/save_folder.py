"""The slots of one story: save files, the one before each, and what is said of them in a list."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from game.saves.files.atomic import read_whole, set_aside, sweep, write_atomic
from game.saves.files.checksummed import Damaged, Newer, checksummed, count_parts, holds_same, read_part, verified
from game.saves.formats.sibling_runs import SavedTimeline, decode_timeline, encode_timeline
from game.saves.formats.summary import Summary, decode_picture, decode_summary, encode_picture, encode_summary
from game.saves.slots.names import ENDING, FileKind, SaveName, parse_name
from game.story.limits import MOST_BYTES, MOST_SLOTS

SUMMARY, PICTURE, RUN, SIBLINGS = range(4)

FileStamp: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ListedSave:
    """A slot that is not empty, or another file that can be loaded as one. `summary` is None where nothing is known, and
    `problem` says why in a sentence without its stop; if both are there, it is the save before that is told of."""

    name: str
    summary: Summary | None
    problem: str = ""

    @property
    def file(self) -> SaveName:
        """What its name says of it."""
        return _checked(self.name)


@dataclass(frozen=True, slots=True)
class FoundSave:
    """A save as read; `note` says in a sentence if it is the one before, and why."""

    timeline: SavedTimeline
    summary: Summary
    note: str = ""


@dataclass(frozen=True, slots=True)
class SaveFolder:
    """A folder of saves. Every method raises OSError where the disk does, and ValueError for a name that no slot has."""

    folder: Path

    def path(self, slot: str) -> Path:
        """Its file."""
        return self.folder / _checked(slot).file

    def before(self, slot: str) -> Path:
        """The file of the save that was there before the one that is."""
        return self.folder / f"{_checked(slot).text}.before{ENDING}"

    def write(self, slot: str, saved: SavedTimeline, summary: Summary, picture: bytes = b"") -> int:
        """The save that was there becomes the one before, unless it holds the same. How many of the runs left longest ago
        are not in it, since a file may not be larger than is read.

        Nothing is written that would not be read again: then it raises ValueError, in a sentence.
        """
        if _checked(slot).kind is not FileKind.SLOT:
            raise ValueError(f"‘{slot}’ is a copy, and nothing is saved to it")
        _check_readable(saved, summary)
        content, path = _content(saved, summary, picture), self.path(slot)
        most = fewest = len(saved.siblings)
        if len(content) > MOST_BYTES:
            fewest = bisect_left(range(most + 1), True, key=lambda runs: not _fits(saved.with_most(runs), summary)) - 1
            if fewest < 0:
                raise ValueError(f"this run is so long that its file would have more than {MOST_BYTES:,} bytes")
            content = _content(saved.with_most(fewest), summary)
        if not _holds(path, content):
            write_atomic(path, content, self.before(slot))
            sweep(self.folder)
        return most - fewest

    def read(self, slot: str) -> FoundSave | None:
        """The save, or None if the slot is empty. One that is damaged is set aside, and the one before is read; what is
        no slot stays as it is.

        Raises Newer, and Damaged if there is no other; both in a sentence.
        """
        path, before = self.path(slot), self.before(slot)
        if _checked(slot).kind is not FileKind.SLOT:
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

    def slots(self) -> tuple[ListedSave, ...]:
        """Every slot that is not empty: those that save by themselves first, then by number; then what was set aside and
        is whole, and the copies that other programs made."""
        told = (self._aside(name) if name.kind is FileKind.ASIDE else self._slot(name) for name in self._names())
        return tuple(slot for slot in told if slot)

    def _names(self) -> list[SaveName]:
        try:
            stems = {each.name.removesuffix(ENDING) for each in self.folder.iterdir() if each.suffix == ENDING}
        except FileNotFoundError:  # nothing was saved yet
            return []
        slots = {stem.removesuffix(".before") for stem in stems}
        names = {
            name
            for stem in stems | slots
            if (name := parse_name(stem)) and (stem in stems or name.kind is FileKind.SLOT)
        }
        return sorted(names, key=_order)

    def _slot(self, name: SaveName) -> ListedSave:
        problem = ""
        for path in (self.path(name.text), self.before(name.text)):
            try:
                return ListedSave(name.text, decode_summary(read_part(path, SUMMARY)), problem)
            except FileNotFoundError:
                continue
            except OSError as error:
                problem = problem or f"{path.name} cannot be read: {error.strerror or error}"
            except Newer as newer:
                return ListedSave(name.text, None, str(newer))
            except ValueError:
                problem = problem or f"{path.name} is damaged"
        return ListedSave(name.text, None, problem or f"{name.file} is gone")

    def _aside(self, name: SaveName) -> ListedSave | None:
        """Damaged files lie there, too. One that is whole was set aside by an earlier version, which read less."""
        try:
            found = _read(self.path(name.text))
        except (OSError, ValueError):
            return None
        return ListedSave(name.text, found.summary) if found else None

    def summaries(self) -> Iterator[tuple[SaveName, Summary]]:
        """What is said of every slot, and copy of one, of which that can be read."""
        for name in self._names():
            slot = self._slot(name)
            if slot.summary:
                yield name, slot.summary

    def holds_choices(self, slot: str) -> bool:
        """Whether anything was chosen in what is there; of what cannot be read, so it may be."""
        return _holds_choices(self.path(slot))

    def is_free(self, slot: str) -> bool:
        """Whether nothing was chosen in what is there, nor in the one before it."""
        return not any(_is_there(path) and _holds_choices(path) for path in (self.path(slot), self.before(slot)))

    def stamp(self, slot: str) -> FileStamp | None:
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
                return decode_picture(read_part(path, PICTURE))
            except (OSError, ValueError):
                continue
        return b""

    def delete(self, slot: str) -> None:
        """Empties the slot. The one before goes first, so that it cannot come back in place of the other."""
        self.before(slot).unlink(missing_ok=True)
        self.path(slot).unlink(missing_ok=True)


def _checked(slot: str) -> SaveName:
    name = parse_name(slot)
    if name is None:
        raise ValueError(f"‘{slot[:20]}’ is no slot: they are quick, auto, and numbered from 1 to {MOST_SLOTS}")
    return name


def _order(name: SaveName) -> tuple[int, bool, int, str]:
    """Names of slots by their numbers: short ones before long ones."""
    return list(FileKind).index(name.kind), name.slot.isdecimal(), len(name.text), name.text


def _check_readable(saved: SavedTimeline, summary: Summary) -> None:
    """Raises ValueError, in a sentence, if a file that holds this would not be read as this."""
    try:
        same = decode_timeline(*encode_timeline(saved)) == saved
        decode_summary(encode_summary(summary))
    except ValueError:
        same = False
    if not same:
        raise ValueError("this run holds what no save can, such as a name that is too long")


def _fits(saved: SavedTimeline, summary: Summary) -> bool:
    return len(_content(saved, summary)) <= MOST_BYTES


def _content(saved: SavedTimeline, summary: Summary, picture: bytes = b"") -> bytes:
    return checksummed((encode_summary(summary), encode_picture(picture), *encode_timeline(saved)))


def _holds(path: Path, content: bytes) -> bool:
    """Whether a whole file holds the same runs already, whatever its date and picture."""
    try:
        there = read_whole(path)
        return there is not None and holds_same(content, there, path.name, RUN)
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
        summary = decode_summary(read_part(path, SUMMARY))
        if summary.choices is not None:
            return summary.choices > 0
        found = _read(path)
    except FileNotFoundError:
        return False
    except (OSError, ValueError):
        return True
    return found is not None and found.timeline.choices > 0


def _read(path: Path) -> FoundSave | None:
    try:
        content = read_whole(path)
    except ValueError as problem:
        raise Damaged(str(problem)) from problem
    if content is None:
        return None
    more = count_parts(content, path.name) > SIBLINGS
    summary, *parts = verified(content, path.name, (SUMMARY, RUN, *((SIBLINGS,) if more else ())))
    try:
        return FoundSave(decode_timeline(*parts), decode_summary(summary))
    except ValueError as problem:
        raise Damaged(f"{path.name} is not one of ours") from problem


def _put_aside(path: Path) -> str:
    try:
        return f"it now lies in {set_aside(path).name}"
    except OSError as error:
        return f"it was left where it is, because of this: {error.strerror}"
