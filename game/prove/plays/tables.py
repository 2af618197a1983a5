"""A whole story as tables of its stretches: what a play comes to is looked up, not worked out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import prod
from typing import TypeAlias, assert_never

from game.prove.plays.long_lines import LongLine
from game.prove.plays.stretches import InGroups, Numbers, Parting, Played, Rules, Section, Stretch
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
    PartIr,
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
from game.story.model import Menu, Scene, Set
from game.story.prose import Cycle, Either, Part, Prose, Shown, Styled, Words, walk

_Part: TypeAlias = Section | LineIr | IfIr | IncludeIr

MOST_COMBINED = 64  # combinations of numbers up to which neighbours share a table


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
        sections, exits = self._sections(scene.body, scene.id), list(self._exits(scene))
        if len(exits) > 1:
            alone = Section(scene.id)
            stretch: Stretch = InGroups(scene.id, [Played(self._rules, at, alone, slots=slots) for at, slots in exits])
        else:
            at, slots = exits[0]
            match sections[-1:]:
                case [Section() as last] if self._few(last.slots | slots):
                    sections.pop()
                case _:
                    last = Section(scene.id)
            stretch = Played(self._rules, at, last, slots=slots)
        return self._before(sections, scene.source, scene.id, stretch)

    def _before(self, sections: Sequence[_Part], scene: Scene, home: str, then: Stretch) -> Stretch:
        """The stretches of sections of a text written in `home`, which lead to this one."""
        for section in reversed(sections):
            then = self._part(section, scene, home, then)
        return then

    def _part(self, part: _Part, scene: Scene, home: str, then: Stretch) -> Stretch:
        match part:
            case Section():
                return Played(self._rules, scene, part, then)
            case LineIr(line):
                pieces = [(prose, slots_of(slots)) for prose, slots in self._pieces(line.prose, home)]
                return LongLine(self._rules, scene.id, home, line, pieces, then)
            case IfIr(block, _, reads, holding, other):
                return Parting(
                    self._rules,
                    scene.id,
                    block.condition,
                    sorted(reads),
                    self._before(self._sections(holding, home), scene, home, then),
                    self._before(self._sections(other, home), scene, home, then),
                )
            case IncludeIr(block, passage, counted):
                left = Section(block.scene, slots=bits_of(move.slot for move in counted), leaves=block.scene)
                after = Played(self._rules, scene, left, then)
                return self._before(self._sections(passage, block.scene), scene, block.scene, after)
            case _:
                assert_never(part)

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

    def _sections(self, body: Body, home: str) -> list[_Part]:
        """A text in as few sections as depend on few slots each, and between them the parts that depend on many."""
        found: list[_Part] = []
        for part in body.parts:
            section = _section(part, home)
            before = found[-1] if found else None
            if not self._few(section.slots) and isinstance(part, LineIr | IfIr | IncludeIr):
                found.append(part)
            elif isinstance(before, Section) and self._few(before.slots | section.slots):
                found[-1] = Section(
                    home,
                    before.blocks + section.blocks,
                    before.slots | section.slots,
                    before.always + section.always,
                )
            else:
                found.append(section)
        return found

    def _few(self, slots: int) -> bool:
        return prod(self._sizes[slot] for slot in slots_of(slots)) <= MOST_COMBINED


def _section(part: PartIr, home: str) -> Section:
    """The part alone; nothing, if it neither shows nor changes anything."""
    match part:
        case LineIr(line, wording):
            slots = read_in(wording)
            return Section(home, (line,), slots) if slots else Section(home, always=(line,))
        case ChangeIr(change, slot):
            return Section(home, (Set((change,)),), 1 << slot)
        case IfIr(block) | IncludeIr(block):
            alone = Body((part,), (part,))
            return Section(home, (block,), read_in_body(alone) | altered_in_body(alone))
        case ClaimIr() | DirectionIr():  # the changes of a Set follow it
            return Section(home)
        case _:
            assert_never(part)


def _with(scene: Scene, options: Iterable[OptionIr]) -> Scene:
    return replace(scene, exit=Menu(tuple(option.choice for option in options)))
