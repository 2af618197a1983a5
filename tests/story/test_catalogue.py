"""The catalogue of messages: each can be filled in, and each is used."""

import re
from pathlib import Path
from string import Formatter

import pytest

import game
from game.story.catalogue import CATALOGUE, LONGEST_DETAIL, diagnostic
from game.story.diagnostic import Severity
from game.story.source_location import SourceLocation

HERE = SourceLocation("scenes/1.yaml", 3, 7)
SOURCES = {path: path.read_text(encoding="utf-8") for path in sorted(Path(game.__file__).parent.rglob("*.py"))}
CODE = re.compile(r"\b(?:wrong|report|diagnostic)\(\s*\"([a-z-]+)\"")


def details(code: str) -> set[str]:
    """The names in braces of a message and its hint."""
    entry = CATALOGUE[code]
    return {
        name for text in (entry.message, entry.hint) for _, name, _, _ in Formatter().parse(text) if name is not None
    }


@pytest.mark.parametrize("code", CATALOGUE)
def test_each_entry_is_filled_in_with_named_details(code: str) -> None:
    names = details(code)
    assert all(name.isidentifier() for name in names)
    filled = diagnostic(code, HERE, **{name: f"«{name}»" for name in names})
    assert (filled.code, filled.at) == (code, HERE)
    assert filled.is_error == (CATALOGUE[code].severity is Severity.ERROR)
    assert all(f"«{name}»" in filled.message + filled.hint for name in names)


@pytest.mark.parametrize("code", CATALOGUE)
def test_each_entry_is_one_sentence_in_the_author_s_words(code: str) -> None:
    entry = CATALOGUE[code]
    for text in (entry.message, entry.hint):
        assert text == text.strip()
        assert text
        assert "\n" not in text
        assert not text.endswith(".")
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", code)


@pytest.mark.parametrize("code", CATALOGUE)
def test_each_entry_is_used_somewhere(code: str) -> None:
    users = [path.name for path, text in SOURCES.items() if path.name != "catalogue.py" and f'"{code}"' in text]
    assert users


def test_every_code_in_the_sources_is_in_the_catalogue() -> None:
    used = {code for text in SOURCES.values() for code in CODE.findall(text)}
    assert len(used) > 50
    assert used <= CATALOGUE.keys()


def test_an_unknown_code_is_the_programmer_s_mistake() -> None:
    with pytest.raises(KeyError):
        diagnostic("no-such-code", HERE)


def test_braces_in_what_an_author_wrote_are_left_alone() -> None:
    wrong = diagnostic("inline-empty", HERE, text="{0} {x}", hint="y")
    assert wrong.message == "‘{{0} {x}}’ is neither a variable nor a condition with words"


def test_very_long_words_are_quoted_in_part() -> None:
    wrong = diagnostic("unknown-scene", HERE, name="x" * 5000, hint="y")
    assert wrong.message == f"there is no scene ‘{'x' * (LONGEST_DETAIL - 1)}…’"


def test_where_it_is_is_no_part_of_what_is_wrong() -> None:
    one = diagnostic("unknown-scene", HERE, name="x", hint="y")
    assert one == diagnostic("unknown-scene", SourceLocation("elsewhere.yaml"), name="x", hint="y")
    assert str(HERE) == "scenes/1.yaml:3:7"
