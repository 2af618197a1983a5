"""Letters of a story that a typeface of the game has none for: readers would see boxes."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from game.authoring.sources.source import Source
from game.story.catalogue import diagnostic
from game.story.diagnostic import Diagnostic
from game.story.model import Line, Menu, Story, all_blocks
from game.story.prose import Prose, Words, walk
from game.story.signs import TURNING, UNSEEN, sign_name
from game.story.source_location import SourceLocation
from game.story.variables import OneOf

MOST_SHOWN = 3  # letters of one alphabet
FaceCoverage: TypeAlias = Mapping[str, frozenset[str]]
_HYPHEN = {"\u2011": "\u2010"}  # drawn with the other's sign where a face has that alone
_CHOOSING = range(0xFE00, 0xFE10)  # choose a form of the sign before, and are none
_TAGS = range(0xE0000, 0xE0080)


def read_faces(path: Path) -> FaceCoverage:
    """The letters that each family has, from the file that is made with the fonts."""
    lines = (line.split() for line in path.read_text(encoding="ascii").splitlines())
    return {name: frozenset(sign for each in ranges for sign in _range(each)) for name, *ranges in lines}


def _range(written: str) -> Iterator[str]:
    first, _, last = written.partition("-")
    return map(chr, range(int(first, 16), int(last or first, 16) + 1))


@dataclass(slots=True)
class _Missing:
    """Letters of one alphabet that the same faces lack, in one file."""

    at: SourceLocation
    letters: dict[str, None] = field(default_factory=dict)


def check_letters(story: Story, sources: Mapping[str, Source], faces: FaceCoverage) -> list[Diagnostic]:
    """What readers would not see, told once for each file and alphabet, at the first letter of it."""
    everywhere = frozenset.intersection(*faces.values())
    missing: dict[tuple[str, tuple[str, ...], str], _Missing] = {}
    for at, text in _texts(story):
        for letter in text:
            if letter in everywhere or _is_blank(letter):
                continue
            lacking = tuple(face for face, letters in faces.items() if not _has(letters, letter))
            if lacking:
                key = (at.file, lacking, _alphabet(letter))
                found = missing.get(key) or missing.setdefault(key, _Missing(_place(letter, at, sources.get(at.file))))
                found.letters[letter] = None
    return [_told(each, lacking, len(faces)) for (_, lacking, _), each in missing.items()]


def _told(missing: _Missing, lacking: tuple[str, ...], count: int) -> Diagnostic:
    letters = list(missing.letters)
    listed = ", ".join(f"‘{_shown(letter)}’ ({sign_name(letter)})" for letter in letters[:MOST_SHOWN])
    if len(letters) > MOST_SHOWN:
        listed += f" and {len(letters) - MOST_SHOWN} more like it"
    if len(lacking) == count:
        who, hint = "no typeface of the game has a letter for", "write it another way: readers would see boxes"
    else:
        several = len(lacking) > 1
        named = " and ".join(lacking)
        who = f"of the typefaces in the settings, {named} {'have' if several else 'has'} no letter for"
        hint = "write it another way, or players who read in that would see boxes"
    return diagnostic("letter-missing", missing.at, who=who, letters=listed, hint=hint)


def _shown(letter: str) -> str:
    """A mark is shown on the circle that stands for any letter."""
    return f"◌{letter}" if unicodedata.category(letter)[0] == "M" else letter


def _has(letters: frozenset[str], letter: str) -> bool:
    """Whether a face has the letter: as one sign, or put together from its parts."""
    if letter in letters or _HYPHEN.get(letter) in letters:
        return True
    parts = unicodedata.normalize("NFD", letter)
    return len(parts) > 1 and all(part in letters for part in parts)


def _is_blank(letter: str) -> bool:
    """Whether nothing is drawn for it, whatever a face has."""
    return letter.isspace() or letter in UNSEEN or letter in TURNING or ord(letter) in _CHOOSING or ord(letter) in _TAGS


def _alphabet(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0] if unicodedata.category(letter)[0] in "LM" else ""


def _place(letter: str, at: SourceLocation, source: Source | None) -> SourceLocation:
    """Where the letter stands at or after the place where its text begins."""
    if source is None:
        return at
    for number in range(at.line, len(source.lines) + 1):
        column = source.line(number).find(letter, at.column - 1 if number == at.line else 0)
        if column >= 0:
            return source.place(number, column + 1)
    return at


def _texts(story: Story) -> Iterator[tuple[SourceLocation, str]]:
    """All that a reader is shown, each with its place, or with that of what it belongs to."""
    own = SourceLocation(
        next(iter(story.endings.values())).at.file
    )  # every story has an ending, and they are declared in it
    for text in (story.title, *story.notes, *story.credits):
        yield own, text
    for person in story.cast.values():
        yield person.at, person.name
        yield person.at, person.name.upper()
    for place in story.places.values():
        yield place.at, place.about
    for sound in story.sounds.values():
        yield sound.at, sound.caption
    for ending in story.endings.values():
        yield ending.at, ending.name
        yield ending.at, ending.hint
    for variable in story.variables.values():
        if isinstance(variable.kind, OneOf):
            yield variable.at, " ".join(variable.kind.words)
    for chapter in story.chapters:
        yield chapter.at, chapter.title
        yield chapter.at, chapter.viewpoint or ""
    for scene in story.scenes.values():
        for block in all_blocks(scene):
            if isinstance(block, Line):
                yield from _prose(block.prose, block.at)
        for choice in scene.exit.every() if isinstance(scene.exit, Menu) else ():
            yield from _prose(choice.say, choice.at)
            yield from _prose(choice.locked or (), choice.at)


def _prose(prose: Prose, at: SourceLocation) -> Iterator[tuple[SourceLocation, str]]:
    return ((at, part.text) for part in walk(prose) if isinstance(part, Words))
