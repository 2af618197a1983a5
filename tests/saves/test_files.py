"""JSON files that are the old ones or the new ones, whatever happens in between."""

import os
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.saves.files.atomic import read_json, sweep, write_json
from game.story.limits import MOST_BYTES

json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "down" / "run.json"


@given(json_values)
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, content: Any) -> None:
    path = tmp_path_factory.getbasetemp() / "again.json"
    write_json(path, content)
    assert read_json(path) == content


def test_folders_are_made_and_nothing_else_is_left_in_them(path: Path) -> None:
    write_json(path, {"a": 1})
    write_json(path, {"a": 2})
    assert read_json(path) == {"a": 2}
    assert list(path.parent.iterdir()) == [path]


def test_half_a_character_is_no_reason_to_fail(path: Path) -> None:
    write_json(path, ["\ud800"])
    assert read_json(path) == ["\ud800"]


def test_what_a_killed_process_left_is_swept_away_in_time(path: Path) -> None:
    write_json(path, {})
    old, new = (path.with_name(f".{path.name}.{name}") for name in ("old", "new"))
    for left in (old, new):
        left.write_text("half", encoding="utf-8")
    os.utime(old, (1, 1))
    sweep(path.parent)
    assert sorted(path.parent.iterdir()) == sorted([new, path])


def test_a_pipe_in_its_place_keeps_nobody_waiting(path: Path) -> None:
    path.parent.mkdir(parents=True)
    os.mkfifo(path)
    with pytest.raises(ValueError, match=r"^run\.json is no file$"):
        read_json(path)


def test_no_file_holds_nothing(path: Path) -> None:
    assert read_json(path) is None


def _full(*_: object, **__: object) -> NoReturn:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(("place", "name"), [(os, "fsync"), (Path, "replace")])
def test_a_failure_leaves_the_old_file_whole_and_no_other(
    path: Path, monkeypatch: pytest.MonkeyPatch, place: object, name: str
) -> None:
    write_json(path, {"whole": "old"})
    monkeypatch.setattr(place, name, _full)
    with pytest.raises(OSError, match="No space left"):
        write_json(path, {"whole": "new"})
    monkeypatch.undo()
    assert read_json(path) == {"whole": "old"}
    assert list(path.parent.iterdir()) == [path]


def test_what_is_no_json_leaves_the_old_file_whole(path: Path) -> None:
    write_json(path, {"whole": "old"})
    with pytest.raises(TypeError):
        write_json(path, {"fine so far": [1, 2, object()]})
    assert read_json(path) == {"whole": "old"}
    assert list(path.parent.iterdir()) == [path]


def test_it_is_on_disk_before_it_has_its_name(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    happened: list[str] = []
    flush, rename = os.fsync, Path.replace

    def fsync(handle: int) -> None:
        happened.append("flushed")
        flush(handle)

    def replace(source: Path, target: Path) -> Path:
        happened.append("renamed")
        assert source.read_text(encoding="utf-8")
        return rename(source, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", replace)
    write_json(path, {"a": 1})
    assert happened == ["flushed", "renamed", "flushed"]  # the file, then the folder that names it


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "run.json is damaged"),
        (b'{"version": 1, "met": [', "run.json is damaged"),
        (b"\x00" * 100, "run.json is damaged"),
        (b'{"version": "\xff"}', "run.json is damaged"),
        (b"9" * 5000, "run.json is damaged"),
        (b"[" * 200_000, "run.json is nested too deeply to be one of ours"),
        (b" " * (MOST_BYTES + 1), "run.json is too large to be one of ours"),
    ],
    ids=["empty", "cut", "zeros", "not-utf8", "huge-number", "deep", "large"],
)
def test_what_is_not_ours_is_said_in_a_sentence(path: Path, content: bytes, sentence: str) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    with pytest.raises(ValueError, match=f"^{sentence}$"):
        read_json(path)


def test_a_folder_in_its_place_is_the_disk_s_fault(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(OSError, match=r"run\.json"):
        read_json(path)
