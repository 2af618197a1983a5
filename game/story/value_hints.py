"""What an author meant by a value that is written as elsewhere."""

import re

from game.story.condition_hints import FLAGS
from game.story.names import suggestion
from game.story.variables import Flag, Kind, OneOf, Range

_STEP = re.compile(r"(\+\+|--|\+=|-=|=\s*\+|=\s*-|[-+])\s*(\d*)|(\d+)\s*(\+\+?|--?)|(\+\+|--)")


def step(written: str, name: str = "") -> str | None:
    """What is added, as it is written here: `+1` for `++`, `+= 1`, `=+1` or `trust + 1`."""
    found = _STEP.fullmatch(re.sub(rf"^{re.escape(name)}\s*(?:=\s*{re.escape(name)}\s*)?", "", written.strip()))
    if not found:
        return None
    sign = (found[1] or found[4] or found[5])[-1]
    sign = sign if sign in "+-" else (found[1] or "+")[0]
    number = found[2] or found[3] or ("1" if (found[1] or found[5] or "") in ("++", "--") else "")
    return f"{sign}{number}" if number else None


def meant(name: str, written: str, kind: Kind) -> str:
    """The hint for a value that a variable cannot become."""
    match kind:
        case Range():
            added = step(written, name)
            exact = re.fullmatch(r"=\s*(\d+)", written.strip())
            if added or exact:
                return f"write `{name}: {added or exact[1]}`"  # type: ignore[index]  # one of the two
            return "write a number in that range"
        case OneOf(words):
            return suggestion(written, words, f"values of {name}")
        case Flag():
            if written.lower() in FLAGS:
                return f"write `{name}: {FLAGS[written.lower()]}`"
            if written.lower() in ("toggle", f"not {name}", f"!{name}", "not"):
                return f"set it to no where `{name}` holds, and to yes where `not {name}` does"
            return suggestion(written, ("yes", "no"), f"values of {name}")


def nearest(written: str, kind: Kind, first: object) -> object:
    """The value of its kind that is nearest to what is written."""
    match kind:
        case Range(low, high):
            number = re.fullmatch(r"[-−]?\d{1,9}", written)
            return min(max(int(written.replace("−", "-")), low), high) if number else first
        case OneOf(words):
            hint = suggestion(written, words, "")
            return hint.split("‘")[1].split("’")[0] if "‘" in hint else first
        case Flag():
            return FLAGS.get(written.lower(), "yes or no")


def dashed(key: str) -> str:
    """What to write for the first key of an item of a list that has no dash."""
    return f"write `- {key}: …`, and begin the lines that belong to it two spaces further in"
