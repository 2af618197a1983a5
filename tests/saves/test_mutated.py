"""Save files with bytes flipped, cut off, emptied and swapped: never a crash, never a wrong state in silence.

`SAVES_MUTATIONS=5000 pytest tests/saves/test_mutated.py` tries five thousand.
"""

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

from game.play.timeline import Timeline
from game.saves.keeper import Keeper
from game.saves.refused import Refused
from game.saves.runs.replay import LoadedRun
from tests.saves.runs import DATE, random_run, real_story

MUTATIONS = int(os.environ.get("SAVES_MUTATIONS", "200"))

Mutation = Callable[[bytes, bytes, Random], bytes]


def flipped(content: bytes, other: bytes, dice: Random) -> bytes:
    changed = bytearray(content)
    for _ in range(dice.choice([1, 1, 1, 2, 10])):
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def cut(content: bytes, other: bytes, dice: Random) -> bytes:
    return content[: dice.randrange(len(content))]


def beheaded(content: bytes, other: bytes, dice: Random) -> bytes:
    return content[dice.randrange(1, len(content)) :]


def emptied(content: bytes, other: bytes, dice: Random) -> bytes:
    return b""


def zeroed(content: bytes, other: bytes, dice: Random) -> bytes:
    at = dice.randrange(len(content))
    return content[:at] + b"\0" * (len(content) - at)


def swapped(content: bytes, other: bytes, dice: Random) -> bytes:
    one, two, three = sorted(dice.randrange(len(content)) for _ in range(3))
    return content[:one] + content[two:three] + content[one:two] + content[three:]


def lines_swapped(content: bytes, other: bytes, dice: Random) -> bytes:
    lines = content.splitlines(keepends=True)
    dice.shuffle(lines)
    return b"".join(lines)


def line_of_another(content: bytes, other: bytes, dice: Random) -> bytes:
    lines, others = content.splitlines(keepends=True), other.splitlines(keepends=True)
    at = dice.randrange(len(lines))
    return b"".join([*lines[:at], others[at], *lines[at + 1 :]])


def half_of_another(content: bytes, other: bytes, dice: Random) -> bytes:
    at = dice.randrange(len(content))
    return content[:at] + other[at:]


def repeated(content: bytes, other: bytes, dice: Random) -> bytes:
    one, two = sorted(dice.randrange(len(content)) for _ in range(2))
    return content[:two] + content[one:]


def number_changed(content: bytes, other: bytes, dice: Random) -> bytes:
    """Still JSON: a digit is another."""
    digits = [at for at, byte in enumerate(content) if chr(byte).isdecimal()]
    at = dice.choice(digits)
    return content[:at] + dice.choice(b"0123456789").to_bytes(1, "big") + content[at + 1 :]


WAYS: tuple[Mutation, ...] = (
    *(flipped, flipped, cut, beheaded, emptied, zeroed, swapped),
    *(lines_swapped, line_of_another, half_of_another, repeated, number_changed),
)


def test_a_mutated_save_is_the_one_before_or_refused_and_never_another(tmp_path: Path) -> None:
    dice = Random("mutations")
    story = real_story()
    keeper = Keeper(tmp_path, story)
    older, newer, other = (random_run(story, dice) for _ in range(3))
    for slot, run in (("1", older), ("1", newer), ("2", other)):
        assert keeper.save(slot, Timeline(run, branches=(other,)), DATE, bytes(dice.randbytes(300))) is None
    folder = tmp_path / story.id / "saves"
    paths = {name: folder / f"{name}.jsonl" for name in ("1", "1.before", "2")}
    whole = {name: path.read_bytes() for name, path in paths.items()}
    for _ in range(MUTATIONS):
        way, both = dice.choice(WAYS), dice.random() < 0.3
        for name, path in paths.items():
            path.write_bytes(whole[name])
        for name in ("1", "1.before") if both else ("1",):
            mutated = way(whole[name], whole["2"], dice)
            # a whole file of another slot is a save like any other
            paths[name].write_bytes(mutated if mutated != whole["2"] else b"")
        assert isinstance(keeper.slots(), tuple)
        keeper.picture("1")
        found = keeper.load("1")
        if isinstance(found, Refused):
            assert both, way
            assert found.why.startswith("This save cannot be used: 1.jsonl is ")
        elif found.note:
            assert found == LoadedRun(older, note=found.note, branches=(other,)), way
            assert "1.damaged" in found.note
        else:
            assert found == LoadedRun(newer, branches=(other,)), way
        for path in folder.glob("*damaged*"):
            path.unlink()
    assert keeper.load("2") == LoadedRun(other, branches=(other,))
