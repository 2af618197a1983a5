"""Lines as they may have been meant: at another depth, with a dash or a colon, spelt otherwise."""

import re
from collections.abc import Collection, Iterator
from collections.abc import Sequence as Sequence_
from dataclasses import dataclass

from game.authoring.shapes.record import Record
from game.authoring.sources.lines import KEYS, indent
from game.story.diagnostic import Diagnostic

_LINES_BESIDE = 40  # nearest to the line that was stumbled over, that may be the one
_DEPTHS = 5  # that a line may have been meant to stand at
_MEANT = re.compile(r"did you mean ‘(\w+)’\?")
LINE = re.compile(r"^( *)((?:- +)*)(.*)$")
KEY = re.compile(r"^(\w+)\s*:(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Edit:
    """Lines of the file, from `first` on, counted from 0, as they may have been meant; and what their author is told,
    unless the first of them is told something as good already."""

    first: int
    lines: tuple[str, ...]
    code: str
    details: dict[str, object]
    rank: int = 1  # the lower, the more often it is that
    column: int | None = None  # where in the line it is, from 0, if not where that begins


class Candidates:
    """The lines of one file as they may have been meant: of those from `first` to `end`, counted from 0, what each
    could be. `prose` are the lines that are words, and `units` those that begin what is read alone."""

    def __init__(
        self,
        lines: Sequence_[str],
        prose: Collection[int],
        units: Sequence_[int],
        shape: Record,
        found: Sequence_[Diagnostic],
    ) -> None:
        self.lines, self.prose, self.units, self.shape, self.found = lines, prose, units, shape, found

    def edits(self, number: int, first: int, end: int, only: list[int] | None) -> Iterator[Edit]:
        """Of the lines `only`, or of any near the line of this number, the nearest first."""
        beside = [n for n in range(first, end) if n not in self.prose or n == number]
        beside = [n for n in beside if self.lines[n].strip() and not self.lines[n].lstrip().startswith("#")]
        beside.sort(key=lambda n: (abs(n - number) if n not in self.units else 0, n))
        for n in beside[:_LINES_BESIDE] if only is None else only:
            yield from self.of_line(n, beside)

    def of_line(self, number: int, beside: Sequence_[int]) -> Iterator[Edit]:
        """What one line may have been meant as, the likelier first."""
        line = self.lines[number]
        spaces, dashes, rest = LINE.match(line.replace("\t", "  ")).groups()  # type: ignore[union-attr]  # any does
        key = KEY.match(rest)
        respelt = self.respelt(number)
        if respelt:
            yield respelt
        yield from self.at_other_depths(number, beside)
        yield from self.otherwise(number, spaces, dashes, rest)
        if dashes:
            code, details = "dash-stray", {"key": key[1] if key else rest[:30]}
            if key and key[1] not in KEYS and "scenes" in self.shape.fields and not rest[len(key[0]) :].strip():
                code, details = "dash-unwanted", {"name": key[1]}
            for depth in (len(spaces) + 2, len(spaces)):
                yield Edit(number, (" " * depth + rest,), code, details)
        else:
            details = {"key": key[1] if key else rest[:30], "hint": f"write `- {rest.strip()[:60]}`"}
            for depth in dict.fromkeys((len(spaces), max(len(spaces) - 2, 0))):
                hint = f"begin the line with {_spaces(depth)} and `- {key[1]}: …`" if key else details["hint"]
                details = {**details, "hint": hint}
                yield Edit(number, (" " * depth + "- " + rest,), "dash-missing", details)

    def at_other_depths(self, number: int, beside: Sequence_[int]) -> Iterator[Edit]:
        """The line, alone or with all that belongs to it, as deep as lines `beside` it."""
        line = self.lines[number].replace("\t", "  ")
        here, body = indent(line), line.lstrip()
        depths = {d for n in beside if n != number for d in (indent(self.lines[n]), indent(self.lines[n]) + 2)}
        below = number + 1
        while below < len(self.lines) and (not self.lines[below].strip() or indent(self.lines[below]) > here):
            below += 1
        for depth in sorted(
            (d for d in depths if d != here or "\t" in self.lines[number]), key=lambda d: abs(d - here)
        )[:_DEPTHS]:
            hint = f"begin it with {_spaces(depth)}"
            yield Edit(number, (" " * depth + body,), "indentation", {"hint": hint}, 0)
            moved = tuple(_moved(each, depth - here) for each in self.lines[number + 1 : below])
            if any(each.strip() for each in moved):
                way = "further in" if depth > here else "further left"
                hint = f"begin it, and all that belongs to it, {_spaces(abs(depth - here))} {way}"
                yield Edit(number, (" " * depth + body, *moved), "indentation", {"hint": hint}, 2)

    def otherwise(self, number: int, spaces: str, dashes: str, rest: str) -> Iterator[Edit]:
        """A colon that is missing, or another sign in its place; a `|` that is; what stands after either for nothing."""
        start = spaces + dashes
        if number and self.lines[number - 1].strip() == (spaces + dashes + rest).strip():
            if dashes:
                yield Edit(number, ("",), "line-twice", {})
            else:
                yield Edit(number, ("",), "key-twice", {"key": rest.split(":", maxsplit=1)[0], "line": number})
        stray = re.search(r"\s*([\"'])$", rest)
        if stray and rest.count(stray[1]) % 2:
            at = len(start) + stray.start(1)
            yield Edit(number, (start + rest[: stray.start()],), "bracket-unopened", {"sign": stray[1]}, column=at)
        bare = re.match(r"^[*•–—]\s+(.*)$", rest)
        if bare:
            yield Edit(number, (f"{start}- {bare[1]}",), "bullet", {"sign": rest[0], "rest": bare[1][:60]})
        split = re.match(r"^(\w+)\s*(?:[;=,.]|:=|::|$|\s)\s*(.*)$", rest)
        if split and not KEY.match(rest) and (split[1] in KEYS or not split[2]):
            fixed = f"{split[1]}: {split[2]}".rstrip()
            fix = f"write `{fixed[:60]}`"
            yield Edit(number, (start + fixed,), "colon-missing", {"text": rest[:60], "fix": fix})
        key = re.match(r"^(\w+)\s*:\s*(.*?)\s*(?:\s#.*)?$", rest)
        below = next((each for each in self.lines[number + 1 :] if each.strip()), "")
        deeper = indent(below) > len(spaces)
        words = deeper and not re.match(r"\s*(?:-|\w+\s*:)", below)
        if key and key[2] and deeper:
            details = {"key": key[1], "value": key[2][:60]}
            if re.fullmatch(r"\W{1,3}", key[2]) and words:
                yield Edit(number, (f"{start}{key[1]}: |",), "block-missing", {"written": f"{key[1]}: |"})
            elif not words:
                yield Edit(number, (f"{start}{key[1]}:",), "value-stray", details)
        elif key and not key[2] and words:
            yield Edit(number, (f"{start}{key[1]}: |",), "block-missing", {"written": f"{key[1]}: |"})
        elif dashes and re.fullmatch(r"\W{0,3}", rest.strip()) and words:
            yield Edit(number, (f"{start}|",), "block-missing", {"written": "- |"})

    def respelt(self, number: int) -> Edit | None:
        """The line with its unknown key as the message about it says."""
        for each in self.found:
            meant = _MEANT.search(each.hint) if each.code == "key-unknown" and each.at.line == number + 1 else None
            if meant:
                old = re.search(r"no ‘(\w+)’", each.message)
                new = meant[1]
                if old and new in KEYS:
                    line = re.sub(rf"\b{re.escape(old[1])}(?=\s*:)", new, self.lines[number], count=1)
                    return Edit(number, (line,), each.code, {}, -1)
        return None


def _moved(line: str, by: int) -> str:
    if not line.strip():
        return line
    return " " * max(indent(line) + by, 0) + line.lstrip(" ")


def _spaces(count: int) -> str:
    return "one space" if count == 1 else "no space" if not count else f"{count} spaces"
