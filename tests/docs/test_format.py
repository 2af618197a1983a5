"""The reference of the format: every example in it is checked and plays as it says, and nothing of the format is left out."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from game.authoring.load import load
from game.authoring.shapes.record import Record
from game.cli import main
from game.story.catalogue import CATALOGUE
from game.story.names import RESERVED
from tests.docs.examples import OUTCOMES, Example, examples
from tests.docs.pages import blocks, page, quoted
from tests.docs.reference import message, records, rows
from tests.docs.transcript import transcript, typed_in

FORMAT = page("story/FORMAT.md")
BASE = next(blocks(FORMAT)).text  # what the others leave out
EXAMPLES = [*examples(FORMAT, BASE)][1:]
IN_README = [*examples(page("README.md"), BASE)]
CHECKED = "$ jaws check"


def _name(example: Example) -> str:
    return f"line {example.block.line}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a story called `example`, which commands are called in."""
    made = tmp_path / "example"
    made.mkdir()
    monkeypatch.chdir(made)
    return made


def _told(arguments: Sequence[str], capsys: pytest.CaptureFixture[str]) -> str:
    """What a command says, its messages first."""
    main(arguments)
    said = capsys.readouterr()
    return said.err + said.out


@pytest.mark.parametrize("example", EXAMPLES, ids=_name)
def test_an_example_plays_as_it_says(example: Example, folder: Path) -> None:
    example.write(folder)
    for outcome in example.outcomes:
        if outcome.kind == "text":
            story = load(folder).story
            assert story
            said = outcome.text.splitlines()
            assert transcript(story, typed_in(said)) == said


@pytest.mark.parametrize("example", [*EXAMPLES, *IN_README], ids=_name)
def test_commands_say_of_an_example_what_it_says(
    example: Example, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    example.write(folder)
    consoles = [outcome for outcome in example.outcomes if outcome.kind == "console"]
    for outcome in consoles:
        call, _, said = outcome.text.partition("\n")
        assert _told(call.removeprefix("$ jaws ").split(), capsys) == said
    if not any(outcome.text.startswith(CHECKED) for outcome in consoles):
        said = _told(["check"], capsys)
        assert re.fullmatch(r"example \(\.\): \d+ scenes?, no errors; \d+ situations? proved\n", said), said


def test_every_example_says_what_comes_of_it() -> None:
    written = [block for block in blocks(FORMAT) if block.kind == "yaml"]
    assert [example.block for example in EXAMPLES] == written[1:]
    assert [example.block.line for example in EXAMPLES if not example.outcomes] == []
    assert [block.line for block in blocks(FORMAT) if block.kind not in ("yaml", *OUTCOMES)] == []
    assert IN_README


@pytest.mark.parametrize(("what", "record"), list(records()), ids=lambda each: each if isinstance(each, str) else "")
def test_every_field_of_the_format_stands_in_its_own_words(what: str, record: Record) -> None:
    table = "\n".join(rows(record))
    assert f"\n{table}\n" in FORMAT, what


def test_every_field_is_shown_in_an_example() -> None:
    """But for assets, which no example has."""
    written = "".join(example.block.text for example in EXAMPLES)
    keys = {key for _, record in records() for key in record.fields}
    missing = {key for key in keys if not re.search(rf"\b{key}:", written)}
    assert missing == {"ambience", "image", "lit_by"}


def test_every_message_is_listed_as_check_says_it() -> None:
    listed = re.findall(
        r"^\| `[a-z0-9-]+`(?: \(warning\))? \| .* \|$", FORMAT.partition("## Every message")[2], re.MULTILINE
    )
    assert sorted(listed) == sorted(map(message, CATALOGUE))


def test_every_word_of_the_language_is_told() -> None:
    told = FORMAT.partition("## Names")[2].partition("\n## ")[0]
    assert {word for word in quoted(told) if word.isidentifier()} - {"_"} == set(RESERVED)
