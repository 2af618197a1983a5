"""Where a character of a text stands in its file, whatever YAML made of quotes, folds and escapes; told in one walk."""

from dataclasses import dataclass, field

import pytest

from game.authoring.sources.source import Source
from game.authoring.syntax.locate import locator
from game.authoring.syntax.nodes import Mapping, Scalar
from game.authoring.syntax.parser import parse

WRITTEN = {
    "plain": "text: You wait ▲here.\n",
    "plain over lines": "text: You wait\n  a while ▲here.\n",
    "literal": "text: |\n  You wait\n  ▲here.\n",
    "folded": "text: >\n  You wait\n  a while\n\n  ▲here.\n",
    "single": "text: 'You don''t ▲wait.'\n",
    "double": 'text: "You say: \\"wait\\" ▲here."\n',
    "double over lines": 'text: "You\n  wait\n\n  ▲here."\n',
}


@dataclass(frozen=True)
class Counted(Source):
    """A source that counts the lines it is asked for."""

    asked: list[int] = field(default_factory=list)

    def line(self, number: int) -> str:
        self.asked.append(number)
        return super().line(number)


def text_of(source: Source) -> Scalar:
    root, _ = parse(source.text, source.name)
    assert isinstance(root, Mapping)
    (_, scalar) = root.entries[0]
    assert isinstance(scalar, Scalar)
    return scalar


@pytest.mark.parametrize("style", WRITTEN)
def test_a_word_is_found_where_it_was_written(style: str) -> None:
    marked = WRITTEN[style]
    source = Source.of("x.yaml", marked.replace("▲", ""))
    scalar = text_of(source)
    word = marked.split("▲")[1].split(".")[0]
    place = locator(scalar, source)(scalar.text.index(word))
    line = next(number for number, each in enumerate(marked.split("\n"), 1) if "▲" in each)
    assert (place.line, place.column) == (line, marked.split("\n")[line - 1].index("▲") + 1)


@pytest.mark.parametrize("sign", [">", '"', "'", ""])
def test_a_text_is_walked_once_however_many_places_are_asked_for(sign: str) -> None:
    def work(lines: int) -> int:
        body = "\n".join(["  You wait for the light."] * lines)
        text = f"text: {sign}\n{body}\n" if sign in (">", "") else f"text: {sign}{body.strip()}{sign}\n"
        plain = Source.of("x.yaml", text)
        source = Counted(plain.name, plain.text, plain.lines)
        scalar = text_of(source)
        locate = locator(scalar, source)
        for index in range(0, len(scalar.text), 10):
            locate(index)
        return len(source.asked)

    assert work(400) <= 2.2 * work(200)
    assert work(400) <= 3 * 400


def test_places_may_be_asked_for_in_any_order() -> None:
    source = Source.of("x.yaml", WRITTEN["folded"].replace("▲", ""))
    scalar = text_of(source)
    forwards, backwards = locator(scalar, source), locator(scalar, source)
    indexes = range(len(scalar.text))
    assert [forwards(i) for i in indexes] == [backwards(i) for i in reversed(indexes)][::-1]
