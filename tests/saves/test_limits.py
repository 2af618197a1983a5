"""Whatever a story that loads can lead to is saved so that it is read again, or not at all, and the good file stays."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from game.authoring.load import load
from game.play.page import Finished, page_of
from game.play.playthrough import choose, start
from game.play.timeline import Timeline, rewound, went
from game.saves.formats.seen import Seen
from game.saves.formats.summary import Summary, decode_summary, encode_summary, in_turn
from game.saves.keeper import Keeper
from game.saves.preferences import PlayerSettings, Preferences, WindowPlace, read_settings, write_settings
from game.saves.profile import Profile
from game.saves.runs.replay import LoadedRun
from game.saves.save_store import SHED
from game.story.limits import LONGEST_DERIVED, LONGEST_NAME, LONGEST_TOLD, MOST_COUNTED, MOST_RANGE
from game.story.model import Story
from tests.play.generated import Walk, thorough, walks
from tests.play.plays import read
from tests.saves.runs import DATE
from tests.saves.test_keeper import SMALL, file, loaded, names, run
from tests.saves.test_profile import a_run

EDGES = (1, 2, LONGEST_DERIVED, LONGEST_TOLD, LONGEST_NAME)
AROUND = [edge + by for edge in EDGES for by in (-1, 0, 1) if 0 < edge + by <= LONGEST_NAME]
sizes = st.sampled_from([*AROUND, *AROUND, *AROUND, LONGEST_NAME + 1]) | st.integers(1, LONGEST_NAME - 1)


@st.composite
def words(draw: DrawFn) -> str:
    """A name, or as many words in a row, of a length at or around some limit."""
    size, letters = draw(sizes), draw(st.sampled_from(["tell ", "né_", "長", "x"]))
    return (letters * size)[:size].strip(" _") or "x"


@st.composite
def folders(draw: DrawFn) -> dict[str, Any]:
    """A story whose every name that a save may hold is as long as it happens to be."""
    id = words().map(lambda each: each.replace(" ", "_"))
    place, other, flag, word, ending, track = (draw(id) for _ in range(6))
    choices = [
        {"say": f"{draw(words())}!", "go": f"b{other}", "set": {f"v{flag}": f"w{word}", "n": f"+{MOST_RANGE}"}},
        {"say": "Stay.", "id": f"c{draw(id)}", "go": f"a{place}"},
    ]
    return {
        "story.yaml": {
            "id": draw(st.integers(1, 64).map("i".__mul__)),
            "title": draw(words()),
            "start": f"a{place}",
            "variables": {f"v{flag}": {"one_of": ["none", f"w{word}"]}, "n": {"range": f"0..{MOST_RANGE}"}},
            "places": {f"p{place}": {"about": draw(words())}},
            "endings": {f"e{ending}": {"name": draw(words())}},
            "notes": [draw(words())],
        },
        "scenes/1.yaml": {
            "chapter": draw(words()),
            "scenes": {
                f"a{place}": {"place": f"p{place}", "music": draw(words()), "text": "One.", "choices": choices},
                f"b{other}": {"music": {"track": track, "tension": 9}, "text": "Two.", "ending": f"e{ending}"},
            },
        },
    }


def written_to(folder: Path, files: dict[str, Any]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_yaml(content), encoding="utf-8")
    return folder


def _yaml(content: Any, indent: str = "") -> str:
    """With explicit keys, which may be longer than others."""
    if not isinstance(content, dict):
        return json.dumps(content, ensure_ascii=False)
    lines = [
        f"\n{indent}? {json.dumps(key, ensure_ascii=False)}\n{indent}: {_yaml(each, indent + '  ')}"
        for key, each in content.items()
    ]
    return "".join(lines)


def every_run(story: Story) -> list[Timeline]:
    """Staying, going on, and back again with the other way left."""
    first = Timeline(read(story, start(story)))
    stayed = went(first, read(story, choose(story, first.at, 2)))
    ended = went(stayed, read(story, choose(story, stayed.at, 1)))
    back = rewound(rewound(ended))
    other = went(back, read(story, choose(story, back.at, 1)))
    return [first, stayed, ended, back, other]


@thorough
@given(folders())
def test_what_check_lets_pass_is_saved_and_read_again(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, Any]
) -> None:
    folder = written_to(tmp_path_factory.mktemp("limits"), files)
    found = load(folder / ".")
    if found.story is None:
        assert {each.code for each in found.diagnostics if each.is_error} == {"id-long"}
        return
    keeper = Keeper(folder / "profile", found.story)
    for timeline in every_run(found.story):
        assert keeper.autosave(timeline, DATE) is None
        assert keeper.look(timeline.at) is None
        again = Keeper(folder / "profile", found.story)
        assert loaded(again.load("auto")) == LoadedRun(timeline.at, undone=timeline.undone, branches=timeline.branches)
        if isinstance(page_of(found.story, timeline.at).next, Finished):
            assert keeper.meet(next(iter(found.story.endings)), timeline.at) is None
        assert again.recall() is None
        assert again.seen == keeper.seen
    assert names(keeper) == ["auto"]
    assert not list(folder.rglob("*damaged*"))


@thorough
@given(walks())
def test_whatever_is_written_of_a_walk_is_read_back_equal(tmp_path_factory: pytest.TempPathFactory, walk: Walk) -> None:
    keeper = Keeper(tmp_path_factory.mktemp("walk"), walk.story)
    assert keeper.save("1", Timeline(walk.last), DATE) is None
    assert loaded(keeper.load("1")) == LoadedRun(walk.last)


# Files that would be too large

Small = Callable[[int], None]


@pytest.fixture
def most(monkeypatch: pytest.MonkeyPatch) -> Small:
    """Files may have so many bytes, as if that were the limit."""

    def at_most(size: int) -> None:
        for module in ("slots.save_folder", "files.atomic", "files.checksummed", "profile"):
            monkeypatch.setattr(f"game.saves.{module}.MOST_BYTES", size)

    return at_most


def test_a_run_too_long_for_a_file_is_refused_before_the_good_one_is_touched(tmp_path: Path, most: Small) -> None:
    keeper = Keeper(tmp_path, SMALL)
    short = Timeline(run("stay"))
    for timeline in (short, went(short, read(SMALL, choose(SMALL, short.at, 2)))):
        keeper.autosave(timeline, DATE)
    size = file(tmp_path, "auto").stat().st_size
    before = {path.name: path.read_bytes() for path in tmp_path.rglob("*.jsonl")}
    most(size + 40)
    for _ in range(90):
        timeline = went(timeline, read(SMALL, choose(SMALL, timeline.at, 2)))
    said = keeper.autosave(timeline, DATE)
    assert said == f"This cannot be saved: this run is so long that its file would have more than {size + 40:,} bytes."
    assert {path.name: path.read_bytes() for path in tmp_path.rglob("*.jsonl")} == before
    assert len(loaded(keeper.load("auto")).playthrough.past) == 2


@pytest.mark.parametrize("ahead", [False, True])
def test_of_many_runs_those_left_longest_ago_are_left_out_and_that_is_said(
    tmp_path: Path, most: Small, ahead: bool
) -> None:
    keeper = Keeper(tmp_path, SMALL)
    branches = tuple(run(*["stay"] * stays, "go") for stays in range(60))
    timeline = Timeline(run("stay", "stay", "go"), branches=branches)
    timeline = rewound(timeline) if ahead else timeline
    assert keeper.save("1", timeline, DATE, b"picture") is None
    assert loaded(keeper.load("1")).timeline == timeline, "as many as fit are kept"
    size = file(tmp_path, "1").stat().st_size
    for part in (2, 4, 10):
        most(size // part)
        assert keeper.save("1", timeline, DATE, b"picture") == SHED
        assert file(tmp_path, "1").stat().st_size <= size // part
        found = loaded(keeper.load("1")).timeline
        assert (found.at, found.undone) == (timeline.at, timeline.undone)
        assert found.branches == branches[-len(found.branches) :]
        assert found.branches


def test_a_profile_that_grew_forgets_the_longest_runs_and_no_ending(tmp_path: Path, most: Small) -> None:
    profile = Profile(tmp_path)
    short, long = a_run(1), a_run(3)
    assert profile.add(Seen(endings={"home": long, "ashes": short})).note == ""
    most(profile.folder.joinpath("profile.jsonl").stat().st_size + 20)
    told = profile.add(Seen(lines=frozenset({"a line that was read"})))
    assert told.note.startswith("The longest of the runs that met an ending are not remembered any more")
    again = Profile(tmp_path).recall()
    assert again.seen.endings == {"home": None, "ashes": short}
    assert again.seen.lines == {"a line that was read"}
    before = (tmp_path / "profile.jsonl").read_bytes()
    with pytest.raises(ValueError, match="more than a file may hold"):
        profile.add(Seen(lines=frozenset(f"line {number}" for number in range(900))))
    assert (tmp_path / "profile.jsonl").read_bytes() == before


# What is told of a save, and the settings

abouts = st.builds(
    Summary,
    st.text(max_size=64),
    words(),
    st.floats(0, 1),
    st.text() | st.datetimes().map(lambda date: date.isoformat()),
    st.integers(0, 3 * MOST_COUNTED),
    *[words(), words(), words()],
    st.none() | st.integers(0, 3 * MOST_COUNTED),
)


@given(abouts, st.lists(abouts, max_size=3))
def test_what_is_told_of_a_save_is_read_again_and_it_is_newer_than_the_others(
    about: Summary, others: list[Summary]
) -> None:
    there: list[Summary] = []
    for each in (*others, about):
        there.append(in_turn(each, there))
    read_again = [decode_summary(json.loads(json.dumps(encode_summary(each)))) for each in there]
    assert [each.age for each in read_again] == sorted({each.age for each in there})
    last = read_again[-1]
    assert last.chapter == about.chapter or len(about.chapter) > LONGEST_TOLD
    assert last.words == min(about.words, MOST_COUNTED)


measures = st.integers(-(1 << 20), 1 << 20)


@given(st.none() | st.builds(WindowPlace, measures, measures, measures, measures))
def test_settings_that_are_written_are_read(
    tmp_path_factory: pytest.TempPathFactory, window: WindowPlace | None
) -> None:
    path = tmp_path_factory.mktemp("kept") / "settings.json"
    write_settings(path, PlayerSettings(Preferences(), window))
    read_again = read_settings(path).window
    assert json.loads(path.read_text(encoding="utf-8"))["window"] == (asdict(read_again) if read_again else None)
    assert read_again in (window, None)
