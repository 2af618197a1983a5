"""One line that was meant otherwise is told alone, at its place, however many others YAML stumbles over."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from game.authoring.load import load
from game.story.diagnostic import Diagnostic

ROOT = Path(__file__).parents[3]
EXAMPLE, REAL = ROOT / "game/authoring/example", ROOT / "story"
LIGHT, MORNING = "scenes/1-the-lighthouse.yaml", "scenes/2-morning.yaml"
FIRST, LAST = "scenes/1-the-light.yaml", "scenes/7-after.yaml"

Tell = Callable[[Path, str, str, str], list[Diagnostic]]


@pytest.fixture
def tell(tmp_path: Path) -> Tell:
    """What is told of a story after one edit of one file: `old`, which stands there, becomes `new`."""

    def told(story: Path, file: str, old: str, new: str) -> list[Diagnostic]:
        for path in [story / "story.yaml", *(story / "scenes").glob("*.yaml")]:
            text = path.read_text(encoding="utf-8")
            if path == story / file:
                assert old in text
                text = text.replace(old, new, 1)
            copy = tmp_path / path.relative_to(story)
            copy.parent.mkdir(exist_ok=True)
            copy.write_text(text, encoding="utf-8")
        return list(load(tmp_path).diagnostics)

    return told


def line_of(story: Path, file: str, old: str) -> int:
    text = (story / file).read_text(encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize("by", [-2, -1, 1, 2, 3])
@pytest.mark.parametrize(
    ("story", "file", "line"),
    [
        (EXAMPLE, LIGHT, "    place: shore\n"),
        (EXAMPLE, LIGHT, "    choices:\n"),
        (EXAMPLE, LIGHT, "      - say: Take the matches"),
        (EXAMPLE, "story.yaml", "    name: Mara\n"),
        (EXAMPLE, "story.yaml", "    range: 0..3"),
        (REAL, FIRST, "    place: cavern_light\n"),
        (REAL, FIRST, "      - say: Hold the line"),
        (REAL, FIRST, "        set: {ground: +1}\n"),
        (REAL, "story.yaml", "    name: Spike\n"),
        (REAL, "story.yaml", "    one_of: [held, broken]\n"),
    ],
)
def test_a_line_at_another_depth_is_told_alone(story: Path, file: str, line: str, by: int, tell: Tell) -> None:
    words = line.lstrip(" ")
    depth = len(line) - len(words)
    found = tell(story, file, line, " " * (depth + by) + words)
    if found:  # a depth that YAML takes for the same is none
        (told,) = found
        assert told.at.line == line_of(story, file, line)
        spaces = re.search(r"with (\d+) spaces", told.hint)
        assert not spaces or int(spaces[1]) == depth


@pytest.mark.parametrize(
    ("story", "file", "old", "new", "code"),
    [
        (EXAMPLE, LIGHT, "  the_door:\n", "    the_door:\n", "indentation"),
        (EXAMPLE, LIGHT, "  the_door:\n", " the_door:\n", "indentation"),
        (EXAMPLE, LIGHT, "  the_boat:\n", "      the_boat:\n", "indentation"),
        (EXAMPLE, LIGHT, "    choices:\n", "    choices;\n", "colon-missing"),
        (EXAMPLE, LIGHT, "    choices:\n", "    cohices:\n", "key-unknown"),
        (EXAMPLE, LIGHT, "    choices:\n", "    choices:\n    choices:\n", "key-twice"),
        (EXAMPLE, LIGHT, "      - sound: gull\n", "      sound: gull\n", "dash-missing"),
        (EXAMPLE, LIGHT, "      - sound: gull\n", "      * sound: gull\n", "bullet"),
        (EXAMPLE, LIGHT, "    place: shore\n", "    - place: shore\n", "dash-stray"),
        (EXAMPLE, LIGHT, "    silence: ", "    silence: 5 ", "value-stray"),
        (EXAMPLE, LIGHT, "        then: |\n", '        then: |"\n', "bracket-unopened"),
        (EXAMPLE, "story.yaml", "    range: ", "\t\trange: ", "tab"),
        (EXAMPLE, "story.yaml", "id: the-lamp", "  id: the-lamp", "indentation"),
        (REAL, FIRST, "    choices:\n", "    choices\n", "colon-missing"),
        (REAL, FIRST, "      - say: Hold", "      say: Hold", "dash-missing"),
        (REAL, LAST, "scenes:\n", "sceens:\n", "key-unknown"),
    ],
)
def test_what_was_meant_is_told_and_nothing_that_follows(
    story: Path, file: str, old: str, new: str, code: str, tell: Tell
) -> None:
    (told,) = tell(story, file, old, new)
    assert told.code == code
    assert told.at.file.endswith(file)
    assert told.at.line - line_of(story, file, old) in ((1,) if code == "key-twice" else (0,))


def test_slips_in_different_scenes_are_each_told(tell: Tell) -> None:
    whole = (REAL / FIRST).read_text(encoding="utf-8")
    first, last = whole.index("    choices:\n"), whole.rindex("    choices:\n")
    slipped = f"{whole[:first]}   {whole[first:last].lstrip()}     {whole[last:].lstrip()}"
    assert [each.code for each in tell(REAL, FIRST, whole, slipped)] == ["indentation", "indentation"]


def test_what_is_wrong_beside_it_is_told_too(tell: Tell) -> None:
    found = tell(EXAMPLE, LIGHT, "    place: shore\n", "   place: shroe\n")
    assert [each.code for each in found] == ["indentation", "unknown-place"]


@pytest.mark.parametrize(
    ("include", "code"),
    [
        ("", "value-missing"),
        ("the_strom", "unknown-scene"),
        ("nothing of the kind", "unknown-scene"),
        ("[a, b]", "wrong-kind"),
        ("the_boat", "include-way"),
    ],
)
def test_a_passage_that_a_wrong_include_was_meant_for_is_not_told(include: str, code: str, tell: Tell) -> None:
    found = tell(EXAMPLE, LIGHT, "- include: the_storm", f"- include: {include}")
    assert [each.code for each in found] == [code]
