"""Signs that cannot be seen, or that pass for others: told at their own place and alone, or right where they stand."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from game.authoring.load import LoadedStory, load
from game.authoring.report import as_text
from game.story.model import Story

Lay = Callable[[Mapping[str, str] | Path], Path]
Found = Callable[[Path], list[str]]

STORY = """id: base
title: The Lamp
start: door
cast:
  mara:
    name: Mara
  rené:
    name: René
variables:
  trust:
    range: 0..3
  carrying:
    one_of: [nothing, oil]
places:
  café:
endings:
  light:
    name: The Light
"""
SCENES = """chapter: The Lighthouse
scenes:
  door:
    place: café
    text: |
      The door is open{trust >= 2 ? , and warm}.

      mara: Come in.
    choices:
      - say: Carry the oil up.
        if: carrying == nothing
        set: {carrying: oil, trust: +1}
        go: lamp
      - say: Wait.
        id: wait
        go: lamp
  lamp:
    text: It rains.
    ending: light
"""
UNSEEN = "\u00a0\u202f\u3000\u00ad\u200b\u200c\u200d\u2060\ufeff\u2028\u2029\x85\u202e\u2066\x00\x07"


def changed(old: str, new: str, file: str = "scenes/1.yaml") -> dict[str, str]:
    files = {"story.yaml": STORY, "scenes/1.yaml": SCENES}
    assert old in files[file]
    return {**files, file: files[file].replace(old, new, 1)}


SLIPS = {
    "a no-break space in the indentation": ("    place: café", "\u00a0\u00a0  place: café", "4:1 space-odd"),
    "a wide space in the indentation": ("    place: café", "\u3000\u3000place: café", "4:1 space-odd"),
    "a no-break space in the indentation of prose": ("      The door", "\u00a0\u00a0    The door", "6:1 space-odd"),
    "a no-break space after a colon": ("place: café", "place:\u00a0café", "4:11 space-odd"),
    "a no-break space before a colon": ("place: café", "place\u202f: café", "4:10 space-odd"),
    "a no-break space behind a name": ("place: café", "place: café\u00a0", "4:16 space-odd"),
    "a no-break space after a dash": ("- say: Wait.", "-\u00a0say: Wait.", "14:8 space-odd"),
    "a no-break space in braces": ("oil, trust", "oil,\u00a0trust", "12:29 space-odd"),
    "a no-break space in a name of a condition": ("if: carrying ==", "if: carry\u00a0ing ==", "11:18 space-odd"),
    "a joiner in a key": ("choices:", "choi\u200dces:", "9:9 sign-unseen"),
    "a hyphen that is not seen in a name": ("go: lamp", "go: la\u00admp", "13:15 sign-unseen"),
    "a mark of byte order in mid-file": ("scenes:", "\ufeffscenes:", "2:1 sign-unseen"),
    "a mark of byte order in prose": ("The door is", "The \ufeffdoor is", "6:11 prose-unseen"),
    "a sign in a speaker": ("mara: Come", "ma\u200bra: Come", "8:9 sign-unseen"),
    "a sign before a speaker": ("mara: Come", "\u2060mara: Come", "8:7 sign-unseen"),
    "a sign in a condition in prose": ("{trust >=", "{tru\u200bst >=", "6:27 sign-unseen"),
    "a line separator in prose": ("The door is", "The door\u2028is", "6:15 line-break-odd"),
    "a next line in a comment": ("scenes:", "scenes: # one\x85two", "2:14 line-break-odd"),
    "a bell": ("It rains.", "It \x07rains.", "18:14 control-character"),
    "an order that is not the file's": ("go: lamp", "go: \u202elamp", "13:13 sign-unseen"),
    "an order that is not the file's, in a comment": ("scenes:", "scenes: # \u2066 lamp", "2:11 sign-turning"),
    "a full-width colon after a key": ("place: café", "place：café", "4:10 sign-alike"),
    "a full-width colon after a name": ("  lamp:\n", "  lamp：\n", "17:7 sign-alike"),
    "a full-width colon after a speaker": ("mara: Come", "mara：Come", "8:11 sign-alike"),
    "a full-width question mark": ("2 ? , and", "2 ？ , and", "6:35 sign-alike"),
    "full-width signs in a condition": ("carrying == nothing", "carrying ＝＝ nothing", "11:22 sign-alike"),
    "full-width braces": ("{carrying: oil, trust: +1}", "｛carrying：oil，trust：+1｝", "12:14 sign-alike"),
    "a full-width brace in prose": ("{trust >= 2 ? , and warm}", "｛trust >= 2 ? , and warm}", "6:23 sign-alike"),
    "full-width braces in prose": ("{trust >= 2 ? , and warm}", "｛trust >= 2 ? , and warm｝", "6:23 sign-alike"),
    "a full-width comma in braces": ("oil, trust", "oil， trust", "12:28 sign-alike"),
    "a dash for a list": ("- say: Wait.", "– say: Wait.", "14:7 sign-alike"),
    "a bullet of an em dash": ("- say: Carry", "— say: Carry", "10:7 sign-alike"),
    "a minus of mathematics": ("trust: +1", "trust: −1", "12:37 sign-alike"),
    "full-width digits": ("trust >= 2", "trust >= ２", "6:33 sign-alike"),
    "a Cyrillic letter in a name": ("go: lamp", "go: lаmp", "13:14 letter-alike"),
    "a Cyrillic letter where a name is given": ("  lamp:\n", "  lаmp:\n", "17:4 letter-alike"),
    "a Greek letter in a key": ("    place: café", "    placε: café", None),
    "a Cyrillic letter in a key": ("choices:", "сhoices:", "9:5 letter-alike"),
    "a Cyrillic letter in a speaker": ("mara: Come", "mаra: Come", "8:8 letter-alike"),
    "a Cyrillic letter in a word of the language": ("carrying ==", "сarrying ==", "11:13 letter-alike"),
    "quotes of a typesetter round a name": ("go: lamp", "go: “lamp”", "13:13 quote-alike"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_sign_is_told_at_its_own_place_and_alone(slip: str, lay: Lay, found: Found) -> None:
    old, new, told = SLIPS[slip]
    got = found(lay(changed(old, new)))
    if told is None:  # it passes for no Latin letter: a slip as any other
        assert [each.split(" ")[1] for each in got] == ["key-unknown"]
    else:
        assert got == [f"scenes/1.yaml:{told}"]


@pytest.mark.parametrize("between", ["-", "–", "—", "−", "…", "...", ".", " to "])
def test_a_range_that_is_not_written_with_two_dots_costs_no_more_than_that(
    between: str, lay: Lay, found: Found
) -> None:
    assert found(lay(changed("range: 0..3", f"range: 0{between}3", "story.yaml"))) == ["story.yaml:11:12 range-wrong"]


RIGHT = {
    "French": "« Non\u00a0! »\u202f10\u202f000\u00a0€\u2009?",
    "an emoji of a family": "👩\u200d👩\u200d👧 and ❤\ufe0f",
    "Persian": "می\u200cخواهم",
    "Hindi": "क्\u200dष",
    "Thai": "สวัสดี\u200bครับ",
    "braces of Chinese": "他｛有人｝说",
    "Chinese": "他说：“走吧，真的？（不）”\u3000好——",
    "a soft hyphen": "Donau\u00addampf\u00adschiff",
    "a ligature kept apart": "Auf\u200clage",
    "Hebrew with Latin in it": "\u2067שלום \u2066Buffy\u2069 עולם\u2069",
    "Arabic with marks of direction": "\u200fمرحبا (C++)\u200e",
    "dashes": "a – b — c − d",
    "Russian": "Он сказал: нет. Haus и Дом",
    "a line of =": "=======",
}


@pytest.mark.parametrize("words", RIGHT)
def test_what_is_right_in_prose_is_nothing_to_speak_of(words: str, lay: Lay, found: Found) -> None:
    block = changed("The door is open", RIGHT[words])
    assert found(lay(block)) == []
    if words != "a line of =":
        assert found(lay(changed("say: Wait.", f"say: {RIGHT[words]}" if words != "Russian" else "say: Дом"))) == []


def test_a_story_in_another_alphabet_names_things_in_it(lay: Lay, found: Found) -> None:
    story = {
        "story.yaml": STORY.replace("door", "дверь")
        .replace("mara", "мара")
        .replace("café", "ταβέρνα")
        .replace("oil", "κάρη"),
        "scenes/1.yaml": SCENES.replace("door:", "дверь:")
        .replace("mara", "мара")
        .replace("café", "ταβέρνα")
        .replace("oil, t", "κάρη, t")
        .replace("lamp", "сор"),
    }
    assert found(lay(story)) == []


def test_a_name_that_looks_like_another_is_told_by_its_letters(lay: Lay) -> None:
    folder = lay({"story.yaml": STORY, "scenes/1.yaml": SCENES.replace("lamp", "cop").replace("go: cop", "go: сор", 1)})
    (told,) = load(folder).diagnostics
    assert (told.code, told.at.line, told.at.column) == ("unknown-scene", 13, 13)
    assert "latin small letter c" in told.hint
    assert "cyrillic small letter es" in told.hint


def test_names_are_the_same_however_their_accents_are_typed(lay: Lay) -> None:
    apart = unicodedata.normalize("NFD", SCENES.replace("mara: Come", "rené: Come"))
    loaded = load(lay({"story.yaml": STORY, "scenes/1.yaml": apart.replace("Wait.", "É\u0301h. Cafe\u0301! {trst}")}))
    (told,) = loaded.diagnostics
    assert (told.code, told.at.line, told.at.column) == (
        "unknown-variable",
        14,
        len("      - say: É\u0301h. Cafe\u0301! {t"),
    )
    assert "Cafe\u0301! {trst}" in as_text([told], loaded.sources, color=False), "the line is shown as it stands"
    good = load(lay({"story.yaml": STORY, "scenes/1.yaml": apart})).story
    assert good
    assert good == load(lay({"story.yaml": STORY, "scenes/1.yaml": SCENES.replace("mara: C", "rené: C")})).story


SIDES = ("    text: It rains.", "    text: It pours.")
CONFLICTS = {
    "two versions": ("<<<<<<< HEAD", SIDES[0], "=======", SIDES[1], ">>>>>>> other"),
    "three versions": (
        "<<<<<<< HEAD",
        SIDES[0],
        "||||||| 1a2b3c",
        "    text: It snows.",
        "=======",
        SIDES[1],
        ">>>>>>> other",
    ),
    "a version of nothing": ("<<<<<<< HEAD", SIDES[0], "=======", ">>>>>>> other"),
    "indented": ("    <<<<<<< HEAD", SIDES[0], "    =======", SIDES[1], "    >>>>>>> other"),
    "in prose": ("    text: |", "<<<<<<< HEAD", "      It rains.", "=======", "      It pours.", ">>>>>>> other"),
}


@pytest.mark.parametrize("kind", CONFLICTS)
def test_a_conflict_is_told_once_with_its_lines(kind: str, lay: Lay) -> None:
    lines = CONFLICTS[kind]
    scenes = "\n".join(
        (
            "chapter: One",
            "scenes:",
            "  door:",
            *lines,
            "    go: lamp",
            "  lamp:",
            "    text: Rain.",
            "    ending: light",
            "",
        )
    )
    (told,) = load(lay({"story.yaml": STORY, "scenes/1.yaml": scenes})).diagnostics
    first = 5 if kind == "in prose" else 4
    last = 3 + len(lines)
    assert (told.code, told.at.line) == ("conflict", first)
    assert f"lines {first} to {last}" in told.message
    assert "keep line 5" in told.hint or "keep line 6" in told.hint


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", ">>>>>>> other", "||||||| 1a2b"])
def test_a_sign_that_is_left_of_a_conflict_is_told(mark: str, lay: Lay, found: Found) -> None:
    assert found(lay(changed("      mara:", f"{mark}\n      mara:"))) == ["scenes/1.yaml:8:1 conflict"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"])
def test_a_file_in_another_encoding_is_told_and_costs_no_other_message(encoding: str, lay: Lay, found: Found) -> None:
    folder = lay({"story.yaml": STORY})
    (folder / "scenes/1.yaml").write_bytes(SCENES.encode(encoding))
    (told,) = found(folder)
    assert told.split(" ")[1] == "file-not-utf8"


def test_what_is_no_text_at_all_is_one_message(lay: Lay) -> None:
    folder = lay({"story.yaml": STORY})
    (folder / "scenes/1.yaml").write_bytes(bytes(range(256)) * 40)
    assert [each.code for each in load(folder).diagnostics][:1] == ["file-not-utf8"]


def test_lines_end_as_on_any_system(lay: Lay, found: Found) -> None:
    for end in ("\n", "\r", "\r\n"):
        assert found(lay({"story.yaml": STORY, "scenes/1.yaml": SCENES.replace("\n", end)})) == []
    twice = changed("go: lamp", "go: lаmp")
    assert found(lay({**twice, "scenes/1.yaml": twice["scenes/1.yaml"].replace("\n", "\r")})) == [
        "scenes/1.yaml:13:14 letter-alike"
    ]


@pytest.mark.parametrize("escape", ["\\0", "\\a", "\\u2028", "\\N"])
def test_a_sign_that_is_written_as_an_escape_is_told_too(escape: str, lay: Lay, found: Found) -> None:
    got = found(lay(changed("say: Wait.", f'say: "Wait{escape} here."')))
    assert got == ["scenes/1.yaml:14:14 control-character"]


def played(story: Story) -> str:
    """All of a story but its places in the files, without what is not seen of it."""
    shown = re.sub(
        r"SourceLocation\([^)]*\)", "", repr((story.title, story.start, story.cast, story.variables, story.scenes))
    )
    for sign in (*UNSEEN, "\u3000"):
        shown = shown.replace(repr(sign)[1:-1], " " if sign.isspace() else "").replace(
            sign, " " if sign.isspace() else ""
        )
    return "".join(shown.replace("_", " ").split())  # an option's id has a _ wherever its words are parted


FILES = {"story.yaml": STORY, "scenes/1.yaml": SCENES}


def _told(folder: Path) -> tuple[LoadedStory, list[tuple[str, int, int]]]:
    """The story, and where in its files something is told."""
    loaded = load(folder)
    at = [each.at for each in loaded.diagnostics]
    return loaded, [(each.file.removeprefix(f"{folder.as_posix()}/"), each.line, each.column) for each in at]


@given(name=st.sampled_from(sorted(FILES)), part=st.floats(0, 1, exclude_max=True), sign=st.sampled_from(UNSEEN))
@example(name="scenes/1.yaml", part=(SCENES.index(">=") + 1.5) / len(SCENES), sign="\u00a0")
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_sign_that_is_not_seen_is_told_where_it_stands_or_changes_nothing(
    name: str, part: float, sign: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("story")
    (folder / "scenes").mkdir()
    for file, text in FILES.items():
        (folder / file).write_text(text, encoding="utf-8")
    good = load(folder).story
    assert good
    at = int(part * len(FILES[name]))
    with_it = FILES[name][:at] + sign + FILES[name][at:]
    (folder / name).write_text(with_it, encoding="utf-8", newline="")
    loaded, told = _told(folder)
    here = [(name, with_it[:at].count("\n") + 1, at - (with_it.rfind("\n", 0, at) + 1) + 1)]
    if told != here and sign.isspace():  # where any space is one too many, it is told of as a space
        (folder / name).write_text(FILES[name][:at] + " " + FILES[name][at:], encoding="utf-8", newline="")
        here = _told(folder)[1]
    if told or not loaded.story:
        assert told == here, as_text(loaded.diagnostics, loaded.sources, color=False)
    elif sign != "\ufeff" or at:  # a mark of byte order opens a file
        assert played(loaded.story) == played(good)
