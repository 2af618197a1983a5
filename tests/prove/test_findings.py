"""Stories with one defect planted in each: it is told once, at its own line, and nothing else is.

A folder of `bad/` is named after a code, or `code.variant`. Its files are laid over the story in `base/`; its
`expect` holds a line `path:line:column code` for each finding.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from game.authoring.load import load
from game.authoring.report import as_text
from game.prove.explore.proof import Proof, prove
from game.prove.findings.defects import defects
from game.prove.findings.messages import findings
from game.story.diagnostic import Severity
from game.story.model import Story
from tests.prove.small import small_stories

HERE = Path(__file__).parent
FOLDERS = sorted(path for path in (HERE / "bad").iterdir() if path.is_dir())
ERRORS = {"stuck", "trap", "ending-unreached"}

Lay = Callable[[Path], Path]


def proved(folder: Path) -> Proof:
    loaded = load(folder)
    assert loaded.diagnostics == ()
    assert loaded.story
    return prove(loaded.story)


@pytest.mark.parametrize("folder", FOLDERS, ids=[path.name for path in FOLDERS])
def test_a_defect_is_told_once_at_its_own_line_and_nothing_else(folder: Path, lay: Lay) -> None:
    story = lay(folder)
    told = findings(proved(story))
    got = [f"{str(each.at).removeprefix(story.as_posix() + '/')} {each.code}" for each in told]
    expected = (folder / "expect").read_text().splitlines()
    assert got == expected, as_text(told, load(story).sources, color=False)
    assert len(got) == 1
    assert got[0].endswith(f" {folder.name.partition('.')[0]}")
    assert all((each.severity is Severity.ERROR) == (each.code in ERRORS) for each in told)


def test_the_base_story_has_no_defect(lay: Lay) -> None:
    proof = proved(lay(HERE / "base"))
    assert findings(proof) == ()
    assert proof.complete


def test_an_ending_is_told_with_what_keeps_it_from_being_reached(lay: Lay) -> None:
    (told,) = findings(proved(lay(HERE / "bad/ending-unreached.impossible-condition")))
    assert told.hint.startswith("the option ‘swim’ is never offered: its `if` never holds (")
    assert told.hint.endswith("scenes/1.yaml:32:9)")


def test_a_finding_that_some_route_shows_tells_a_shortest_one(lay: Lay) -> None:
    (told,) = findings(proved(lay(HERE / "bad/claim-fails")))
    assert told.hint == "it fails on this route: take_the_matches, go_up"
    (told,) = findings(proved(lay(HERE / "bad/trap")))
    assert told.hint.endswith(": take_the_matches, go_up, look_for_the_cat")


@pytest.mark.parametrize("budget", [0, 5, 12, 20, 30])
def test_where_the_budget_ends_only_what_was_met_is_told(budget: int, lay: Lay) -> None:
    folder = lay(HERE / "bad/stuck.every-choice-false")
    story = load(folder).story
    assert story
    proof = prove(story, budget)
    assert not proof.complete
    codes = {each.code for each in findings(proof)}
    assert "proof-unfinished" in codes
    assert codes <= {"proof-unfinished", "stuck"}
    assert codes == {each.code for each in findings(prove(story, budget))}
    left = proof.unproved()
    assert set(left.scenes) == proof.program.scenes.keys() - proof.coverage.scenes
    assert left.also


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(small_stories())
def test_whatever_is_wrong_something_is_told_and_an_error_for_every_kind_of_error(story: Story) -> None:
    proof = prove(story)
    found, told = defects(proof), findings(proof)
    assert bool(found) == bool(told)
    assert any(each.code in ERRORS for each in found.values()) == any(each.is_error for each in told)
    assert not any("too long to find" in each.hint for each in told)


def test_where_routes_take_too_long_the_finding_is_told_without_one(lay: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.prove.findings.messages.MOST_FOR_ROUTES", 3)
    (told,) = findings(proved(lay(HERE / "bad/claim-fails")))
    assert told.hint == "it fails on this route: one that would take too long to find"
