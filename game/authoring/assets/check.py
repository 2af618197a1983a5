"""Paintings, music, ambiences and sounds that a story names and nobody made, and those that nobody names."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from game.authoring.assets.stray_files import misnamed, stray_files, without_path
from game.authoring.sources.source import shown_path
from game.story.catalogue import diagnostic
from game.story.diagnostic import Diagnostic
from game.story.letters import to_nfc
from game.story.model import NOWHERE, Music, Story, all_blocks
from game.story.names import near
from game.story.source_location import SourceLocation


@dataclass(frozen=True, slots=True)
class _Kind:
    """`key` is what names it; `part` what the name of a file may have after the name of what it is a part of."""

    word: str
    folder: str
    key: str
    endings: tuple[str, ...] = (".ogg",)
    part: str = ""


_IMAGE = _Kind("painting", "paintings", "image", (".webp", ".png", ".jpg"), part=r"\.(near|far)")
_TRACK = _Kind("track", "music", "music", part="_(bed|pulse|voice)")
_AMBIENCE = _Kind("ambience", "ambiences", "ambience")
_SOUND = _Kind("sound", "sounds", "sound", part=r"_\d+")
_KINDS = (_IMAGE, _TRACK, _AMBIENCE, _SOUND)


def check_assets(story: Story, assets: Path, *, own: bool, beside: Path | None = None) -> list[Diagnostic]:
    """What is missing in the folder of assets, and what lies there in vain.

    If it is not the story's `own`, most of it is meant for another story, and this one may not have got round to
    paintings and sounds yet: then only a name that looks like a slip is worth a word, or a file that lies `beside`, in
    the folder of the story.
    """
    found: list[Diagnostic] = []
    inside = beside is not None and assets.is_relative_to(beside)
    strays = stray_files([*([assets] if own and not inside else []), *([beside] if beside else [])])
    meant: set[str] = set()  # what a file is called, in small letters, that something was meant to name
    for kind in _KINDS:
        made = _made(assets, kind)
        for name, at in _named(story, kind).items():
            if name in made or at == NOWHERE:
                continue
            likely = near(name, made)
            proper = (beside / "assets" if beside and not own else assets) / kind.folder / f"{name}{kind.endings[0]}"
            hint = misnamed(name, kind.key, kind.endings) or strays.mend(name, kind.endings, proper)
            if hint:
                meant.update((name.casefold(), without_path(name).casefold()))
            elif likely:
                hint = f"did you mean ‘{likely}’?"
                meant.add(likely.casefold())
            elif own:
                hint = f"put it at {shown_path(proper)}; until then it is done without"
            if hint:
                found.append(diagnostic("asset-unmade", at, kind=kind.word, name=name, hint=hint))
    if own:
        found.extend(_idle(story, assets, meant))
    return found


def _idle(story: Story, assets: Path, meant: Collection[str]) -> Iterator[Diagnostic]:
    """What there are files of, and nothing names nor was meant to."""
    for kind in _KINDS:
        idle = sorted(each for each in _made(assets, kind) - _named(story, kind).keys() if each.casefold() not in meant)
        if idle:
            told = " or ".join((", ".join(idle[:-1]), idle[-1])) if len(idle) > 1 else idle[0]
            yield diagnostic(
                "asset-unnamed", SourceLocation(shown_path(assets / kind.folder)), kind=kind.word, found=told
            )


def _made(assets: Path, kind: _Kind) -> frozenset[str]:
    """What there are files of, by name."""
    try:
        files = [path for path in (assets / kind.folder).iterdir() if path.suffix in kind.endings]
    except OSError:
        return frozenset()
    names = (to_nfc(path.stem) for path in files)
    return frozenset(re.sub(f"{kind.part}$", "", name) if kind.part else name for name in names)


def _named(story: Story, kind: _Kind) -> dict[str, SourceLocation]:
    """What the story names, each where it first does."""
    named: dict[str, SourceLocation] = {}
    for name, at in _names(story, kind):
        named.setdefault(name, at)
    return named


def _names(story: Story, kind: _Kind) -> Iterator[tuple[str, SourceLocation]]:
    if kind is _IMAGE:
        yield from ((place.image, place.at) for place in story.places.values() if place.image)
        yield from ((ending.image, ending.at) for ending in story.endings.values() if ending.image)
    elif kind is _AMBIENCE:
        yield from ((place.ambience, place.at) for place in story.places.values() if place.ambience)
    elif kind is _SOUND:
        yield from ((sound.id, sound.at) for sound in story.sounds.values())
    else:
        yield "title", NOWHERE  # which the title is shown over
        for scene in story.scenes.values():
            yield from ((each.track, each.at) for each in all_blocks(scene) if isinstance(each, Music) and each.track)
