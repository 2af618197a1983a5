"""Marks of other tools that stand as prose are told with what is written here; plain prose is left alone."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from game.authoring.load import load
from game.story.condition_parser import Names
from game.story.marks import marks
from game.story.model import Line, all_blocks
from game.story.source_location import SourceLocation
from game.story.variables import Flag, Range, Variable

HERE = SourceLocation("test")
NAMES = Names(
    variables={"trust": Variable("trust", Range(0, 3), 0), "lit": Variable("lit", Flag(), start=False)},
    scenes={"the_lamp": HERE, "shore": HERE},
)
# ▲ stands before each mark; what is to be written follows.
MARKS: Mapping[str, tuple[str, str]] = {
    # Twine and its formats
    "a link": ("▲[[the lamp]] waits.", "`- say: the lamp` with `go: the_lamp`"),
    "a link with words": ("Now ▲[[Go up|the_lamp]].", "`- say: Go up` with `go: the_lamp`"),
    "a link with an arrow": ("▲[[Go up->the_lamp]]", "`- say: Go up` with `go: the_lamp`"),
    "a link with an arrow back": ("▲[[the_lamp<-Go up]]", "`- say: Go up` with `go: the_lamp`"),
    "an if": ("▲<<if $trust gt 1>>You nod.<</if>>", "`- if:` and `then:`"),
    "a set": ("▲<<set $trust to 2>>", "`- set: {trust: 2}`"),
    "a set that adds": ("▲<<set $trust += 1>>", "`- set: {trust: +1}`"),
    "a goto": ("▲<<goto \"the lamp\">>", "`go: the_lamp`"),
    "a hook": ("▲(if: $trust > 1)[You nod.]", "`- if:` and `then:`"),
    "a set in parentheses": ("▲(set: $trust to it + 1)You nod.", "`- set: {trust: +1}`"),
    "a link in parentheses": ("▲(link: \"Go up\")[(goto: \"the_lamp\")]", "`- say: Go up`"),
    "one of several": ("A ▲(either: \"red\", \"blue\") door.", "`{cycle ? one | another}`"),
    "a variable": ("You have ▲$trust left.", "`{trust}`"),
    "a variable misspelt": ("You have ▲$turst left.", "`{trust}`"),
    "a passage": ("▲:: The Shore", "`the_shore:`"),
    # ink and Yarn
    "a divert": ("You go up.\n▲-> the_lamp", "`go: the_lamp` beside `text`"),
    "a divert after words": ("You go up. ▲-> the_lamp", "`go: the_lamp` beside `text`"),
    "a divert to the end": ("▲-> END", "`ending: …`"),
    "a thread": ("▲<- shore", "`- include: shore`"),
    "an option": ("▲* [Go up]", "`- say: Go up`"),
    "an option that stays": ("▲+ [Go up]", "`- say: Go up`"),
    "an option with a condition": ("▲* {lit} [Go up]", "`- say: Go up`"),
    "an option that leads on": ("▲+ Go up -> the_lamp", "`- say: Go up`"),
    "an option with an arrow": ("▲-> Go up to her.", "`- say: Go up to her.`"),
    "options": ("▲* Go up.\n* Go down.", "`- say: Go up.`"),
    "a knot": ("▲=== the_end ===", "`the_end:`"),
    "a stitch": ("▲= the_end", "`the_end:`"),
    "a change": ("▲~ trust = trust + 1", "`- set: {trust: +1}`"),
    "a change by one": ("▲~ trust++", "`- set: {trust: +1}`"),
    "a declaration": ("▲VAR trust = 1", "under `variables`"),
    "glue": ("You go ▲<>\nup.", "delete it"),
    # ChoiceScript and Ren'Py
    "a command": ("▲*if (trust > 1)", "`- if:` and `then:`"),
    "a jump": ("▲*goto the_lamp", "`go: the_lamp`"),
    "a change by a command": ("▲*set trust +1", "`- set: {trust: +1}`"),
    "a choice": ("▲*choice\n  ▲#Go up.\n    Yes.\n  #Go down.", "option under `choices`"),
    "a value": ("You have ▲${trust}.", "`{trust}`"),
    "a value in brackets": ("You have ▲[trust].", "`{trust}`"),
    "words of somebody": ("▲mara \"You came.\"", "`mara: You came.`"),
    "a line of Python": ("▲$ trust += 1", "`- set: {trust: +1}`"),
    "a label": ("▲label the_end:", "`the_end:`"),
    # HTML, Markdown, notes
    "a tag": ("The ▲<b>boats</b> come.", "`**boats**`"),
    "a slanted tag": ("The ▲<em>boats</em> come.", "`*boats*`"),
    "a break": ("They come.▲<br/>They go.", "blank line"),
    "a tag with a colour": ("▲<span style=\"color: red\">Red</span>", "nothing of the kind"),
    "an entity": ("Oil ▲&amp; matches", "‘&’"),
    "a dash as an entity": ("Oil ▲&mdash; no", "‘—’"),
    "slanted": ("They ▲_really_ came.", "`*really*`"),
    "heavy": ("They ▲__really__ came.", "`**really**`"),
    "a heading": ("▲## The Shore", "`#` is no comment"),
    "a rule": ("One.\n\n▲---\n\nTwo.", "a break"),
    "a picture": ("▲![the lamp](lamp.png)", "nothing of the kind"),
    "a note": ("▲// mend this\nYou go up.", "a comment stands outside"),
    "a note after words": ("You go up. ▲// mend this", "a comment stands outside"),
    "a note inside": ("You go ▲/* slowly */ up.", "a comment stands outside"),
    "a note of percents": ("▲%% mend this", "a comment stands outside"),
    "a hidden note": ("▲<!-- mend this -->", "a comment stands outside"),
    "a to-do": ("▲TODO: more rain", "a comment stands outside"),
    # our own directions, where they are words
    "a direction": ("The boats come.\n▲- sound: gull", "`- sound: gull` after them"),
    "a way": ("The boats come.\n▲- go: shore", "beside `text`"),
    "a block": ("The boats come.\n▲- |", "level with the others"),
}  # fmt: skip

PLAIN = """\
She paid $5, then US$40, then $1,000.50 and 3 $ more; the sign said CA$H. "Two for one!" he said.

