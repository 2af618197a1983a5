"""The examples of a page, each made a story: what stands at its margin says which file of the story it goes in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.authoring.format import SCENE_FILE, STORY_FILE, TEST_FILE
from tests.docs.pages import Block, blocks

STORY, SCENES, TESTS = "story.yaml", "scenes/1.yaml", "tests/1.yaml"
OUTCOMES = ("text", "console")
_FILES = {
    **dict.fromkeys(STORY_FILE.fields, STORY),
    **dict.fromkeys(SCENE_FILE.fields, SCENES),
    **dict.fromkeys(TEST_FILE.fields, TESTS),
}
_OUT = re.compile(r"\bgo: out$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """A block of YAML, the blocks after it that say what comes of it, and the files of the story that it makes."""

    block: Block
    outcomes: tuple[Block, ...]
    files: dict[str, str]

    def write(self, folder: Path) -> None:
        """The story, in a folder."""
        for name, text in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def examples(text: str, base: str) -> Iterator[Example]:
    """Every example of a page; what they leave out is added from the `base`, an example that leaves out nothing.

    Raises ValueError for what comes of no example: no block is passed over, but calls of a shell, and drawings.
    """
    found = [block for block in blocks(text) if block.kind not in ("sh", "")]
    shared = _sections(base)
    before: dict[str, str] = {}
    at = 0
    while at < len(found):
        block = found[at]
        if block.kind != "yaml":
            raise ValueError(f"what stands on line {block.line} comes of no example")
        outcomes = []
        while (at := at + 1) < len(found) and found[at].kind in OUTCOMES:
            outcomes.append(found[at])
        before = _files(block.text, shared, before)
        yield Example(block, tuple(outcomes), before)


def _files(text: str, base: dict[str, str], before: dict[str, str]) -> dict[str, str]:
    sections = _sections(text)
    if set(sections) == {"tests"}:
        return {**before, TESTS: text}  # of the story before
    files: dict[str, str] = {}
    leads_out = _OUT.search(text) is not None
    for key, section in sections.items():
        files[_FILES[key]] = files.get(_FILES[key], "") + section
    if leads_out:
        files[SCENES] += _under(base["scenes"])
        if "endings" in sections:
            files[STORY] = files[STORY].replace(sections["endings"], sections["endings"] + _under(base["endings"]))
    first = re.search(r"^  (\w+):", sections["scenes"], re.MULTILINE)
    assert first
    added = {**{key: base[key] for key in ("id", "title", "endings")}, "start": f"start: {first[1]}\n"}
    files[STORY] = files.get(STORY, "") + "".join(section for key, section in added.items() if key not in sections)
    if "chapter" not in sections:
        files[SCENES] += base["chapter"]
    return files


def _sections(text: str) -> dict[str, str]:
    """The text of each key at the margin, with what stands under it."""
    parts = re.split(r"^(?=\w)", text, flags=re.MULTILINE)
    return {part.partition(":")[0]: part for part in parts if part.strip()}


def _under(section: str) -> str:
    return section.partition("\n")[2]
