"""Every message of the catalogue, each told by the smallest story that earns it.

A folder of `bad/` is named after a code, or `code.variant`. Its files are laid over the story in `base/`; its
`expect` holds a line `path:line:column code` for each diagnostic, at the place where the author slipped.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from game.authoring.assets.check import check_assets
from game.authoring.assets.letters import check_letters, read_faces
from game.authoring.load import load
from game.authoring.report import as_text
from game.story.catalogue import CATALOGUE

BAD = Path(__file__).parent / "bad"
FACES = read_faces(Path(__file__).parents[2] / "assets/fonts/coverage.txt")
FOLDERS = sorted(path for path in BAD.iterdir() if path.is_dir())
PROVED = (Path(__file__).parents[1] / "prove/bad").iterdir()  # those of the proof are looked at there

Lay = Callable[[Mapping[str, str] | Path], Path]
Found = Callable[[Path], list[str]]


@pytest.mark.parametrize("folder", FOLDERS, ids=[path.name for path in FOLDERS])
def test_a_bad_story_gets_exactly_the_diagnostics_it_earns(folder: Path, lay: Lay) -> None:
    story = lay(folder)
    loaded = load(story)
    root = story.as_posix() + "/"
    found = list(loaded.diagnostics)
    if loaded.story:
        found += check_letters(loaded.story, loaded.sources, FACES)
    if loaded.story and (story / "assets").is_dir():
        found += check_assets(loaded.story, story / "assets", own=True)
    found.sort(key=lambda each: each.at)
    got = [f"{str(each.at).removeprefix(root)} {each.code}" for each in found]
    assert got == (folder / "expect").read_text().splitlines(), as_text(found, loaded.sources, color=False)
    assert any(line.endswith(f" {folder.name.partition('.')[0]}") for line in got)
    assert (loaded.story is None) == any(each.is_error for each in found)


def _no_story(story: Path) -> str:
    (story / "story.yaml").unlink()
    return "story.yaml:1:1 story-missing"


def _no_scenes(story: Path) -> str:
    (story / "scenes/1.yaml").unlink()
    return "scenes:1:1 scenes-missing"


def _scenes_in_a_file(story: Path) -> str:
    (story / "scenes/1.yaml").unlink()
    (story / "scenes").rmdir()
    (story / "scenes").write_text("")
    return "scenes:1:1 folder-unreadable"


def _pipe(story: Path) -> str:
    (story / "scenes/1.yaml").unlink()
    os.mkfifo(story / "scenes/1.yaml")
    return "scenes/1.yaml:1:1 file-not-regular"


def _forbidden(story: Path) -> str:
    (story / "scenes/1.yaml").unlink()
    (story / "scenes/1.yaml").symlink_to("nowhere.yaml")
    return "scenes/1.yaml:1:1 file-unreadable"


def _nine_megabytes(story: Path) -> str:
    (story / "scenes/1.yaml").write_bytes(b"# " + b"x" * 9_000_000)
    return "scenes/1.yaml:1:1 file-large"


def _half_a_million_lines(story: Path) -> str:
    (story / "scenes/1.yaml").write_bytes(b"\n" * 500_000)
    return "scenes/1.yaml:1:1 file-long"


def _latin_1(story: Path) -> str:
    (story / "scenes/1.yaml").write_bytes(
        b"chapter: The Lighthouse\nscenes:\n  door:\n    text: Caf\xe9.\n    ending: light\n"
    )
    return "scenes/1.yaml:4:14 file-not-utf8"


def _bell(story: Path) -> str:
    (story / "scenes/1.yaml").write_bytes(
        b"chapter: The Lighthouse\nscenes:\n  door:\n    text: Ding\a.\n    ending: light\n"
    )
    return "scenes/1.yaml:4:15 control-character"


def _with(at: str, *lines: str) -> Callable[[Path], str]:
    """A story of these lines after the two that open a file, and what it gets, with its place."""

    def write(story: Path) -> str:
        text = "\n".join(("chapter: The Lighthouse", "scenes:", *lines, ""))
        (story / "scenes/1.yaml").write_text(text, encoding="utf-8")
        return f"scenes/1.yaml:{at}"

    return write


DOOR, END = "  door:", "    ending: light"
CONFLICT = ("<<<<<<< HEAD", "    text: It rains.", "=======", "    text: It pours.", ">>>>>>> other")


def _half_a_million_pieces(story: Path) -> str:
    (story / "scenes/1.yaml").write_text("chapter: [" + "x," * 500_000 + "]\n")
    return "scenes/1.yaml:1:1000005 yaml-large"


def _five_hundred_problems(story: Path) -> str:
    scene = "  s{}:\n    text: |\n      It rains.\n    go: nowhere\n"
    (story / "scenes/1.yaml").write_text(
        "chapter: The Lighthouse\nscenes:\n" + "".join(scene.format(n) for n in range(600))
    )
    return "problems-many"


BUILT: Mapping[str, Callable[[Path], str]] = {
    "story-missing": _no_story,
    "scenes-missing": _no_scenes,
    "folder-unreadable": _scenes_in_a_file,
    "file-not-regular": _pipe,
    "file-unreadable": _forbidden,
    "file-large": _nine_megabytes,
    "file-long": _half_a_million_lines,
    "file-not-utf8": _latin_1,
    "control-character": _bell,
    "conflict": _with("4:1 conflict", DOOR, *CONFLICT, END),
    "line-break-odd": _with("4:20 line-break-odd", DOOR, "    text: It rains.\u2028It pours.", END),
    "sign-unseen": _with("4:6 sign-unseen", DOOR, "    t\u200bext: It rains.", END),
    "sign-turning": _with("4:12 sign-turning", DOOR, "    text: I\u202et rains.", END),
    "sign-alike": _with("4:9 sign-alike", DOOR, "    text：It rains.", END),
    "letter-alike": _with("4:6 letter-alike", DOOR, "    tеxt: It rains.", END),
    "quote-alike": _with("5:13 quote-alike", DOOR, "    text: It rains.", "    ending: “light”"),
    "prose-unseen": _with("4:16 prose-unseen", DOOR, "    text: It ra\u200bins.", END),
    "sign-lost": _with("4:12 sign-lost", DOOR, "    text: I\ufffd rains.", END),
    "yaml-large": _half_a_million_pieces,
    "problems-many": _five_hundred_problems,
}


@pytest.mark.parametrize("code", BUILT)
def test_a_story_that_git_cannot_hold_gets_its_diagnostic(code: str, lay: Lay, found: Found) -> None:
    story = lay({})
    expected = BUILT[code](story)
    told = found(story)
    if code == "problems-many":
        assert [line.split(" ")[1] for line in told].count(code) == 1
        assert len(told) <= 501
    else:
        assert told == [expected]


def test_every_code_of_the_catalogue_has_its_bad_story() -> None:
    shown = {folder.name.partition(".")[0] for folder in (*FOLDERS, *PROVED)} | set(BUILT)
    elsewhere = {code for code in CATALOGUE if code.startswith("test-")} | {"proof-unfinished"}
    assert shown | elsewhere == set(CATALOGUE)


def test_the_base_story_is_good(lay: Lay, found: Found) -> None:
    assert found(lay({})) == []


def test_line_ends_of_windows_and_a_byte_order_mark_are_nothing_to_speak_of(lay: Lay, found: Found) -> None:
    story = lay({})
    for file in (story / "story.yaml", story / "scenes/1.yaml"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert found(story) == []


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_message_is_a_sentence_in_an_author_s_words(code: str) -> None:
    """Lower case to start, no full stop, and no word that only a programmer knows."""
    entry = CATALOGUE[code]
    for text in (entry.message, entry.hint):
        assert text
        assert not text.endswith((".", " "))
        words = set(text.lower().replace("-", " ").split())
        assert not words & {"scalar", "token", "node", "parse", "parser", "string", "null", "integer", "boolean"}