Look at https://example.org/a//b?x=1&y=2;z=3 or mail a_b_c@example.org — snake_case stays.

I <3 you, and 3 < 4 > 2; A <-> B, left -> right, x <= y. R&D; AT&T; Q&A; salt & pepper; fish &c.

*Stress*, **weight**, *if only* and *set* in stone, *choice words*, *else* nothing. It was 100 %% sure; 50%.

[sic] [She laughs.] [1] [a] (if: not now, when) is hard; (set in 1880) (link to the past) (else: nothing) (see: below).

* * *

***

—

– Hola, dijo. – Adiós.

- Hello, said the dash.
- And goodbye.

1. First
2) Second
#1 on the list, #MeToo, C# and F#, he said: #blessed.

A note* and its foot.

* He never did.

~ fin ~

~30 people, = 4 in all, + 1 more.

== Chapter break in a letter, and ... dots.

“<<Bonjour>>, dit-il”, <<Si tu veux>>; he / she, and/or, 1/2, and // for verse // in a row.

To do: sleep. Define success. Default choices. Label it. Jump in. Include me. Menu.

Dear ____, yours ____. Fill in _____ here.

“Note: keep out.” Time: 12:30. The ratio was 3 : 1.

C:\\\\temp\\\\x; 5 * 3 * 2; a|b; say "cheese" and go; He said "no"
"""


@pytest.mark.parametrize("name", MARKS)
def test_a_mark_of_another_tool_is_told_with_what_is_written_here(name: str) -> None:
    marked, hint = MARKS[name]
    text = marked.replace("▲", "")
    starts = [at - marked[:at].count("▲") for at, sign in enumerate(marked) if sign == "▲"]
    found = list(marks(text, NAMES, ["mara"]))
    assert [mark.start for mark in found] == starts
    assert hint in found[0].hint


@pytest.mark.parametrize("line", [line for line in PLAIN.split("\n") if line])
def test_plain_prose_has_no_marks(line: str) -> None:
    assert [line[mark.start : mark.end] for mark in marks(line, NAMES, ["mara"])] == []


def test_a_page_of_plain_prose_has_no_marks() -> None:
    assert [PLAIN[mark.start : mark.end] for mark in marks(PLAIN, NAMES, ["mara"])] == []


def test_the_game_s_own_story_has_no_marks() -> None:
    root = Path(__file__).parents[2]
    loaded = load(root / "story")
    assert loaded.story
    assert sum(isinstance(each, Line) for scene in loaded.story.scenes.values() for each in all_blocks(scene)) > 500
    assert [each for each in loaded.diagnostics if each.code == "mark-foreign"] == []


@pytest.mark.parametrize(
    "sign", ["[[a]]", "<b>", "&amp;", "_a_", "* ", "-> a ", "$a ", "//", "<<if a>>", "(if: ", "~ a = "]
)
def test_many_marks_in_one_line_cost_no_more_than_their_number(sign: str) -> None:
    """One message a line and kind, however often it stands there."""
    assert len(list(marks(sign * 20_000, NAMES, ["mara"]))) <= 2
