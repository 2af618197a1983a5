"""Which files a track, an ambience or a sound is made of."""

from collections.abc import Iterator
from pathlib import Path

from game.paths import existing
from game.story.letters import to_nfc
from game.ui.sound.levels import Bus
from game.ui.sound.mix import STEMS, Loop


class Library:
    """The folder of assets. A sound may have variants, `steps_1.ogg`, `steps_2.ogg` and so on, that take turns."""

    def __init__(self, assets: Path) -> None:
        self._assets = assets
        self._turns: dict[str, Iterator[Path]] = {}

    def loops(self, bus: Bus, name: str) -> tuple[Loop, ...]:
        """The stems that there are of a track, else the one file it is; none if there is neither."""
        paths = [self._path(bus, f"{name}_{stem}") for stem in STEMS] if bus is Bus.MUSIC else []
        found = [path for path in (*paths, self._path(bus, name)) if path.is_file()]
        stems = [path for path in found if to_nfc(path.stem) != name]
        return tuple(Loop(f"{bus.value}/{name}", path, bus) for path in stems or found)

    def noise(self, bus: Bus, name: str) -> Path | None:
        """The file to play this time."""
        key = f"{bus.value}/{name}"
        if key not in self._turns:
            self._turns[key] = _in_turn(self._variants(bus, name))
        return next(self._turns[key], None)

    def _variants(self, bus: Bus, name: str) -> tuple[Path, ...]:
        if self._path(bus, name).is_file():
            return (self._path(bus, name),)
        variants = list[Path]()
        while (path := self._path(bus, f"{name}_{len(variants) + 1}")).is_file():
            variants.append(path)
        return tuple(variants)

    def _path(self, bus: Bus, name: str) -> Path:
        return existing(self._assets / bus.value / f"{name}.ogg")


def _in_turn(variants: tuple[Path, ...]) -> Iterator[Path]:
    while variants:
        yield from variants
