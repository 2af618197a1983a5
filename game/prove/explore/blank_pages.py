"""Pages that can come up with nothing to read on them."""

from collections.abc import Iterator
from typing import assert_never

from game.prove.explore.fixpoints import Reachable
from game.prove.explore.observe import watched
from game.prove.explore.text_transfer import after, to_marks, visible
from game.prove.explore.transfer import Transfer
from game.prove.explore.witnesses import Target
from game.prove.program.ir import Body, EndIr, LineIr, MenuIr, Nowhere, OnwardIr, OptionIr, PartIr, SceneIr
from game.prove.sets.space import NONE, Members


def blank_pages(transfer: Transfer, reached: Reachable) -> Iterator[tuple[SceneIr, list[Target]]]:
    """Each such page, and where routes to it should lead.

    A page shows what follows the option taken before it, too. A menu is something to read, but on the first page.
    """
    blanks = _Blanks(transfer, reached)
    for scene in transfer.program.scenes.values():
        first = scene.id == transfer.program.story.start and isinstance(scene.exit, MenuIr)
        mute = blanks.mute(scene) if first or isinstance(scene.exit, EndIr) else NONE
        targets = list(blanks.beginning(mute) if first else blanks.wordless(scene, mute)) if mute else []
        if targets:
            yield scene, targets


class _Blanks:
    def __init__(self, transfer: Transfer, reached: Reachable) -> None:
        self.transfer, self.space, self.reached = transfer, transfer.space, reached
        self._mute: dict[str, Members] = {}

    def mute(self, scene: SceneIr) -> Members:
        """Those entering the scene to whom its text shows nothing."""
        if scene.id not in self._mute:
            reached = self.reached[scene.id]
            self._mute[scene.id] = self.space.minus(reached, self.reading(scene.body, reached)) if reached else NONE
        return self._mute[scene.id]

    def reading(self, body: Body, members: Members) -> Members:
        """Those to whom a text shows something."""
        marks: dict[PartIr, Members] = {}

        def watch(part: PartIr, coming: Members) -> None:
            if isinstance(part, LineIr):
                seen = visible(self.space, part.wording, coming)
                marks[part] = self.space.union(marks.get(part, NONE), seen)

        watched(self.space, body, members, watch)
        return to_marks(self.space, body.parts, NONE, marks, members)

    def wordless(self, scene: SceneIr, wanted: Members) -> Iterator[Target]:
        """Where to go so as to enter the scene, as one of those wanted, with nothing read before it on its page."""
        if scene.id == self.transfer.program.story.start:
            yield from self.beginning(wanted)
        for id in self.transfer.before[scene.id]:
            before = self.transfer.program.scenes[id]
            reached = self.reached[id]
            if not reached:
                continue
            self.space.spend(1)
            skipping = (
                self.transfer.before_skip(before, {scene.id: wanted}, reached) if before.skip == scene.id else NONE
            )
            if skipping:
                yield Target({id: skipping}, f"(skip {id})")
            match before.exit:
                case MenuIr(options):
                    for option in options:
                        if option.choice.go == scene.id:
                            yield from self.taking(before, option, wanted)
                case OnwardIr():
                    leading = self.transfer.before_branches(before, {scene.id: wanted}, reached)
                    stopping = self.space.minus(leading, self.mute(before))
                    if stopping:
                        yield Target({id: stopping})
                    passing = self.space.meet(leading, self.mute(before))
                    if passing:
                        yield from self.wordless(before, passing)
                case EndIr() | Nowhere():
                    pass
                case _:
                    assert_never(before.exit)

    def taking(self, scene: SceneIr, option: OptionIr, wanted: Members) -> Iterator[Target]:
        """Where an option leads there and shows nothing on the way."""
        reached = self.reached[scene.id]
        at_exit = after(self.space, scene.body, reached)
        leading = self.transfer.before_offer(scene, option, wanted, at_exit)
        if leading and option.then.parts:
            first, _ = self.transfer.moves(scene, option)
            changed = self.space.ahead(leading, first)
            leading = self.space.minus(leading, self.space.back(self.reading(option.then, changed), first, leading))
        taking = self.transfer.before_exit(scene, leading, reached) if leading else NONE
        if taking:
            yield Target({scene.id: taking}, option.choice.id)

    def beginning(self, wanted: Members) -> Iterator[Target]:
        """Where plays begin as one of those wanted."""
        begun = self.transfer.initial()
        for id in self.transfer.finishes if self.transfer.again else ():
            if self.reached[id]:
                begun = self.space.union(
                    begun, self.transfer.restarted(self.transfer.program.scenes[id], self.reached[id])
                )
        found = self.space.meet(begun, wanted)
        if found:
            yield Target({self.transfer.program.story.start: found})
