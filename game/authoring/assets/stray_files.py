"""Paintings and sounds that lie where nobody looks for them, or in a form that nobody loads, and how to mend that."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.authoring.shell_command import command_line
from game.authoring.sources.source import shown_path

_IMAGES = (".webp", ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".avif", ".heic", ".svg", ".psd", ".xcf")
_SOUNDS = (".ogg", ".oga", ".wav", ".mp3", ".flac", ".m4a", ".aac", ".opus", ".aif", ".aiff", ".wma")
_SAME = {".jpeg": ".jpg", ".oga": ".ogg"}  # another ending for what is loaded
_PART = re.compile(r"(_\d+|_(bed|pulse|voice)|\.(near|far))$")
_PASSED = ("scenes", "tests")
_MOST_LOOKED_AT = 5_000


def without_path(name: str) -> str:
    """A name without the folders before it and the ending of a file after it."""
    last = Path(re.split(r"[/\\]", name)[-1])
    return last.stem if last.suffix.lower() in (*_IMAGES, *_SOUNDS) else last.name


def misnamed(name: str, key: str, endings: Sequence[str]) -> str | None:
    """What to write for a name with folders or an ending in it."""
    short = without_path(name)
    if short == name or not short:
        return None
    return f"write `{key}: {short}`: the folder is known, and so is the ending, {' or '.join(endings)}"


@dataclass(frozen=True, slots=True)
class StrayFiles:
    """Every file of a story that may be a painting or a sound, by its name in small letters."""

    files: dict[str, list[Path]]

    def mend(self, name: str, endings: Sequence[str], proper: Path) -> str | None:
        """What to do with a file that is meant for `name`, so that it is found at `proper` or beside it."""
        kin = _SOUNDS if ".ogg" in endings else _IMAGES
        found = [path for path in self.files.get(name.casefold(), ()) if path.suffix.lower() in kin]
        if not found:
            return None
        path = min(found, key=lambda each: (each.parent != proper.parent, kin.index(each.suffix.lower())))
        ending = _SAME.get(path.suffix.lower(), path.suffix.lower())
        part = path.stem[len(name) :]  # `_1` of a sound with variants, `_bed` of a track in stems
        loaded = proper.with_name(f"{name}{part}{ending}")
        if ending in endings:
            if path.parent == proper.parent:
                return f"{path.name} is there: rename it to {loaded.name}"
            return f"{shown_path(path)} is there: move it to {shown_path(loaded)}"
        if kin is _SOUNDS:
            made = loaded.with_name(f"{name}{part}.ogg")
            line = command_line("ffmpeg", "-i", str(path), "-c:a", "libvorbis", "-ar", "48000", str(made))
            return f"{path.name} is there, and only .ogg is played: run `{line}`"
        shown = f"{', '.join(endings[:-1])} or {endings[-1]}"
        made = loaded.with_name(f"{name}{part}.png")
        return f"{path.name} is there, and only {shown} is shown: save it as {shown_path(made)}"


def stray_files(folders: Iterable[Path]) -> StrayFiles:
    """The files below these folders."""
    files: dict[str, list[Path]] = {}
    for folder in folders:
        for path in _below(folder):
            for stem in {path.stem.casefold(), _PART.sub("", path.stem).casefold()}:
                files.setdefault(stem, []).append(path)
    return StrayFiles(files)


def _below(folder: Path) -> Iterator[Path]:
    left = _MOST_LOOKED_AT
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _PASSED)
        for name in sorted(names):
            left -= 1
            if left < 0:
                return
            if Path(name).suffix.lower() in (*_IMAGES, *_SOUNDS):
                yield Path(at) / name
