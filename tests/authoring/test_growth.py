"""A story of four times the size takes about four times as long to load, however it is written."""

from collections.abc import Callable
from pathlib import Path
from textwrap import indent

import pytest

from game.authoring.load import load
from tests.growth import LINEAR, growth

STORY = """\
id: large
title: Large
start: opening
cast: {ada: {name: Ada}}
variables: {lit: , steps: {range: 0..9}}
places: {hall: {about: A hall.}}
endings: {out: {name: Out}}
"""
END = "  closing:\n    text: It is over.\n    ending: out\n"
WORDS = "You look about {lit ? in the light | in the dark}, ada: {steps} steps on."


def scene(id: str, rest: str) -> str:
    return f"  {id}:\n{indent(rest, '    ')}\n"


def folded(size: int) -> str:
    return scene("opening", "text: >\n" + indent(f"{WORDS}\n\n" * size, "  ") + "go: closing")


def literal(size: int) -> str:
    return scene("opening", "text: |\n" + indent(f"{WORDS}\n\n" * size, "  ") + "go: closing")


def quoted(size: int) -> str:
    return scene("opening", 'text: "' + f"{WORDS}\n\n\n  " * size + '"\ngo: closing')


def single_quoted(size: int) -> str:
    return scene("opening", "text: '" + f"{WORDS} It’s ''so''.\n\n\n  " * size + "'\ngo: closing")


def plain(size: int) -> str:
    words = WORDS.replace(": ", " – ")
    return scene("opening", "text:\n" + indent(f"{words}\n\n" * size, "  ") + "go: closing")


def one_line(size: int) -> str:
    return scene("opening", "text: |\n  " + f"{WORDS} " * size + "\ngo: closing")


def scenes(size: int) -> str:
    ids = ["opening", *(f"scene_{number}" for number in range(size))]
    following = [*ids[1:], "closing"]
    return "".join(scene(id, f"text: Here.\ngo: {then}") for id, then in zip(ids, following, strict=True))


def silent_scenes(size: int) -> str:
    """None of them shows anything by itself."""
    ids = ["opening", *(f"scene_{number}" for number in range(size))]
    following = [*ids[1:], "closing"]
    return "".join(
        scene(id, f"go:\n  - if: lit\n    go: closing\n  - go: {then}") for id, then in zip(ids, following, strict=True)
    )


def options(size: int) -> str:
    return scene(
        "opening", "text: Here.\nchoices:\n" + "".join(f"  - say: Go {n}.\n    go: closing\n" for n in range(size))
    )


def directions(size: int) -> str:
    more = "  - set: {lit: yes}\n  - place: hall\n  - if: lit\n    then: Bright.\n"
    return scene("opening", "text:\n" + more * size + "go: closing")


def passages(size: int) -> str:
    each = "".join(scene(f"passage_{n}", "text: Here.") for n in range(size))
    return each + scene(
        "opening", "text:\n" + "".join(f"  - include: passage_{n}\n" for n in range(size)) + "go: closing"
    )


def slips(size: int) -> str:
    ids = ["opening", *(f"scene_{number}" for number in range(size))]
    return "".join(scene(id, "text: Here: so.\ngo: closing") for id in ids)


@pytest.mark.parametrize(
    ("written", "size"),
    [
        (folded, 400), (literal, 400), (quoted, 400), (single_quoted, 400), (plain, 400), (one_line, 400),
        (scenes, 500), (silent_scenes, 500), (options, 400), (directions, 300), (passages, 200), (slips, 120),
    ],
)  # fmt: skip
def test_loading_grows_as_the_story_does(written: Callable[[int], str], size: int, tmp_path: Path) -> None:
    def made(size: int) -> Callable[[], object]:
        folder = tmp_path / str(size)
        (folder / "scenes").mkdir(parents=True)
        (folder / "story.yaml").write_text(STORY, encoding="utf-8")
        (folder / "scenes" / "1.yaml").write_text("chapter: One\nscenes:\n" + written(size) + END, encoding="utf-8")
        assert load(folder).story or written is slips
        return lambda: load(folder)

    assert growth(made, size) < LINEAR
