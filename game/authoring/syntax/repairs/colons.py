"""Colons that are missing, stand in a sentence, or lack their space."""

import re

from game.authoring.sources.lines import KEYS
from game.authoring.syntax.repairs.depths import wrong_depth
from game.authoring.syntax.repairs.failure import ITEM, KEY, OPENING, VALUE, Failure, Repair, quoted, shortened
from game.authoring.syntax.repairs.lists import heads_keys
from game.story.limits import LONGEST_NAME

_MAPPINGS, _CONDITIONS = ("set", "silence"), ("if", "claim")
_LONG = re.compile(rf"\b\w{{{LONGEST_NAME + 1},}}(?=\s*:)")


def missing_colon(here: Failure) -> Repair | None:
    """A key alone on its line without its colon, or a colon without its space, which made prose of them."""
    for number in (here.at, *range(here.at - 1, -1, -1)):
        line = here.lines[number]
        if number in here.prose:
            continue
        bare = re.match(r"^\s*(?:- +)?(\w+)\s*$", line)
        if bare and (bare[1] in KEYS or heads_keys(here, number)):
            fix = f"write `{bare[1]}:` followed by its value"
            return here.repair("colon-missing", number, bare.start(1), f"{line.rstrip()}:", text=bare[1], fix=fix)
        glued = glued_colon(here, number)
        if glued:
            return glued
        if number < here.at and KEY.match(line):
            return None
    return None


def glued_colon(here: Failure, number: int) -> Repair | None:
    """A key whose colon lacks its space."""
    found = re.match(r"^(\s*(?:- +)?)(\w+):([^\s:].*)$", here.lines[number])
    if found is None or (found[2] not in KEYS and number != here.at):
        return None
    repair, rest = f"{found[1]}{found[2]}: {found[3]}", shortened(found[3])
    return here.repair("space-after-colon", number, len(found[1]), repair, key=found[2], rest=rest)


def colon_in_words(here: Failure) -> Repair | None:
    """A colon inside a sentence, or a key at the wrong depth, which YAML reports alike."""
    if "mapping values are not allowed" not in here.error.problem:
        return None
    before = here.line[: here.error.column]
    word = re.fullmatch(r"\s*(?:- +)*(\w+)", before)
    if word and word[1] in KEYS:
        return wrong_depth(here, here.at)
    block = unopened_block(here)
    if block:
        return block
    found = VALUE.match(here.line)
    head = found[1] if found and len(found[1]) <= here.error.column else re.match(r"\s*", here.line)[0]  # type: ignore[index]
    repair = head + quoted(here.line[len(head) :])
    opening = before.strip().split()
    key = head.strip().removeprefix("- ").rstrip(": ")
    rest = here.line[len(head) :]
    if key in _MAPPINGS:
        repair = head + "{" + rest.strip().strip("{}") + "}"
        fix = f"write `{repair.strip().removeprefix('- ')}`"
    elif key in _CONDITIONS:
        repair = head + re.sub(r"\s*:\s*", " == ", rest, count=1)
        fix = f"write `{repair.strip().removeprefix('- ')}`"
    elif key in KEYS:
        fix = f"write `{key}: |` and put the words on the next line, indented deeper"
        if goes_on(here, len(head) - len(head.lstrip())):
            repair = f"{head}|"
    else:
        fix = "put the text in block style: `|`, and the words on the next line, indented deeper"
    return here.repair(
        "prose-colon", here.at, here.error.column, repair, before=opening[-1] if opening else "", fix=fix
    )


def goes_on(here: Failure, indent: int) -> bool:
    """Whether the words of this line, whose key is indented so far, go on in the next one."""
    below = next((each for each in here.lines[here.at + 1 :] if each.strip()), "")
    return len(below) - len(below.lstrip()) > indent and not KEY.match(below) and not ITEM.match(below)


def unopened_block(here: Failure) -> Repair | None:
    """Prose over several lines whose `|` was forgotten: the slip is where the prose was begun."""
    if OPENING.match(here.line[: here.error.column]):
        return None
    indent = len(here.line) - len(here.line.lstrip())
    for number in range(here.at - 1, -1, -1):
        line = here.lines[number]
        opening = OPENING.match(line)
        if not line.strip() or (opening is None and len(line) - len(line.lstrip()) >= indent):
            continue
        if opening is None or len(opening[1]) >= indent or opening[3][:1] in ("|", ">", '"', "'"):
            return None
        written = f"{opening[2]} |"
        return here.repair("block-missing", number, len(opening[1]), f"{opening[1]}{written}", written=written)
    return None


def long_key(here: Failure) -> Repair | None:
    """A key that is longer than YAML takes one, which therefore goes on looking for its end."""
    for number in here.around():
        key = _LONG.search(here.lines[number])
        if key:
            length = {"long": f"{len(key[0]):,}", "most": f"{LONGEST_NAME:,}"}
            return here.repair("id-long", number, key.start(), None, id=shortened(key[0]), **length)
    return None
