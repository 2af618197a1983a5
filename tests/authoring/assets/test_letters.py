"""Letters that no typeface has, or not each: told once for each file and alphabet, where the first stands."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from game.authoring.assets.letters import check_letters, read_faces
from game.authoring.load import load
from game.story.diagnostic import Diagnostic

ROOT = Path(__file__).parents[3]
FACES = read_faces(ROOT / "assets/fonts/coverage.txt")
Lay = Callable[[Mapping[str, str] | Path], Path]

SCENES = """chapter: The Lighthouse
scenes:
  door:
    text: |
      It rains.
    choices:
      - say: Wait.
        if: carrying == matches
        locked: Not now.
        then: |
          mara: Well.
        go: lamp
      - say: Go in.
        go: lamp
  lamp:
    text: It rains.
    ending: light
"""


def told(story: Path) -> list[Diagnostic]:
    loaded = load(story)
    assert loaded.story, loaded.diagnostics
    return check_letters(loaded.story, loaded.sources, FACES)


def places(lay: Lay, old: str, new: str) -> list[str]:
    story = lay({"scenes/1.yaml": SCENES.replace(old, new, 1)})
    return [str(each.at).removeprefix(f"{story.as_posix()}/") for each in told(story)]


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("It rains.", "It ☂ rains.", "5:10"),
        ("It rains.", "It rains{carrying == matches ? ☂}.", "5:38"),
        ("Wait.", "Wait 😀.", "7:19"),
        ("Not now.", "Not ✓.", "9:21"),
        ("Well.", "W日ll.", "11:18"),
        ("The Lighthouse", "The ☕", "1:14"),
    ],
)
def test_wherever_readers_would_see_a_box(old: str, new: str, at: str, lay: Lay) -> None:
    assert places(lay, old, new) == [f"scenes/1.yaml:{at}"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: The Lamp", "title: The ☕ Lamp"),
        ("name: Mara", "name: Mar✓"),
        ("name: The Light", "name: The ★ Light\n    hint: Stay."),
        ("name: The Light", "name: The Light\n    hint: Stay ★."),
        ("  shore:", "  shore:\n    about: A shore ★."),
        ("  gull:", "  gull:\n    caption: A gull ♪."),
        ("[nothing, matches]", "[nothing, 日]"),
        ("start: door", "start: door\nnotes: [A cave ☠ falls.]"),
        ("start: door", "start: door\ncredits: [Written by ☕.]"),
    ],
)
def test_in_all_that_a_story_declares_as_well(old: str, new: str, lay: Lay) -> None:
    base = (Path(__file__).parents[1] / "base/story.yaml").read_text(encoding="utf-8")
    assert old in base
    story = lay({"story.yaml": base.replace(old, new), "scenes/1.yaml": SCENES.replace("matches", "nothing")})
    (found,) = told(story)
    line = load(story).sources[found.at.file].line(found.at.line)
    assert line[found.at.column - 1] in "☕✓★♪日☠"


def test_an_alphabet_is_told_once_a_file_and_not_by_the_letter(lay: Lay) -> None:
    (found,) = told(lay({"scenes/1.yaml": SCENES.replace("It rains.", "שלום עולם, שלום.").replace("Well.", "עולם")}))
    assert "‘ש’ (U+05E9, hebrew letter shin)" in found.message
    assert "2 more" in found.message
    assert "no typeface" in found.message


def test_what_only_one_typeface_lacks_is_told_with_its_name(lay: Lay) -> None:
    (found,) = told(lay({"scenes/1.yaml": SCENES.replace("Wait.", "Wait → there.")}))
    assert "dyslexia" in found.message
    assert "sans" not in found.message


@pytest.mark.parametrize(
    "words",
    ["café cafe\u0301 Å Łódź", "« Non\u00a0! »\u202f10\u2009€", "soft\u00adly", "“Don’t” – no — …", "ne\u2060ver"],
)
def test_what_is_drawn_in_every_typeface_is_nothing_to_speak_of(words: str, lay: Lay) -> None:
    assert places(lay, "Well.", words) == []


def test_an_accent_that_has_no_letter_of_its_own_is_told_where_a_face_lacks_it(lay: Lay) -> None:
    (found,) = told(lay({"scenes/1.yaml": SCENES.replace("Well.", "M\u0304na.")}))
    assert "‘◌\u0304’" in found.message
    assert "dyslexia" in found.message


def test_the_story_of_the_game_can_be_read_in_every_typeface() -> None:
    assert told(ROOT / "story") == []
