"""A mistake is told once, where it was made: what cannot be read makes nothing that names it wrong."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from game.authoring.load import load

ROOT = Path(__file__).parents[2]
REAL = {
    path.relative_to(ROOT / "story").as_posix(): path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "story").rglob("*.yaml"))
}
SMALL = {
    "story.yaml": (ROOT / "game/authoring/example/story.yaml").read_text(encoding="utf-8"),
    **{
        f"scenes/{path.name}": path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "game/authoring/example/scenes").iterdir())
    },
}
STORIES = {"small": SMALL, "real": REAL}

Lay = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def lay(tmp_path: Path) -> Lay:
    """Writes the files of a story, and tells where."""

    def write(files: Mapping[str, str]) -> Path:
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return write


class Edit:
    """One edit of one file: `old`, which stands there, becomes `new`."""

    def __init__(self, file: str, old: str, new: str, *codes: str) -> None:
        self.file, self.old, self.new, self.codes = file, old, new, codes


LIGHT, MORNING = "scenes/1-the-lighthouse.yaml", "scenes/2-morning.yaml"
SLIPS: Mapping[str, tuple[str, Edit]] = {
    "a bad range": ("small", Edit("story.yaml", "range: 0..3", "range: 0 to 3", "range-wrong")),
    "a range with a word": ("small", Edit("story.yaml", "range: 0..3", "range: many", "range-wrong")),
    "a list of one value": ("small", Edit("story.yaml", "[nothing, matches, oil]", "[nothing]", "too-few")),
    "a value that is no name": (
        "small",
        Edit("story.yaml", "[nothing, matches, oil]", "[nothing, matches, the oil]", "id-wrong"),
    ),
    "values under a key of another tool": ("small", Edit("story.yaml", "one_of: [", "values: [", "key-unknown")),
    "a variable that is a text": (
        "small",
        Edit(
            "story.yaml",
            "  trust:\n    range: 0..3                 # a whole number; starts at the lowest unless `start` says otherwise\n    start: 1\n    about: how far Mara trusts you",
            "  trust: 0..3",
            "wrong-kind",
        ),
    ),
    "a variable with a dash in its name": ("small", Edit("story.yaml", "  lamp_lit:", "  lamp-lit:", "id-wrong")),
    "variables under another name": ("small", Edit("story.yaml", "variables:", "flags:", "key-unknown")),
    "variables misspelt": ("small", Edit("story.yaml", "variables:", "varaibles:", "key-unknown")),
    "variables in capitals": ("small", Edit("story.yaml", "variables:", "Variables:", "key-unknown")),
    "variables as a list": (
        "small",
        Edit("story.yaml", "variables:", "variables: [a, b]\nwas:", "wrong-kind", "key-unknown"),
    ),
    "cast misspelt": ("small", Edit("story.yaml", "cast:", "csat:", "key-unknown")),
    "cast without a name": (
        "small",
        Edit("story.yaml", "  mara:\n    name: Mara\n    color", "  mara:\n    color", "key-missing"),
    ),
    "a place that is a list": (
        "small",
        Edit("story.yaml", "  lamp_room:\n    side: left\n    about", "  lamp_room:\n    - about", "dash-stray"),
    ),
    "places misspelt": ("small", Edit("story.yaml", "places:", "palces:", "key-unknown")),
    "sounds misspelt": ("small", Edit("story.yaml", "sounds:", "noises:", "key-unknown")),
    "a sound that is a text": ("small", Edit("story.yaml", "  gull:\n    caption: A", "  gull: A", "wrong-kind")),
    "endings misspelt": ("small", Edit("story.yaml", "endings:", "ending:", "key-unknown")),
    "an ending with no name": ("small", Edit("story.yaml", "    name: The Light\n", "", "key-missing")),
    "no endings": (
        "small",
        Edit(
            "story.yaml",
            "endings:\n  light:\n    name: The Light\n    hint: Somebody has to bring matches.\n  dark:\n    name: The Dark\n    hint: Say nothing, and leave.\n",
            "",
            "key-missing",
        ),
    ),
    "a quotation in a declaration": (
        "small",
        Edit("story.yaml", "caption: A gull", 'caption: "A gull" far', "prose-quote"),
    ),
    "scenes misspelt": ("small", Edit(MORNING, "scenes:", "scnees:", "key-unknown")),
    "scenes in capitals": ("small", Edit(MORNING, "scenes:", "Scenes:", "key-unknown")),
    "a scene at the margin": ("small", Edit(MORNING, "  boats_home:", "boats_home:", "key-unknown")),
    "a scene with a space in its name": ("small", Edit(MORNING, "  boats_home:", "  boats home:", "id-wrong")),
    "a scene that is a text": (
        "small",
        Edit(MORNING, "  boats_home:\n    text:\n", "  boats_home: Home.\n  was:\n    text:\n", "wrong-kind"),
    ),
    "a scene given twice": (
        "small",
        Edit(MORNING, "  no_boats:", "  morning:\n    ending: dark\n\n  no_boats:", "key-twice"),
    ),
    "choices under another name": (
        "small",
        Edit(
            LIGHT,
            "        go: the_door\n\n  the_storm",
            "        go: the_door\n        goes: x\n\n  the_storm",
            "key-unknown",
        ),
    ),
    "a list of options that is none": (
        "small",
        Edit(
            LIGHT,
            "    choices:\n      - say: Strike a match.",
            "    choices: none\n    was:\n      - say: Strike a match.",
            "wrong-kind",
            "key-unknown",
        ),
    ),
    "an option without words": (
        "small",
        Edit(LIGHT, "      - say: Strike a match.\n        if", "      - if", "key-missing"),
    ),
    "an option with two names for its words": (
        "small",
        Edit(LIGHT, "- say: Strike a match.", "- label: Strike a match.", "key-unknown"),
    ),
    "a comma forgotten": (
        "small",
        Edit(LIGHT, "set: {carrying: oil, trust: +1}", "set: {carrying: oil trust: +1}", "comma-missing"),
    ),
    "an include that cannot be read": (
        "small",
        Edit(LIGHT, "      - include: the_storm", "      - include: [the_storm]", "wrong-kind"),
    ),
    "a tag": (
        "small",
        Edit(LIGHT, "text:                       # a list", "text: !list                       # a list", "yaml-tag"),
    ),
    "the range of the real story": ("real", Edit("story.yaml", "range: 0..4", "range: 0-4", "range-wrong")),
    "the variables of the real story": ("real", Edit("story.yaml", "\nvariables:", "\nvaraibles:", "key-unknown")),
    "the places of the real story": ("real", Edit("story.yaml", "\nplaces:", "\nplcaes:", "key-unknown")),
    "the endings of the real story": ("real", Edit("story.yaml", "\nendings:", "\nend:", "key-unknown")),
    "a mark of another tool in the words that name an option which is asked for": (
        "small",
        Edit(LIGHT, "say: Strike a match.", "say: <b>Strike a match.</b>", "mark-foreign"),
    ),
    "an arrow in the words that name an option which is asked for": (
        "real",
        Edit("scenes/2-the-office.yaml", "say: Dig.\n        id: dig", "say: Dig -> digging", "mark-foreign"),
    ),
    "an option under a name": (
        "real",
        Edit(
            "scenes/5-the-maze.yaml",
            "      - say: Go and see who’s whistling.\n        id: voice\n",
            "      voice:\n        say: Go and see who’s whistling.\n",
            "dash-missing",
        ),
    ),
    "an option under a name, indented by four": (
        "small",
        Edit(
            LIGHT,
            "      - say: Pour in the oil.\n        if: carrying == oil\n        go: morning\n",
            "      pour:\n          say: Pour in the oil.\n          if: carrying == oil\n          go: morning\n",
            "dash-missing",
        ),
    ),
    "options under names": (
        "small",
        Edit(
            LIGHT,
            "      - say: Strike a match.\n        if: carrying == matches\n        locked: You have no matches.\n        set: {lamp_lit: yes}\n        go: morning\n      - say: Pour in the oil.\n        if: carrying == oil\n        go: morning\n      - say: Go down again.\n",
            "      strike_a_match:\n        say: Strike a match.\n        set: {lamp_lit: yes}\n        go: morning\n      down:\n        say: Go down again.\n",
            "dash-missing",
        ),
    ),
    "an option's first line twice": (
        "real",
        Edit(
            "scenes/5-the-maze.yaml",
            "      - say: Go and see who’s whistling.\n",
            "      - say: Go and see who’s whistling.\n" * 2,
            "line-twice",
        ),
    ),
    "two scenes for an option": (
        "small",
        Edit(
            LIGHT,
            "if: carrying == oil\n        go: morning",
            "if: carrying == oil\n        go: [morning, the_door]",
            "wrong-kind",
        ),
    ),
    "two scenes in brackets to go on to": (
        "small",
        Edit(LIGHT, "and locks it}.\n    go: morning", "and locks it}.\n    go: [morning, the_door]", "wrong-kind"),
    ),
    "a key longer than YAML takes one": (
        "small",
        Edit(LIGHT, "set: {lamp_lit: yes}", "set: {lamp_lit: yes, " + "l" * 1100 + ": yes}", "id-long"),
    ),
    "a key longer than YAML takes one, on a line of its own": (
        "small",
        Edit(LIGHT, "set: {lamp_lit: yes}", "set:\n          " + "l" * 1100 + ": yes", "id-long"),
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_once_and_nothing_that_only_follows_from_it(name: str, lay: Lay) -> None:
    story, edit = SLIPS[name]
    files = dict(STORIES[story])
    assert edit.old in files[edit.file]
    files[edit.file] = files[edit.file].replace(edit.old, edit.new, 1)
    found = load(lay(files)).diagnostics
    assert [each.code for each in found] == list(edit.codes), "\n".join(map(str, found))


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("broken", [b"\xff\xfe", b"chapter: caf\xe9\n", b"[" * 200, b"\0"])
def test_a_file_that_cannot_be_read_is_told_alone(story: str, broken: bytes, lay: Lay) -> None:
    for file in STORIES[story]:
        if file.startswith("tests/"):
            continue
        folder = lay(STORIES[story])
        (folder / file).write_bytes(broken)
        found = load(folder).diagnostics
        assert len(found) == 1, "\n".join(map(str, found))
        assert found[0].at.file.endswith(file)


def test_a_name_that_is_refused_is_told_where_it_is_declared_and_nowhere_else(lay: Lay) -> None:
    files = {name: text.replace("lamp_lit", "lamp-lit") for name, text in SMALL.items()}
    assert [each.code for each in load(lay(files)).diagnostics] == ["id-wrong"]


def test_a_name_that_nothing_unread_may_hold_is_told_beside_the_slip(lay: Lay) -> None:
    """Doubt reaches no further than what could not be read."""
    files = dict(SMALL)
    files["story.yaml"] = files["story.yaml"].replace("range: 0..3", "range: 0-3")
    files[LIGHT] = files[LIGHT].replace("if: carrying == matches", "if: carying == matches and trust > 1")
    assert [each.code for each in load(lay(files)).diagnostics] == ["unknown-variable", "range-wrong"]


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("say: Strike a match.", "say: Strike a match -> morning", "write `go: morning` beside `say`"),
        ("say: Strike a match.", "say: 'Strike (set: $trust to 1)'", "write `set: {trust: 1}` beside `say`"),
        (
            "      - say: Pour in the oil.\n        if: carrying == oil\n        go: morning\n",
            "      pour:\n        say: Pour in the oil.\n        if: carrying == oil\n        go: morning\n",
            "write `- id: pour` in place of `pour:`",
        ),
        ("go: morning", "go: [morning, the_door]", "write the name of a scene, one alone: `morning`"),
    ],
)
def test_a_mend_is_told_in_the_words_of_the_story(old: str, new: str, hint: str, lay: Lay) -> None:
    files = {**SMALL, LIGHT: SMALL[LIGHT].replace(old, new, 1)}
    assert [each.hint for each in load(lay(files)).diagnostics] == [hint]
