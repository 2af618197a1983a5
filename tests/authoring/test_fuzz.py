"""Whatever a file holds, load() gives a story or diagnostics, each at a place that exists, the same every time."""

import random
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from game.authoring.load import load
from game.authoring.report import as_json, as_text
from game.authoring.schema import scenes_schema

ROOT = Path(__file__).parents[2]
STORY = (ROOT / "game/authoring/example/story.yaml").read_text(encoding="utf-8")
EXAMPLE = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "game/authoring/example/scenes").iterdir())]
REAL = (ROOT / "story/scenes/1-the-light.yaml").read_text(encoding="utf-8").split("\n")

SIGNS = [
    *list("{}[]()|>*&!%@`'\"#:-,?\\ \t\n~<=.…’“é\xa0\u2028\x85😀\u200b\ufeff\u0301\u202eа：–\0"),
    "- ",
    ": ",
    " #",
    "{lit ? ",
    "\r\n",
    "- |\n",
]
KEYS = [*sorted(scenes_schema()["$defs"]["scene"]["properties"]), "say", "if", "then", "else", "set", "include", "door"]

FEW = settings(max_examples=120, suppress_health_check=list(HealthCheck))

Mutate = Callable[[list[str], random.Random], None]


def insert(lines: list[str], dice: random.Random) -> None:
    number = dice.randrange(len(lines))
    at = dice.randint(0, len(lines[number]))
    lines[number] = lines[number][:at] + dice.choice(SIGNS) + lines[number][at:]


def delete(lines: list[str], dice: random.Random) -> None:
    number = dice.randrange(len(lines))
    at, size = dice.randint(0, len(lines[number])), dice.randint(1, 4)
    lines[number] = lines[number][:at] + lines[number][at + size :]


def replace(lines: list[str], dice: random.Random) -> None:
    number = dice.randrange(len(lines))
    at = dice.randint(0, len(lines[number]))
    lines[number] = lines[number][:at] + dice.choice(SIGNS) + lines[number][at + 1 :]


def drop(lines: list[str], dice: random.Random) -> None:
    if len(lines) > 1:
        del lines[dice.randrange(len(lines))]


def double(lines: list[str], dice: random.Random) -> None:
    number = dice.randrange(len(lines))
    lines.insert(dice.randrange(len(lines)), lines[number])


def shift(lines: list[str], dice: random.Random) -> None:
    number = dice.randrange(len(lines))
    lines[number] = " " * dice.randint(0, 10) + lines[number].lstrip()


def swap(lines: list[str], dice: random.Random) -> None:
    """Two lines take each other's indentation."""
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    words = [lines[number].lstrip() for number in (one, other)]
    indents = [lines[number][: len(lines[number]) - len(words[i])] for i, number in enumerate((one, other))]
    lines[one], lines[other] = indents[1] + words[0], indents[0] + words[1]


MUTATIONS: tuple[Mutate, ...] = (insert, delete, replace, drop, double, shift, swap)


def sound(story: str, scenes: str) -> None:
    """Loads the story twice, and holds what is told against the promises."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "scenes").mkdir()
        (folder / "story.yaml").write_bytes(story.encode("utf-8", "surrogatepass"))
        (folder / "scenes/1.yaml").write_bytes(scenes.encode("utf-8", "surrogatepass"))
        once, again = load(folder), load(folder)
    assert once == again
    assert [each.at for each in once.diagnostics] == [each.at for each in again.diagnostics]
    assert (once.story is None) == any(each.is_error for each in once.diagnostics)
    for each in once.diagnostics:
        assert each.at.line >= 1
        assert each.at.column >= 1
        source = once.sources.get(each.at.file)
        if source:
            assert each.at.line <= len(source.lines), each
            assert each.at.column <= len(source.shown(each.at.line)) + 1, each
    as_text(once.diagnostics, once.sources, color=True)
    as_json(once.diagnostics)


def mutated(lines: list[str], dice: random.Random, times: int) -> str:
    lines = list(lines)
    for _ in range(times):
        dice.choice(MUTATIONS)(lines, dice)
    return "\n".join(lines)


@FEW
@given(st.integers(0, 2**32), st.integers(1, 6), st.integers(0, 1))
@example(748_781, 4, 1)  # a name whose list is no deeper than itself
def test_the_example_with_slips_anywhere(seed: int, times: int, file: int) -> None:
    sound(STORY, mutated(EXAMPLE[file].split("\n"), random.Random(seed), times))


@FEW
@given(st.integers(0, 2**32), st.integers(1, 4))
def test_the_declarations_with_slips_anywhere(seed: int, times: int) -> None:
    sound(mutated(STORY.split("\n"), random.Random(seed), times), EXAMPLE[0])


@settings(FEW, max_examples=50)
@given(st.integers(0, 2**32), st.integers(1, 8))
def test_a_stretch_of_the_real_story_with_slips_anywhere(seed: int, times: int) -> None:
    dice = random.Random(seed)
    first = dice.randrange(len(REAL))
    sound(STORY, mutated(["chapter: x", "scenes:", *REAL[first : first + 120]], dice, times))


LINES = st.builds(
    lambda indent, opening, rest: " " * indent + opening + rest,
    st.integers(0, 8),
    st.one_of(st.just(""), st.just("- "), st.just("- |"), st.sampled_from(KEYS).map(lambda key: f"{key}: ")),
    st.lists(st.one_of(st.sampled_from(SIGNS), st.sampled_from(KEYS), st.text(max_size=3)), max_size=5).map("".join),
)


@FEW
@given(st.lists(LINES, max_size=25).map("\n".join))
@example("(\n      set: ")
def test_lines_that_look_like_yaml(text: str) -> None:
    sound(STORY, "chapter: x\nscenes:\n" + text)


@FEW
@given(st.text(max_size=200))
def test_any_text_at_all(text: str) -> None:
    sound(text, text)


@FEW
@given(
    st.sampled_from(("if: ", "claim: ", "set: ", "pause: ", "", "include: ")),
    st.lists(st.sampled_from([*SIGNS, *"lit12"]), max_size=12).map("".join),
)
def test_any_signs_in_a_direction(key: str, text: str) -> None:
    sound(
        STORY,
        f"chapter: x\nscenes:\n  door:\n    text:\n      - {key}{text}\n        then: It rains.\n    ending: dark\n",
    )


@FEW
@given(st.lists(st.sampled_from([*"{}|*\\?: ab\n", "{lit ? ", "**", "mara: ", "\n\n      "]), max_size=40).map("".join))
def test_any_signs_in_prose(text: str) -> None:
    sound(STORY, f"chapter: x\nscenes:\n  door:\n    text: |\n      {text}\n    ending: dark\n")


@pytest.mark.parametrize("signs", ["'", '"', "{", "[", "|", ">", "- ", "*", "? ", "%", "---", "...", "\ufeff", "#"])
def test_a_file_of_one_sign(signs: str) -> None:
    sound(signs, signs)
    sound(STORY, signs * 2 + "\n" + signs)
