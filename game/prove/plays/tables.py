"""A whole story as tables of its stretches: what a play comes to is looked up, not worked out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import prod
from typing import assert_never

from game.prove.plays.long_lines import LongLine
from game.prove.plays.stretches import InGroups, Numbers, Played, Rules, Stretch
from game.prove.program.ir import (
    Body,
    ChangeIr,
    ClaimIr,
    DirectionIr,
    EndIr,
    IfIr,
    IncludeIr,
    LineIr,
    MenuIr,
    Nowhere,
    OnwardIr,
    OptionIr,
    Program,
    SceneIr,
)
from game.prove.program.liveness import (
    altered_by_offer,
    altered_in_body,
    bits_of,
    read_by_offer,
    read_in,
    read_in_body,
    slots_of,
)
from game.story.model import Line, Menu, Scene, Set, Text
from game.story.prose import Cycle, Either, Part, Prose, Shown, Styled, Words, walk

MOST_COMBINED = 64  # combinations of numbers up to which neighbours share a table


@dataclass(frozen=True, slots=True)
class _Text:
    """Blocks of a scene's text, the slots they depend on, each a bit, and paragraphs among them that depend on none."""

    blocks: Text = ()
    slots: int = 0
    always: Text = ()


class Tables:
    """A first play begins with the stretch `first` and the numbers `beginning`; scenes begin with those in `scenes`."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._sizes = [slot.size for slot in program.slots.all]
        self.scenes: dict[str, Stretch] = {}
        self._rules = Rules(program.story, program.slots, self.scenes)
        for scene in program.scenes.values():
            self.scenes[scene.id] = self._scene(scene)
        self.first = self.scenes[program.story.start]
        self.beginning: Numbers = [*program.slots.initial(), 0]

    def _scene(self, scene: SceneIr) -> Stretch:
        """Its stretches, made from the last to the first."""
        texts = list(self._joined(_texts(scene.body)))
        exits = list(self._exits(scene))
        if len(exits) > 1:
            stretch: Stretch = InGroups(scene.id, [Played(self._rules, at, (), slots_of(slots)) for at, slots in exits])
        else:
            at, slots = exits[0]
            last = texts.pop() if texts and self._few(texts[-1].slots | slots) else _Text()
            stretch = Played(self._rules, at, last.blocks, slots_of(last.slots | slots), last.always)
        for text in reversed(texts):
            stretch = self._text(scene.source, text, stretch)
        return stretch

    def _text(self, scene: Scene, text: _Text, then: Stretch) -> Stretch:
        match text.blocks:
            case (Line() as line,) if not text.always and not self._few(text.slots):
                pieces = [(prose, slots_of(slots)) for prose, slots in self._pieces(line.prose, scene.id)]
                return LongLine(self._rules, scene.id, line, pieces, then)
            case _:
                return Played(self._rules, scene, text.blocks, slots_of(text.slots), text.always, then)

    def _exits(self, scene: SceneIr) -> Iterator[tuple[Scene, int]]:
        """The scene with as much of its exit as can share a table, and the slots that this depends on."""
        at = scene.source
        match scene.exit:
            case MenuIr(options):
                group, slots = list[OptionIr](), 0
                for option in options:
                    own = bits_of(option.reads) | read_by_offer(option) | altered_by_offer(option)
                    if group and not self._few(slots | own):
                        yield _with(at, group), slots
                        group, slots = [], 0
                    group.append(option)
                    slots |= own
                yield _with(at, group), slots
            case OnwardIr(forks, leaving):
                yield (
                    at,
                    bits_of(slot for fork in forks for slot in fork.reads) | bits_of(move.slot for move in leaving),
                )
            case EndIr() | Nowhere():
                yield at, 0
            case _:
                assert_never(scene.exit)

    def _pieces(self, prose: Prose, home: str) -> Iterator[tuple[Prose, int]]:
        """A paragraph in as few pieces as depend on few slots each."""
        piece, slots = list[Part](), 0
        for part in prose:
            own = self._read_in(part, home)
            if piece and not self._few(slots | own):
                yield tuple(piece), slots
                piece, slots = [], 0
            piece.append(part)
            slots |= own
        yield tuple(piece), slots

    def _read_in(self, part: Part, home: str) -> int:
        """The slots that part of a paragraph depends on, which is written in `home`."""
        slots = self.program.slots
        found = 0
        for each in walk((part,)):
            match each:
                case Shown(variable):
                    found |= 1 << slots.variables[variable]
                case Either(condition):
                    found |= bits_of(self.program.testing.of(condition)[1])
                case Cycle():
                    found |= 1 << slots.visits[home]
                case Words() | Styled():
                    pass
                case _:
                    assert_never(each)
        return found

    def _joined(self, texts: Iterable[_Text]) -> Iterator[_Text]:
        """Neighbours together, as far as they depend on few slots."""
        joined = _Text()
        for text in texts:
            if joined != _Text() and not self._few(joined.slots | text.slots):
                yield joined
                joined = text
            else:
                joined = _Text(joined.blocks + text.blocks, joined.slots | text.slots, joined.always + text.always)
        if joined != _Text():
            yield joined

    def _few(self, slots: int) -> bool:
        return prod(self._sizes[slot] for slot in slots_of(slots)) <= MOST_COMBINED


def _texts(body: Body) -> Iterator[_Text]:
    """Each block that shows or changes something, and what it depends on."""
    for part in body.parts:
        match part:
            case LineIr(line, wording):
                slots = read_in(wording)
                yield _Text((line,), slots) if slots else _Text(always=(line,))
            case ChangeIr(change, slot):
                yield _Text((Set((change,)),), 1 << slot)
            case IfIr(block) | IncludeIr(block):
                alone = Body((part,), (part,))
                yield _Text((block,), read_in_body(alone) | altered_in_body(alone))
            case ClaimIr() | DirectionIr():  # the changes of a Set follow it
                pass
            case _:
                assert_never(part)


def _with(scene: Scene, options: Iterable[OptionIr]) -> Scene:
    return replace(scene, exit=Menu(tuple(option.choice for option in options)))
