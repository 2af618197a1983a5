"""The guide to this story: the branch that it adds is checked and plays as it says, in the story as it is."""

import re
import shutil
from pathlib import Path

from game.authoring.load import load
from game.authoring.rehearsals import load_rehearsals
from game.play.rehearsal import rehearse
from game.story.catalogue import CATALOGUE
from tests.docs.pages import ROOT, blocks, page, quoted

GUIDE = page("story/README.md")
OPTION, SCENE, AS_A_LIST, TEST = (block.text for block in blocks(GUIDE) if block.kind == "yaml")
FILE, TESTS = "scenes/2-the-office_dawn.yaml", "tests/2-the-office.yaml"


def _with_branch(folder: Path, scene: str) -> Path:
    """This story, with the branch of the guide in it."""
    shutil.copytree(ROOT / "story", folder)
    file, tests = folder / FILE, folder / TESTS
    before, nurse, after = re.split(
        r"^(  nurse_room:\n(?:   .*\n|\n)*)", file.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    file.write_text(f"{before}{nurse.rstrip()}\n{OPTION}\n{scene}\n{after}", encoding="utf-8")
    tests.write_text(f"{tests.read_text(encoding='utf-8').rstrip()}\n{TEST}", encoding="utf-8")
    return folder


def test_the_branch_is_played_as_its_own_test_says(tmp_path: Path) -> None:
    folder = _with_branch(tmp_path / "story", SCENE)
    loaded = load(folder)
    assert loaded.diagnostics == ()
    assert loaded.story
    rehearsals = load_rehearsals(folder, loaded.story)
    assert rehearsals.diagnostics == ()
    name = TEST.strip().partition(":")[0]
    assert name in {each.name for each in rehearsals.all}
    assert [found for each in rehearsals.all for found in rehearse(loaded.story, each)] == []


def test_a_text_with_directions_is_a_list(tmp_path: Path) -> None:
    scene, replaced = re.subn(r"    text: \|\n.*?(?=    choices:)", AS_A_LIST, SCENE, flags=re.DOTALL)
    assert replaced
    assert load(_with_branch(tmp_path / "story", scene)).diagnostics == ()


def test_the_messages_that_the_guide_explains_are_those_of_check() -> None:
    told = re.findall(r"^\| `([a-z-]+)`: ", GUIDE, re.MULTILINE)
    assert told
    assert [code for code in told if code not in CATALOGUE] == []


def test_what_the_guide_names_is_in_the_story() -> None:
    story = load(ROOT / "story").story
    assert story
    listed = GUIDE.partition("## What the story remembers")[2].partition("For all else")[0]
    named = re.findall(r"`(\w+)`", listed.partition("before you write:")[2])
    assert [name for name in named if name not in story.variables] == []
    assert len(quoted(GUIDE)) > len(named) > 0
