"""From an author's prose to paragraphs of parts, or to what is wrong with it and where.

Stress follows the flanking idea of CommonMark's emphasis: `*` opens before and closes after a non-space.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, assert_never

from game.story.catalogue import diagnostic
from game.story.condition_parser import Names, parse_condition
from game.story.diagnostic import Diagnostic
from game.story.inline_hints import CHANGING, block, changing, is_part, is_tag, not_shown, without_question
from game.story.marks import ForeignMark, beside_say, marks
from game.story.model import DIRECTIONS, Line
from game.story.names import Doubts, suggestion
from game.story.prose import Cycle, Either, Part, Prose, Shown, Style, Styled, Words
from game.story.signs import COLONS, SPACES, TURNING, UNSEEN, Odd, odd_in, spaced
from game.story.source_location import SourceLocation
from game.story.variables import Flag, OneOf

MOST_NESTED = 4
_PLAIN = re.compile(r"[^{}|*\\]+")
_HEAD = re.compile(r"[^?{}|]*")
_SPEAKER = re.compile(r"(\w+):(?=\s|$)")
_SPOKEN = re.compile(r"\s*(\w+):\s")
_SPACE_MEANT = re.compile(r"[^|\s]\s+$")  # of a wording, before the brace that closes it
_HALVES = re.compile(r"([^{}|]*[^\s{}|])\s+(:)\s+((?![«“\"„‘—–-])[^\s{}|][^{}|]*?)\s*")
_NEARLY = re.compile(r"(\w+)\s*:\S*")
_ALIKE = re.compile(
    rf"[\w{UNSEEN}{TURNING}]+(?:[{SPACES}]+[\w{UNSEEN}{TURNING}]+)*(?:[{COLONS}]|:[{UNSEEN}{TURNING}]*(?=\s|$))"
)
_COLON = re.compile(f"[:{COLONS}]")
_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]+")  # those that do not break lines are meant
_LISTED = "make `text` a list: `- |` before the words, and `- {}: …` on a line of its own, level with that dash"
_BESIDE = "write it beside `text`, not in the words: as far left as `text:` is"
_DIRECTIONS = {
    **{word: _LISTED.format(word) for word in DIRECTIONS},
    **dict.fromkeys("go choices ending silence aftermath".split(), _BESIDE),
    **dict.fromkeys("then else elif".split(), "it belongs to an `- if: …` in a list under `text`"),
    **dict.fromkeys("say menu option options".split(), "write options under `choices`, beside `text`"),
}
_BRACE = re.compile(r"\\[{}|*\\]|[{}]")
_WIDE_BRACE = re.compile("[｛｝]")
_BRACES = str.maketrans("｛｝", "{}")
_QUESTION = "？"
_ESCAPED = "{}|*\\"


@dataclass(frozen=True, slots=True)
class Cast:
    """Who may open a paragraph: the name of each by id."""

    names: Mapping[str, str]
    doubts: Doubts = field(default_factory=Doubts)

    def suggest_speaker(self, line: str) -> str | None:
        """The id of somebody whose *name* opens the line, as `Spike: ` or `SPIKE: ` would."""
        for id, name in self.names.items():
            for opening in (name, id):
                if line[: len(opening) + 1].lower() == f"{opening.lower()}:" and line[:1].isupper():
                    return id
        return None


class _Paragraph(NamedTuple):
    start: int
    end: int
    speaker: str | None


def parse_paragraphs(
    text: str, in_block: bool, cast: Cast, names: Names, locate: Callable[[int], SourceLocation]
) -> tuple[tuple[Line, ...], tuple[Diagnostic, ...]]:
    """The paragraphs of `text`. In a block a blank line ends one, elsewhere every line break does.

    `locate` gives the place of a character of `text` by its index.
    """
    lines: list[Line] = []
    wrong: list[Diagnostic] = []
    foreign = _foreign(text, names, cast.names, locate, wrong)
    for paragraph in _split(text, in_block, cast, locate, wrong):
        prose, more = _parse(text, paragraph.start, paragraph.end, names, locate, cast.names, foreign)
        wrong.extend(more)
        lines.append(Line(paragraph.speaker, prose, locate(paragraph.start)))
    return tuple(lines), tuple(wrong)


def parse_inline(
    text: str, names: Names, locate: Callable[[int], SourceLocation]
) -> tuple[Prose, tuple[Diagnostic, ...]]:
    """The prose of a `say` or a `locked`: one paragraph that nobody of the cast opens."""
    wrong: list[Diagnostic] = []
    foreign = _foreign(text, names, (), locate, wrong)
    wrong = [replace(each, hint=beside_say(each.hint)) for each in wrong]
    prose, more = _parse(text, 0, len(text), names, locate, (), foreign)
    return prose, (*wrong, *more)


def _foreign(
    text: str, names: Names, cast: Collection[str], locate: Callable[[int], SourceLocation], wrong: list[Diagnostic]
) -> list[ForeignMark]:
    """Marks of other tools, which are told, and of which nothing else is."""
    found = list(marks(text, names, cast))
    for mark in found:
        shown = text[mark.start : mark.end].split("\n", maxsplit=1)[0].strip()
        wrong.append(diagnostic("mark-foreign", locate(mark.start), mark=shown, hint=mark.hint))
    return found


def _split(
    text: str, in_block: bool, cast: Cast, locate: Callable[[int], SourceLocation], wrong: list[Diagnostic]
) -> list[_Paragraph]:
    paragraphs: list[_Paragraph] = []
    begun, speaker, at, end = -1, None, 0, 0
    for line in [*text.splitlines(keepends=True), "\n"]:  # the line break at the end closes the last paragraph
        bare = line.strip()
        start = at + line.find(bare) if bare else at
        at += len(line)
        opens = _opening(bare, cast, locate, start, wrong) if _COLON.search(bare) else None
        if begun >= 0 and (not bare or opens or not in_block):
            if speaker and begun >= end:
                wrong.append(diagnostic("speaker-silent", locate(begun - 1), id=speaker))
            paragraphs.append(_Paragraph(begun, max(begun, end), speaker))
            begun, speaker = -1, None
        if not bare:
            continue
        if begun < 0 or begun >= end:  # at its first words, which may stand below the speaker's name
            begun = start
        if opens:
            speaker, begins = opens
            said = bare[begins:]
            begun = start + len(bare) - len(said.lstrip())
        end = start + len(bare)
    return paragraphs


def _opening(
    line: str, cast: Cast, locate: Callable[[int], SourceLocation], start: int, wrong: list[Diagnostic]
) -> tuple[str, int] | None:
    """Who opens the line, if anybody does, and where what is said begins; near misses go to `wrong`."""
    found = _SPEAKER.match(line)
    word = found[1] if found else ""
    if word in cast.names:
        return word, len(word) + 1
    alike = None if line.isascii() else _ALIKE.match(line)
    odd = odd_in(alike[0]) if alike else None
    named = odd.meant.replace(" ", "") if odd else ""
    if alike and odd and named[:-1] in cast.names:
        wrong.append(replace(odd, meant=named).told(locate(start + odd.at)))
        return named[:-1], alike.end()
    nearly = _NEARLY.match(line)
    if nearly and nearly[1] in cast.names:
        odd_space = not nearly[0].isascii() and line[nearly.end(1)] in SPACES
        at = locate(start + nearly.end(1) if odd_space else start)
        wrong.append(diagnostic("speaker-space", at, opening=nearly[0], id=nearly[1]))
        return None
    if not (word[:1].isalpha() and word.islower()):
        meant = cast.suggest_speaker(line)
        if meant:
            opening = line.split(":", 1)[0]
            wrong.append(diagnostic("speaker-in-capitals", locate(start), opening=opening, id=meant))
        return None
    if cast.doubts.cover("cast", word):
        return None
    if word in _DIRECTIONS:
        wrong.append(diagnostic("direction-in-prose", locate(start), word=word, hint=_DIRECTIONS[word]))
        return None
    hint = suggestion(word, cast.names, "cast") if cast.names else "add them to `cast` in story.yaml"
    wrong.append(
        diagnostic(
            "unknown-speaker",
            locate(start),
            word=word,
            hint=f"{hint}{'' if hint.endswith('?') else '.'} For prose write ‘\\{word}: ’",
        )
    )
    return None


def _parse(
    text: str,
    start: int,
    end: int,
    names: Names,
    locate: Callable[[int], SourceLocation],
    cast: Collection[str],
    foreign: Sequence[ForeignMark],
) -> tuple[Prose, tuple[Diagnostic, ...]]:
    wide = _WIDE_BRACE.search(text, start, end)
    if wide:
        meant = text[:start] + text[start:end].translate(_BRACES) + text[end:]
        prose, wrong = _parse(meant, start, end, names, locate, cast, foreign)
        if not any(each.is_error for each in wrong):  # they are braces, and no signs of the prose
            odd = Odd("sign-alike", 0, wide[0], wide[0].translate(_BRACES))
            return prose, (odd.told(locate(wide.start())), *wrong)
    found = _PLAIN.match(text, start, end)
    if found and found.end() == end:
        return (Words(_one_line(found[0])),), ()
    parser = _Parser(text, start, end, names, locate)
    parser.cast, parser.foreign = cast, foreign
    return parser.prose(0), tuple(parser.wrong)


class _Parser:
    def __init__(self, text: str, start: int, end: int, names: Names, locate: Callable[[int], SourceLocation]) -> None:
        self.text, self.at, self.end = text, start, end
        self.names, self.locate = names, locate
        self.wrong: list[Diagnostic] = []
        self.cast: Collection[str] = ()
        self.foreign: Sequence[ForeignMark] = ()

    def report(self, code: str, at: int, **details: object) -> None:
        if any(mark.start <= at < mark.end for mark in self.foreign):
            return
        self.wrong.append(diagnostic(code, self.locate(at), **details))

    def prose(self, depth: int) -> Prose:
        """Parts up to the end, or inside an inline up to its `|` or `}`, which is left unread."""
        text = self.text
        levels: list[list[Part]] = [[]]
        open_styles: list[tuple[Style, int]] = []
        while self.at < self.end:
            plain = _PLAIN.match(text, self.at, self.end)
            if plain:
                levels[-1].append(Words(_one_line(plain[0])))
                self.at = plain.end()
                continue
            sign = text[self.at]
            if depth and sign in "|}":
                break
            match sign:
                case "{":
                    levels[-1].extend(self.inline(depth + 1))
                case "*":
                    self.star(levels, open_styles)
                case "\\":
                    self.escape(levels[-1])
                case "}":
                    self.report("brace-unopened", self.at)
                    self.at += 1
                case _:
                    levels[-1].append(Words(sign))
                    self.at += 1
        for style, opened in open_styles:
            self.report("stress-unclosed", opened, sign=style.value)
        return tuple(part for level in levels for part in level)

    def escape(self, parts: list[Part]) -> None:
        follows = self.text[self.at + 1 : min(self.at + 2, self.end)]
        if follows and follows in _ESCAPED:
            parts.append(Words(follows))
            self.at += 2
        else:  # `\dawn: ` keeps a word from being a speaker; elsewhere a backslash is itself
            opens_word = _SPEAKER.match(self.text, self.at + 1, self.end)
            if not opens_word:
                parts.append(Words("\\"))
            self.at += 1

    def star(self, levels: list[list[Part]], open_styles: list[tuple[Style, int]]) -> None:
        at = self.at
        run = 2 if self.text[at : min(at + 2, self.end)] == "**" else 1
        inner = open_styles[-1][0] if open_styles else None
        opened = {style for style, _ in open_styles}
        after_word = at > 0 and not self.text[at - 1].isspace()
        style = Style.WEIGHT if run == 2 else Style.STRESS
        if run == 2 and inner is Style.STRESS and (Style.WEIGHT in opened or not self.before_word(at + 2)):
            style, run = Style.STRESS, 1
        if style is inner and after_word:
            open_styles.pop()
            parts = tuple(levels.pop())
            levels[-1].append(Styled(style, parts))
        elif style not in opened and self.before_word(at + run):
            open_styles.append((style, at))
            levels.append([])
        else:
            levels[-1].append(Words("*" * run))
        self.at += run

    def before_word(self, at: int) -> bool:
        return at < self.end and not self.text[at].isspace()

    def inline(self, depth: int) -> list[Part]:
        """What stands in braces; `self.at` is at the opening one."""
        opened = self.at
        if depth > MOST_NESTED:
            self.report("inline-deep", opened, most=MOST_NESTED)
            self.at = opened + 1
            self.skip()
            return []
        found = _HEAD.match(self.text, opened + 1, self.end)
        head = spaced(found[0], within=False) if found else ""
        self.at = opened + 1 + len(head)
        sign = self.text[self.at] if self.at < self.end else ""
        if sign != "?" and _QUESTION in head:
            head, sign = head[: head.index(_QUESTION)], "?"
            self.at = opened + 1 + len(head)
            self.wrong.append(Odd("sign-alike", 0, _QUESTION, sign).told(self.locate(self.at)))
        odd = odd_in(head) if sign in ("?", "}") else None
        if odd:
            self.wrong.append(odd.told(self.locate(opened + 1 + odd.at)))
            head = odd.meant
        if sign == "}":
            self.at += 1
            return self.shown(head, opened, known=odd is None)
        if sign == "?":
            self.at += 1
            return self.branches(head, opened, depth, known=odd is None)
        if sign == "":
            self.report("brace-unclosed", opened)
        else:
            self.skip()
            inside = self.text[opened + 1 : self.at - 1]
            hint = without_question(inside, self.text[opened - 1 : opened])
            self.report("inline-question", opened, head=head.strip() or "…", hint=hint)
        return []

    def skip(self) -> None:
        """Past the brace that closes this inline, if one does."""
        depth = 1
        for found in _BRACE.finditer(self.text, self.at, self.end):
            depth += {"{": 1, "}": -1}.get(found[0], 0)
            if not depth:
                self.at = found.end()
                return
        self.at = self.end

    def shown(self, head: str, opened: int, *, known: bool) -> list[Part]:
        """A variable shown. Unless it is `known` what was meant, nothing more is told of it."""
        name = head.strip()
        variable = self.names.variables.get(name)
        if variable is None:
            if not known or self.names.doubts.cover("variables", name):
                return []
            written = block(head, self.text, self.at, self.end)
            if written:
                self.report("inline-if", opened, hint=written.hint)
                self.at = written.end
                return []
            if is_part(head):
                self.report("inline-if", opened, hint="write `{condition ? words | other words}`")
                return []
            if not name.replace("_", "").isalnum() or is_tag(head):
                self.report("inline-empty", opened, text=name, hint=not_shown(head, self.names))
            else:
                hint = suggestion(name, self.names.variables, "variables")
                self.report("unknown-variable", opened + 1, name=name, hint=hint)
            return []
        if isinstance(variable.kind, Flag):
            self.report("flag-shown", opened, name=name)
            return []
        joined = (
            next((word for word in variable.kind.words if "_" in word), None)
            if isinstance(variable.kind, OneOf)
            else None
        )
        if joined:
            self.report("value-shown", opened, name=name, value=joined, words=joined.replace("_", " ").strip())
        return [Shown(name)]

    def wording(self, depth: int) -> Prose:
        """One wording of an inline, up to its `|` or `}`; most are plain words."""
        plain = _PLAIN.match(self.text, self.at, self.end)
        if plain and plain.end() < self.end and self.text[plain.end()] in "|}":
            self.at = plain.end()
            words = _one_line(plain[0]).strip()
            return (Words(words),) if words else ()
        return _trimmed(self.prose(depth))

    def opening(self, at: int) -> None:
        """A wording that begins as somebody's words would."""
        found = _SPOKEN.match(self.text, at, self.end)
        if found and found[1] in self.cast:
            self.report("speaker-in-braces", found.start(1), word=found[1])

    def branches(self, head: str, opened: int, depth: int, *, known: bool) -> list[Part]:
        """Wordings to choose from. Unless it is `known` what was meant, nothing more is told of the condition."""
        wordings: list[Prose] = []
        begun = self.at
        while True:
            self.opening(self.at)
            wordings.append(self.wording(depth))
            if self.at >= self.end:
                self.report("brace-unclosed", opened)
                return []
            closing = self.text[self.at] == "}"
            self.at += 1
            if closing:
                break
        name, inside = head.strip(), self.text[begun : self.at - 1]
        if not head[:1].isspace() and _SPACE_MEANT.search(inside) and self.text[self.at : self.at + 1].isalnum():
            self.report("inline-space", self.at - 2)
        if name in CHANGING and name not in self.names.variables:
            self.report("inline-chance", opened + 1, word=name, hint=changing(name, inside))
            return []
        if len(wordings) == 1 and (halves := _HALVES.fullmatch(inside)):
            self.report("inline-colon", begun + halves.start(2), head=name, one=halves[1].strip(), other=halves[3])
        if name == "cycle":
            if len(wordings) < 2:
                self.report("cycle-single", opened)
            return [Cycle(tuple(wordings), at=self.locate(opened))]
        if len(wordings) > 2:
            self.report("inline-wordings", opened, count=len(wordings), head=name)
            return []
        other = wordings[1] if len(wordings) == 2 else ()
        if name == "first":
            return [Cycle((wordings[0], other), once=True, at=self.locate(opened))]
        offset = opened + 1 + len(head) - len(head.lstrip())
        condition, wrong = parse_condition(name, self.names, lambda index: self.locate(offset + index))
        self.wrong.extend(wrong if known else ())
        return [Either(condition, wordings[0], other, self.locate(opened))] if condition else []


def _one_line(text: str) -> str:
    """A line break inside a paragraph is a space."""
    return text if "  " not in text and text.isprintable() else _SPACES.sub(" ", text)


def _trimmed(prose: Prose) -> Prose:
    """Without the spaces that stand around a wording inside its braces."""
    parts = list(prose)
    if parts and isinstance(parts[0], Words):
        parts[0] = Words(parts[0].text.lstrip())
    if parts and isinstance(parts[-1], Words):
        parts[-1] = Words(parts[-1].text.rstrip())
    return tuple(part for part in parts if part != Words(""))


def plain_words(prose: Collection[Part]) -> str | None:
    """The prose as words alone, or None where it depends on the state."""
    words: list[str] = []
    for part in prose:
        match part:
            case Words(text):
                words.append(text)
            case Styled(_, parts):
                inner = plain_words(parts)
                if inner is None:
                    return None
                words.append(inner)
            case Shown() | Either() | Cycle():
                return None
            case _:
                assert_never(part)
    return "".join(words)
