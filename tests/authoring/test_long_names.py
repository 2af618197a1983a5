"""An option of many words has a short name, and who asks for it by all of its words means the same one."""

from collections.abc import Callable, Mapping
from pathlib import Path

from game.authoring.load import load
from game.authoring.rehearsals import load_rehearsals
from game.story.conditions import Chose
from game.story.limits import LONGEST_DERIVED
from game.story.model import Menu
from game.story.names import bounded

SAID = "Say that the lamp went out at ten " + "and that nobody came " * 9 + "but"
WHOLE = "_".join(SAID.lower().split())
SCENES = f"""\
chapter: The Lighthouse
scenes:
  door:
    text: The door is open.
    choices:
      - say: {SAID} him.
        go: lamp
      - say: {SAID} her.
        go: lamp
  lamp:
    text:
      - if: chose(door.{WHOLE}_him)
        then: He nods.
      - The lamp is lit.
    ending: light
"""


def test_all_of_its_words_name_it_in_conditions_in_tests_and_where_it_was_renamed(
    lay: Callable[[Mapping[str, str]], Path],
) -> None:
    folder = lay({"scenes/1.yaml": SCENES})
    told = (folder / "story.yaml").read_text(encoding="utf-8")
    (folder / "story.yaml").write_text(f"{told}renamed:\n  choices: {{door.once: {WHOLE}_her}}\n", encoding="utf-8")
    (folder / "tests").mkdir()
    (folder / "tests/1.yaml").write_text(f"tests:\n  him:\n    choices: [{WHOLE}_him]\n", encoding="utf-8")
    loaded = load(folder)
    assert loaded.story, loaded.diagnostics
    way = loaded.story.scenes["door"].exit
    assert isinstance(way, Menu)
    him, her = (choice.id for choice in way.choices)
    assert (him, her) == (bounded(f"{WHOLE}_him"), bounded(f"{WHOLE}_her"))
    assert him != her
    assert max(len(him), len(her)) <= LONGEST_DERIVED
    assert loaded.story.scenes["lamp"].text[0].condition == Chose("door", him)  # type: ignore[union-attr]
    assert loaded.story.renamed.choices == {("door", "once"): her}
    rehearsals = load_rehearsals(folder, loaded.story)
    assert not rehearsals.diagnostics
    assert [step.choice for step in rehearsals.all[0].steps] == [him]
