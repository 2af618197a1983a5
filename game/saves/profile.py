"""The player's profile of one story on disk: what was seen in all plays of it, whoever of two running copies saw it."""

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from game.saves.files.atomic import read_json, read_whole, set_aside, sweep, write_atomic
from game.saves.files.checksummed import Damaged, Newer, checksummed, verified
from game.saves.files.lock import locked
from game.saves.formats.coding import encode_run
from game.saves.formats.seen import Seen, decode_seen, encode_seen
from game.saves.runs.legacy import versioned
from game.story.letters import to_nfc
from game.story.limits import MOST_BYTES

SHED = (
    "The longest of the runs that met an ending are not remembered any more: all of them are too large for one file. "
    "The endings are."
)


@dataclass(frozen=True, slots=True)
class RecalledProfile:
    """`note` says in a sentence what of it was damaged, if anything."""

    seen: Seen
    note: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """The folder of one story in all that is remembered of a player.

    Every method raises OSError where the disk does, and ValueError, in a sentence, where a newer version of the game
    has written what this one would shrink.
    """

    folder: Path

    @property
    def _path(self) -> Path:
        return self.folder / "profile.jsonl"

    @property
    def _lock(self) -> Path:
        return self.folder / "profile.lock"

    @property
    def _before(self) -> Path:
        return self.folder / "profile.before.jsonl"

    def recall(self) -> RecalledProfile:
        """All that was seen. A damaged file is set aside, and what the one before it held is recalled."""
        try:
            recalled = self._with_old(self._newest(), "")
        except Damaged:
            with locked(self._lock):
                recalled = self._recall()
        beside = self._beside()
        return recalled if recalled.seen.holds(beside) else replace(self.add(beside), note=recalled.note)

    def _beside(self) -> Seen:
        """What is whole of the copies that synchronising programs made, with what was seen on another computer, and of what
        was set aside by an earlier version, which read less."""
        seen = Seen()
        for path in sorted({*self.folder.glob("*profile*.jsonl")} - {self._path, self._before}):
            with suppress(OSError, ValueError):
                seen = seen.merged(self._read(path) or Seen())
        return seen

    def _recall(self) -> RecalledProfile:
        """The same by who holds the lock: nobody else's good file can be set aside in place of a damaged one."""
        try:
            return self._with_old(self._newest(), "")
        except Damaged as problem:
            note = f"{problem}; it now lies in {set_aside(self._path).name}, and the one before it is used."
        try:
            return self._with_old(self._read(self._before) or Seen(), note)
        except Damaged as other:
            return self._with_old(Seen(), f"{note} So is that: {other}; it now lies in {set_aside(self._before).name}.")

    def _newest(self) -> Seen:
        return self._read(self._path) or self._read(self._before) or Seen()

    def _with_old(self, seen: Seen, note: str) -> RecalledProfile:
        old, problem = self._old_endings()
        return RecalledProfile(seen.merged(Seen(endings=dict.fromkeys(old))), " ".join(filter(None, (note, problem))))

    def add(self, more: Seen) -> RecalledProfile:
        """Remembers more, and tells all that is remembered then, by other copies of the game too.

        Whoever writes holds the lock from before it reads until after it has renamed. So what is written was made of
        all that was written before, and nobody's is lost; a copy that is killed in between leaves the old file whole,
        and the system lets go of its lock.
        """
        with locked(self._lock):
            recalled = self._recall()
            if recalled.seen.holds(more):
                return recalled
            seen = recalled.seen.merged(more)
            content, shed = _content(seen)
            write_atomic(self._path, content, self._before)
            sweep(self.folder)
            return RecalledProfile(seen, " ".join(filter(None, (recalled.note, SHED if shed else ""))))

    def _read(self, path: Path) -> Seen | None:
        try:
            content = read_whole(path)
            return None if content is None else decode_seen(verified(content, path.name, [0])[0])
        except (Damaged, Newer):
            raise
        except ValueError as problem:
            raise Damaged(f"{path.name} is not one of ours") from problem

    def _old_endings(self) -> tuple[frozenset[str], str]:
        """What earlier versions of the game kept, and what of it could not be read. It stays where it is."""
        path = self.folder / "endings.json"
        try:
            content = versioned(read_json(path), path)
        except ValueError as problem:
            return frozenset(), f"{problem}."
        met = content.get("met") if content else []
        if not isinstance(met, list) or not all(isinstance(each, str) for each in met):
            return frozenset(), f"{path} does not hold a list of endings."
        return frozenset(map(to_nfc, met)), ""


def _content(seen: Seen) -> tuple[bytes, bool]:
    """What to write, and whether runs are missing from it because a file may not be larger than is read.

    Raises ValueError, in a sentence, where that does not help, or it would not be read as what it is.
    """
    if decode_seen(encode_seen(seen)) != seen:
        raise ValueError("it holds what no profile can, such as a name that is too long")
    content = checksummed([encode_seen(seen)])
    over, shed = len(content) - MOST_BYTES, set[str]()
    long = (
        {id: len(json.dumps(encode_run(run), separators=(",", ":"))) for id, run in seen.endings.items() if run}
        if over > 0
        else {}
    )
    for id in sorted(long, key=long.__getitem__, reverse=True):
        if over > 0:
            over -= long[id] - len("null")
            shed.add(id)
    if shed:
        kept = {id: None if id in shed else run for id, run in seen.endings.items()}
        content = checksummed([encode_seen(replace(seen, endings=kept))])
    if len(content) > MOST_BYTES:
        raise ValueError(f"all of it together is more than a file may hold, {MOST_BYTES:,} bytes")
    return content, bool(shed)
