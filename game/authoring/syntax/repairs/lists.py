"""Items of lists without their dashes, or with what is no dash."""

import re

from game.authoring.sources.lines import KEYS, indent
from game.authoring.syntax.repairs.failure import ITEM, KEY, LISTS, NAME, Failure, Repair, quoted, shortened
from game.story.value_hints import dashed


def glued_dash(here: Failure) -> Repair | None:
    """A dash without its space."""
    for number in here.around():
        found = re.match(r"^(\s*(?:- +)*)-([^\s-].*)$", here.lines[number])
        if found:
            repair = f"{found[1]}- {found[2]}"
            return here.repair("space-after-dash", number, len(found[1]), repair, rest=shortened(found[2]))
    return None


def list_on_key_line(here: Failure) -> Repair | None:
    """A list that begins on the line of its key, or words that begin with a dash."""
    column = here.error.column
    if "block sequence entries are not allowed" not in here.error.problem:
        return None
    key = KEY.match(here.line)
    if key and key[2] in LISTS:  # nothing on one line can mend that
        return here.repair("list-same-line", here.at, column, None)
    return here.repair("prose-start", here.at, column, here.line[:column] + quoted(here.line[column:]), sign="-")


def undashed_first(here: Failure) -> Repair | None:
    """The first item of a list, without its dash: YAML trips over the dash of the second."""
    item = ITEM.match(here.line)
    if item is None:
        return None
    for number in range(here.at - 1, -1, -1):
        opened = KEY.match(here.lines[number])
        if opened is None or opened[2] not in LISTS or len(opened[1]) > len(item[1]) or number in here.prose:
            continue
        first = next((n for n in range(number + 1, here.at) if here.lines[n].strip()), here.at)
        key = KEY.match(here.lines[first])
        if (
            key is None
            or key[2] not in KEYS
            or first == here.at
            or ITEM.match(here.lines[first])
            or len(key[1]) < len(item[1])
        ):
            return None
        repair = f"{item[1]}- {here.lines[first].lstrip()}"
        return here.repair("dash-missing", first, len(key[1]), repair, key=key[2], hint=dashed(key[2]))
    return None


def named_item(here: Failure) -> Repair | None:
    """An item of a list under a name, like a scene, in place of its dash."""
    name = NAME.match(here.line)
    if "'-' indicator" not in here.error.problem or name is None or name[2] in KEYS or not heads_keys(here, here.at):
        return None
    depth = len(name[1])
    end = next(
        (n for n in range(here.at + 1, len(here.lines)) if here.lines[n].strip() and indent(here.lines[n]) <= depth),
        len(here.lines),
    )
    depths = [indent(line) for line in here.lines[here.at + 1 : end] if line.strip()]
    if not depths:  # what stands below is no deeper once its odd spaces are not counted
        return None
    inner = min(depths)
    below = [" " * (indent(line) - inner + depth + 2) + line.strip(" ") for line in here.lines[here.at + 1 : end]]
    item = f"- id: {name[2]}"
    slip = here.repair(
        "dash-missing", here.at, depth, None, key=name[2], hint=f"write `{item}` in place of `{name[2]}:`"
    )
    return Repair(slip.diagnostic, [*here.lines[: here.at], name[1] + item, *below, *here.lines[end:]])


def heads_keys(here: Failure, number: int) -> bool:
    """Whether keys stand under the line, as under a name."""
    line = here.lines[number]
    below = next((each for each in here.lines[number + 1 :] if each.strip()), "")
    key = KEY.match(below)
    indent = len(line) - len(line.lstrip())
    return key is not None and key[2] in KEYS and len(key[1]) > indent and not line.lstrip().startswith("-")
