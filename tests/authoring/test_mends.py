"""A hint that says what to write is right: written there, it takes the message away, and it is never there already."""

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from game.authoring.load import load
from game.story.diagnostic import Diagnostic

BAD = sorted(path for path in (Path(__file__).parent / "bad").iterdir() if path.is_dir())
EXAMPLE = Path(__file__).parents[2] / "game/authoring/example"
QUOTED = re.compile(r"‘(.+?)’")
MEANT = re.compile(
    r"did you mean ‘(.+?)’\?|^write `([^`…]+)`|^write it as `?([^`…]+)`?$|^call it `(\w+)`|^start it as (\w+)$"
)

Lay = Callable[[Mapping[str, str] | Path], Path]


def mended(each: Diagnostic) -> bool:
    """Whether the hint could be done, as it says, at the place that is told; then it has been."""
    meant = MEANT.search(each.hint)
    if not meant:
        return False
    new = next(group for group in meant.groups() if group)
    path = Path(each.at.file)
    lines = path.read_text(encoding="utf-8").split("\n")
    line, column = lines[each.at.line - 1], each.at.column - 1
    for old in QUOTED.findall(each.message):
        if line.startswith(old, column):
            lines[each.at.line - 1] = line[:column] + new + line[column + len(old) :]
            path.write_text("\n".join(lines), encoding="utf-8")
            return True
    return False


def same(one: Diagnostic, other: Diagnostic) -> bool:
    return one == other and one.at == other.at


TRIED: set[str] = set()


@pytest.mark.parametrize("folder", BAD, ids=[path.name for path in BAD])
def test_doing_what_the_hint_says_takes_the_message_away(folder: Path, lay: Lay) -> None:
    for number in range(len(load(lay(folder)).diagnostics)):
        shutil.rmtree(lay({}), ignore_errors=True)
        story = lay(folder)
        each = load(story).diagnostics[number]
        if mended(each):
            TRIED.add(each.code)
            assert not any(same(each, other) for other in load(story).diagnostics), each


def test_hints_of_many_kinds_can_be_done_word_for_word() -> None:
    if TRIED:  # empty where this test runs alone
        assert len(TRIED) > 20, sorted(TRIED)


@pytest.mark.parametrize("folder", BAD, ids=[path.name for path in BAD])
def test_no_hint_says_what_is_there_already(folder: Path, lay: Lay) -> None:
    story = lay(folder)
    sources = {path.as_posix(): path.read_text(encoding="utf-8").split("\n") for path in story.rglob("*.yaml")}
    for each in load(story).diagnostics:
        quoted = QUOTED.findall(each.message)
        guess = re.search(r"did you mean ‘(.+?)’", each.hint)
        assert not guess or guess[1] not in quoted, each
        spaces = re.search(r"with (\d+) spaces", each.hint)
        if spaces and each.at.file in sources and each.code != "too-deep":
            line = sources[each.at.file][each.at.line - 1]
            assert len(line) - len(line.lstrip(" ")) != int(spaces[1]), each


UNNAMED = ["Yes.", "No!", "First", "1984", "…", "¿?", "“!”", "Or…", "{trust == 1 ? Go | Stay}", "3", "True"]


@pytest.mark.parametrize("words", UNNAMED)
def test_an_option_without_a_name_is_told_why_and_given_one_that_works(words: str, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "scenes/1-the-lighthouse.yaml"
    text = path.read_text(encoding="utf-8")
    option = f"      - say: |\n          {words}\n        go: the_boat\n"
    path.write_text(text.replace("    silence:", f"{option}    silence:"), encoding="utf-8")
    (told,) = load(tmp_path).diagnostics
    assert told.code == "choice-needs-id"
    id = re.search(r"write `(id: \w+)` beside them", told.hint)
    assert id
    path.write_text(text.replace("    silence:", f"{option}        {id[1]}\n    silence:"), encoding="utf-8")
    assert load(tmp_path).diagnostics == ()


def test_options_that_need_names_get_different_ones(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "scenes/1-the-lighthouse.yaml"
    options = "".join(
        f"      - say: |\n          {words}\n        go: the_boat\n" for words in ("…", "?", "Yes.", "Yes!")
    )
    path.write_text(
        path.read_text(encoding="utf-8").replace("    silence:", f"{options}    silence:"), encoding="utf-8"
    )
    hints = [each.hint for each in load(tmp_path).diagnostics]
    assert len(hints) == len(set(hints)) == 4
