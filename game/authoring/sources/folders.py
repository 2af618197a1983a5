"""The folders of a story: the files in them that are read, and those that look as if they should be and are not."""

import errno
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from game.authoring.sources.source import Source, read_source, shown_path
from game.story.catalogue import diagnostic
from game.story.diagnostic import Diagnostic
from game.story.source_location import SourceLocation

STORY = "story.yaml"
_YAML = re.compile(r"\.ya?ml(\.txt)?$", re.IGNORECASE)
_STORY = re.compile(r"story(\.ya?ml)?(\.txt)?$|story\.ya?ml", re.IGNORECASE)
_KEPT = re.compile(r"~$|\.(bak|old|orig|rej|swp|tmp)$|^[.#]", re.IGNORECASE)  # what editors leave behind
_MOST_LOOKED_AT = 1_000
_ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A file that is not read, and the message that says so."""

    path: Path
    told: Diagnostic


def list_folder(folder: Path) -> tuple[list[Path], Diagnostic | None]:
    """What lies in a folder, in order: numbers in names count as numbers. Nothing where there is no such folder, and a
    message where there is something that cannot be read as one."""
    try:
        return sorted(folder.iterdir(), key=lambda path: _natural(path.name)), None
    except FileNotFoundError as error:
        if not exists(folder):
            return [], None
        reason = error.strerror
    except OSError as error:
        reason = "it is no folder" if error.errno == errno.ENOTDIR else error.strerror or str(error)
    return [], diagnostic("folder-unreadable", SourceLocation(shown_path(folder)), reason=reason)


def is_read(path: Path) -> bool:
    """Whether a file of this name is read, in the folder for it."""
    return path.suffix == ".yaml" and not path.name.startswith(".")


def exists(path: Path) -> bool:
    """Whether something of this name is there, even if it cannot be looked at."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a NUL in the name
        return False
    except OSError:
        return True
    return True


def story_elsewhere(folder: Path) -> str | None:
    """What to do where a folder has no story.yaml, but something beside it, above or below looks like one."""
    entries, _ = list_folder(folder)
    if folder.name == STORY:
        return f"name the folder that it is in: {shown_path(folder.parent)}"
    for path in entries:
        if _STORY.match(path.name) and not _KEPT.search(path.name):
            return f"{path.name} is there: rename it to {STORY}"
    for path in entries:
        if exists(path / STORY):
            return f"there is one in {shown_path(path)}: name that folder"
    if folder.name in ("scenes", "tests") and exists(folder.parent / STORY):
        return f"there is one in {shown_path(folder.parent)}: name that folder"
    return None


def second_stories(folder: Path) -> Iterator[Diagnostic]:
    """Files beside story.yaml that are called much like it, and that nobody reads."""
    for path in list_folder(folder)[0]:
        alike = path.name != STORY and _STORY.match(path.name) and _YAML.search(path.name)
        if alike and not _KEPT.search(path.name) and not _same(path, folder / STORY):
            yield diagnostic("story-twice", SourceLocation(shown_path(path)), name=path.name)


def unread_files(story: Path, kind: str) -> list[UnreadFile]:
    """The files of `kind`, `scenes` or `tests`, that lie in a story and that nobody reads, each with what to do."""
    found = [UnreadFile(path, _told(path, story, kind)) for path in _astray(story, kind)]
    return sorted(found, key=lambda each: each.told.at)


def _astray(story: Path, kind: str) -> Iterator[Path]:
    top, _ = list_folder(story)
    for path in top[:_MOST_LOOKED_AT]:
        if path.name == kind or _KEPT.search(path.name):
            continue
        if path.is_dir():
            if _alike(path.name, kind) and not _same(path, story / kind):
                yield from (each for each, _ in _below(path, 1) if _holds(each, kind))
        elif _YAML.search(path.name) and not _STORY.match(path.name) and _holds(path, kind):
            yield path
    for path, depth in _below(story / kind, 1):
        if (depth > 1 or not is_read(path)) and (_YAML.search(path.name) or _holds(path, kind)):
            yield path


def _below(folder: Path, depth: int) -> Iterator[tuple[Path, int]]:
    """The files in a folder and in those inside it, and how deep; links to folders are not followed."""
    if depth > 3:
        return
    for path in list_folder(folder)[0][:_MOST_LOOKED_AT]:
        if _KEPT.search(path.name):
            continue
        if path.is_dir():
            if not path.is_symlink():
                yield from _below(path, depth + 1)
        else:
            yield path, depth


def _holds(path: Path, kind: str) -> bool:
    """Whether a file looks like one of scenes or of tests: it has the key at its margin."""
    source = text_of(path)
    return source is not None and re.search(rf"^{kind}\s*:", source.text, re.MULTILINE) is not None


def text_of(path: Path) -> Source | None:
    """The source of a file, or None where it cannot be read."""
    source = read_source(path, shown_path(path))
    return None if isinstance(source, Diagnostic) else source


def _told(path: Path, story: Path, kind: str) -> Diagnostic:
    at, folder = SourceLocation(shown_path(path)), path.parent
    proper = _proper(path.name)
    if folder == story / kind:
        there = exists(folder / proper) and not _same(path, folder / proper)
        way = f"move it away: {proper} is there already" if there else f"rename it to {proper}, or move it away"
        return diagnostic("file-ending", at, name=path.name, hint=way)
    wrong = next((each for each in (folder, *folder.parents) if each.parent == story), None)
    if wrong is not None and wrong.name != kind and not exists(story / kind):
        return diagnostic("file-misplaced", at, kind=kind, hint=f"rename the folder {wrong.name} to {kind}")
    there = exists(story / kind / proper)
    name = f"a file of another name in {kind}/" if there else f"{kind}/{proper}"
    return diagnostic("file-misplaced", at, kind=kind, hint=f"move it to {name}, or out of the story")


def _proper(name: str) -> str:
    """What a file should be called to be read."""
    stem = _YAML.sub("", name)
    return (stem if stem != name else re.sub(r"\.\w{1,5}$", "", name)) + ".yaml"


def _alike(name: str, kind: str) -> bool:
    return SequenceMatcher(None, name.lower(), kind).ratio() >= _ALIKE


def _same(one: Path, other: Path) -> bool:
    """Whether two names mean one file, as they do where capitals make no difference."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def _natural(name: str) -> list[tuple[bool, int, str]]:
    return [
        (not part.isdecimal(), int(part[:9]) if part.isdecimal() else 0, part)
        for part in re.split(r"(\d+)", name)
        if part
    ]
