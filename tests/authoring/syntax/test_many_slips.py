"""A file with a slip in almost every line: all are told at once, each where it was made, and each hint mends it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from string import Template
from typing import NamedTuple

import pytest

from game.authoring.load import load

Lay = Callable[[Mapping[str, str] | Path], Path]


class Slip(NamedTuple):
    """What the author wrote, with ▲ right before the slip, and what the hint makes of it."""

    code: str
    written: str
    mended: str
    hint: str


SLIPS = {
    "colon": Slip(
        "prose-colon",
        "▲She said: run.",
        "|\n        She said: run.",
        "write `- |` and ‘She said: run.’ on the next line",
    ),
    "apostrophe": Slip("prose-apostrophe", "▲'Tis nothing.", "’Tis nothing.", "use the typographic ’"),
    "quote": Slip(
        "prose-quote", '▲"Run," she said.', '|\n        "Run," she said.', "put the text in block style with `|`"
    ),
    "stress": Slip(
        "prose-start",
        "▲*Never* again.",
        "|\n        *Never* again.",
        "start with `- |` or `|` and put the words on the next line",
    ),
    "dash": Slip("space-after-dash", "▲-sound: gull", "- sound: gull", "write `- sound: gull`"),
    "speaker": Slip("unknown-speaker", "▲maar: You came.", "mara: You came.", "did you mean ‘mara’?"),
    "hash": Slip("prose-hash", "Take lamp ▲#4.", '"Take lamp #4."', "in double quotes"),
    "tag": Slip("yaml-tag", "▲!lit", "not lit", "in conditions write `not`"),
    "halves": Slip(
        "condition-or-value",
        "carrying == nothing or ▲matches",
        "carrying == nothing or carrying == matches",
        "write `or carrying == matches`",
    ),
    "brace": Slip("bracket-unclosed", "▲{trust: +1", "{trust: +1}", "close it with ‘}’"),
    "space": Slip("space-after-colon", "▲go:lamp", "go: lamp", "write `go: lamp`"),
    "misspelt": Slip("unknown-scene", "▲lapm", "lamp", "did you mean ‘lamp’?"),
    "tab": Slip("tab", "▲\tgo: lamp", "    go: lamp", "replace it with spaces, as many as the lines beside it"),
    "unknown": Slip("key-unknown", "▲goto: lamp", "go: lamp", "the word here is `go`"),
    "twice": Slip("key-twice", "▲ending: light", "# ending: light", "keep one of the two"),
    "equals": Slip("condition-equals", "trust ▲= 2", "trust == 2", "write `==`"),
    "variable": Slip("unknown-variable", "▲trusst >= 1", "trust >= 1", "did you mean ‘trust’?"),
    "comma": Slip(
        "prose-comma", "[A wave▲, and another]", '["A wave, and another"]', "put double quotes around the whole text"
    ),
    "wording": Slip(
        "brace-unclosed", "It is ▲{lit ? bright | dark.", "It is {lit ? bright | dark}.", "close it with ‘}’"
    ),
    "star": Slip(
        "stress-unclosed", "You ▲*really came.", "You *really* came.", "close it right after the last stressed word"
    ),
}

SCENES = Template("""\
chapter: The Lighthouse
scenes:
  door:
    text:
      - $colon
      - $apostrophe
      - $quote
      - $stress
      $dash
      - |
        $speaker
    choices:
      - say: $hash
        if: $tag
        go: lamp
      - say: Sit down.
        if: $halves
        set: $brace
        $space
      - say: Leave.
        go: $misspelt

  stairs:
    text: |
      They go up.
$tab

  hall:
    text: |
      A long hall.
    $unknown

  shore:
    text:
      - if: $equals
        then: |
          $wording
      - if: $variable
        then: $comma
      - |
        $star
    ending: light
    $twice

  lamp:
    text: |
      The lamp is lit.
    ending: light
""")


def _expected() -> list[str]:
    """`line:column code` of each slip, read off the marks."""
    marked = SCENES.substitute({name: f"{slip.written}¶{slip.code}" for name, slip in SLIPS.items()})
    return [
        f"{number}:{line.index('▲') + 1} {line.partition('¶')[2]}"
        for number, line in enumerate(marked.split("\n"), 1)
        if "▲" in line
    ]


def _written(*mended: str) -> str:
    """The file as its author left it, but for the slips that have been mended."""
    return SCENES.substitute(
        {name: slip.mended if name in mended else slip.written.replace("▲", "") for name, slip in SLIPS.items()}
    )


def test_twenty_slips_in_one_file_are_all_told_at_their_places(lay: Lay) -> None:
    story = load(lay({"scenes/1.yaml": _written()}))
    told = [f"{each.at.line}:{each.at.column} {each.code}" for each in story.diagnostics]
    assert told == _expected()


def test_doing_what_every_hint_says_makes_the_file_clean(lay: Lay) -> None:
    assert load(lay({"scenes/1.yaml": _written(*SLIPS)})).diagnostics == ()


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_alone_is_told_with_the_hint_that_mends_it(name: str, lay: Lay) -> None:
    others = [other for other in SLIPS if other != name]
    (told,) = load(lay({"scenes/1.yaml": _written(*others)})).diagnostics
    assert told.code == SLIPS[name].code
    assert SLIPS[name].hint in told.hint


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("    text: Tell her▲: run ▲{trusst}.", ["prose-colon", "inline"]),
        ("    text: ▲'Tis Mara's ▲{trusst}.", ["prose-apostrophe", "inline"]),
        ('    text: ▲"Run," she says, ▲{trusst}.', ["prose-quote", "inline"]),
        ("     ▲place: ▲shor", ["indentation", "unknown-place"]),
        ("  ▲\t place: ▲shor", ["tab", "unknown-place"]),
        ("    ▲place:▲shor", ["space-after-colon", "unknown-place"]),
    ],
)
def test_a_slip_after_a_slip_is_told_at_its_own_column(line: str, told: list[str], lay: Lay) -> None:
    """What was mended to read on has moved the rest of the line; the places told are those of the file."""
    scenes = f"chapter: The Lighthouse\nscenes:\n  door:\n    ending: light\n{line.replace('▲', '')}\n"
    found = load(lay({"scenes/1.yaml": scenes})).diagnostics
    columns = [at - line[:at].count("▲") + 1 for at, sign in enumerate(line) if sign == "▲"]
    assert [each.at.column - (each.code == "unknown-variable") for each in found] == columns
    assert [each.code for each in found] == [code.replace("inline", "unknown-variable") for code in told]
