"""One ending: from where it can be met, and after how few choices."""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from game.prove.explore.backwards import Backwards

S = TypeVar("S")


class Distances(Generic[S]):
    """From where the ending can be met is worked out once, by `work_out`, or when it is first asked.

    How far it is, is worked out as far as it is asked: first all situations from where no choice leads to it, then those one
    choice away, and so on.
    """

    def __init__(self, backwards: Backwards[S], ending: str) -> None:
        self._backwards, self._sets, self._ending = backwards, backwards.sets, ending
        self._meeting: dict[str, S] | None = None
        self._known = True
        self._layers: dict[str, list[tuple[int, S]]] = {}
        self._further = self._next_layers()

    def work_out(self) -> Iterator[None]:
        """Works out from where the ending can be met, a little at a time. Does nothing where that is done."""
        if self._meeting is None:
            found = self._backwards.ending(self._ending)
            try:
                for _ in self._backwards.follow(found, tuple(found), chosen=True):
                    yield
            except MemoryError:
                found, self._known = {}, False
            self._meeting = found

    def known(self) -> bool:
        """Whether that could be held."""
        self._settled()
        return self._known

    def has(self, scene: str, numbers: Sequence[int]) -> bool:
        """Whether the ending can be met by who enters the scene in the state with these numbers."""
        members = self._settled().get(scene)
        return members is not None and self._sets.has(members, numbers)

    def choices(self, scene: str, numbers: Sequence[int]) -> int | None:
        """After how few choices; None if never, or if that takes more than may be held."""
        if not self.has(scene, numbers):
            return None
        while True:
            for layer, members in self._layers.get(scene, ()):
                if self._sets.has(members, numbers):
                    return layer
            if next(self._further, None) is None:
                return None

    def _settled(self) -> dict[str, S]:
        for _ in self.work_out():
            pass
        assert self._meeting is not None  # noqa: S101
        return self._meeting

    def _next_layers(self) -> Iterator[int]:
        """Finds all situations one choice further away, and says how far that is."""
        near = self._backwards.ending(self._ending)
        new, layer = set(near), 0
        try:
            while new:
                new |= set(self._backwards.follow(near, new, chosen=False))
                for scene in new:
                    self._layers.setdefault(scene, []).append((layer, near[scene]))
                yield layer
                before = self._backwards.choices_before(near, new)
                new = {scene for scene, members in before.items() if self._backwards.add(near, scene, members)}
                layer += 1
        except MemoryError:
            return
