"""Lines at the wrong depth."""

import re

from game.authoring.sources.lines import BLOCK, KEYS
from game.authoring.syntax.repairs.failure import ITEM, KEY, NAME, Failure, Repair
from game.story.signs import sign_name

_OF_A_SCENE = frozenset(("text", "choices", "silence", "ending", "aftermath"))  # and of nothing else
_SPACE = re.compile(r"^[^\S\n]*(?:-[^\S\n]+)*")


def odd_space(here: Failure) -> Repair | None:
    """A tab, or a space brought from elsewhere, where a line begins or after its `-`."""
    for number in here.around():
        line = here.lines[number]
        before = _SPACE.match(line)[0]  # type: ignore[index]  # it matches any line
        odd = next((sign for sign in before if sign not in " -"), None)
        if odd is None or not line.strip():
            continue
        if "-" in before[: before.index(odd)]:
            repair = line.replace(odd, " ", 1)
        else:
            repair = " " * depth_of(here, number) + line.lstrip()
        code = "tab" if odd == "\t" else "space-odd"
        return here.repair(code, number, line.index(odd), repair, name=sign_name(odd))
    return None


def depth_of(here: Failure, number: int) -> int:
    """How far a line should be indented to belong to those above it: keys like keys, names like names."""
    line = here.lines[number].replace("\t", "  ")
    key, above = KEY.match(line), here.lines[:number]
    if ITEM.match(line):
        columns = [len(found[1]) for each in above if (found := ITEM.match(each))]
    elif key and key[2] in KEYS:
        kin = _OF_A_SCENE if key[2] in _OF_A_SCENE else KEYS
        columns = [len(found[1]) for each in above if (found := KEY.match(each)) and found[2] in kin]
    elif NAME.match(line):
        columns = [len(found[1]) for each in above if (found := NAME.match(each)) and found[2] not in KEYS]
    else:
        columns = []
    indent = len(line) - len(line.lstrip())
    tabs = here.lines[number][:indent].count("\t")
    tabbed = next((each for each in reversed(columns) if tabs and each in (2 * tabs, 4 * tabs, 8 * tabs)), None)
    if tabbed is not None:
        return tabbed
    if columns:
        return min(reversed(columns), key=lambda column: abs(column - indent))
    last = next((each.rstrip() for each in reversed(above) if each.strip()), "")
    opened = KEY.match(last)
    deeper = last.endswith((":", "|", ">"))
    return len(opened[1]) + 2 * deeper if opened else len(last) - len(last.lstrip()) + 2 * deeper


def wrong_depth(here: Failure, number: int) -> Repair:
    """The line stands at the wrong depth."""
    line, depth = here.lines[number], depth_of(here, number)
    repair = " " * depth + line.lstrip()
    indent = len(line) - len(line.lstrip())
    hint = f"begin it with {depth} spaces, or as its neighbours do"
    if depth == indent:  # then it is not this line that slipped
        hint = "it may stand right: look at the line above it, for an indent, a quote or a bracket that is wrong"
    return here.repair("indentation", number, indent, repair, hint=hint)


def deeper_first_line(here: Failure) -> Repair | None:
    """A text in block style whose first line is indented deeper than the rest, so that it ends there."""
    opened = next((n for n in range(here.at - 1, -1, -1) if n not in here.prose), None)
    if opened is None or not BLOCK.search(here.lines[opened]):
        return None
    first = next((n for n in range(opened + 1, here.at) if here.lines[n].strip()), None)
    key = KEY.match(here.line)
    if first is None or not here.line.strip() or (key and key[2] in KEYS):
        return None
    outer = re.match(r"\s*(?=- +[|>])|\s*(?:- +)*", here.lines[opened])[0]  # type: ignore[index]  # it matches any
    above, level = (len(each) - len(each.lstrip(" ")) for each in (here.lines[first], here.line))
    if not len(outer) < level < above:
        return None
    repaired = list(here.lines)
    for number in range(first, here.at):
        if len(repaired[number]) - len(repaired[number].lstrip(" ")) >= above:
            repaired[number] = repaired[number][above - level :]
    slip = here.repair("indentation-deeper", first, above, None, count=level)
    return Repair(slip.diagnostic, repaired)


def no_key(here: Failure) -> Repair | None:
    """A line where a key should stand and none does."""
    if "expected ':'" in here.error.problem:
        number = here.began
    elif (
        "expected key" in here.error.problem
        or "'-' indicator" in here.error.problem
        or "document start" in here.error.problem
    ):
        number = here.at
    else:
        return None
    return wrong_depth(here, number)
