"""What is on the map of a story: its scenes in chapters, the ways between them, endings, and what was found wrong."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from game.prove.explore.coverage import Coverage
from game.prove.explore.proof import Proof
from game.prove.program.ir import EndIr, MenuIr, Nowhere, OnwardIr, SceneIr
from game.story.diagnostic import Diagnostic
from game.story.model import End, Scene, Story
from game.story.prose_parser import plain_words
from game.story.source_location import SourceLocation


@dataclass(frozen=True, slots=True)
class MapScene:
    """A scene on the map. `ending` is the name of the ending that it is."""

    id: str
    chapter: int
    at: SourceLocation
    ending: str | None
    is_start: bool
    reached: bool
    findings: tuple[Diagnostic, ...]

    @property
    def severity(self) -> str | None:
        """The gravest of what was found there."""
        if not self.findings:
            return None
        return "error" if any(each.is_error for each in self.findings) else "warning"


@dataclass(frozen=True, slots=True)
class MapLink:
    """A way from scene to scene: `kind` is choice, silence, go or skip; `words` are those of the option."""

    source: str
    goal: str
    kind: str
    words: str
    taken: bool


@dataclass(frozen=True, slots=True)
class StoryMap:
    """`chapters` are titles, by the numbers that scenes have; `elsewhere` was found in no scene."""

    title: str
    chapters: Mapping[int, str]
    scenes: tuple[MapScene, ...]
    links: tuple[MapLink, ...]
    elsewhere: tuple[Diagnostic, ...]


def story_map(proof: Proof, findings: Sequence[Diagnostic]) -> StoryMap:
    """The map of a story that was proved, with `findings` put to the scenes that they stand in."""
    story, facts = proof.story, proof.coverage
    pages = proof.program.scenes
    in_scene, elsewhere = _by_scene(story, findings)
    scenes = tuple(
        MapScene(
            page.id,
            story.chapters[page.source.chapter].number,
            page.source.at,
            _ending(story, page.source),
            page.id == story.start,
            page.id in facts.scenes,
            tuple(in_scene.get(page.id, ())),
        )
        for page in pages.values()
    )
    chapters = {chapter.number: chapter.title for chapter in reversed(story.chapters)}
    used = {scene.chapter for scene in scenes}
    return StoryMap(
        story.title,
        {number: chapters[number] for number in sorted(used)},
        scenes,
        tuple(path for page in pages.values() for path in _paths(page, facts)),
        tuple(elsewhere),
    )


def _ending(story: Story, scene: Scene) -> str | None:
    return story.endings[scene.exit.ending].name if isinstance(scene.exit, End) else None


def _paths(page: SceneIr, facts: Coverage) -> Iterator[MapLink]:
    match page.exit:
        case MenuIr(offers):
            way = page.source.exit
            silence = getattr(way, "silence", None)
            for offer in offers:
                choice = offer.choice
                kind = "silence" if silence and choice is silence.choice else "choice"
                yield MapLink(page.id, choice.go, kind, plain_words(choice.say) or choice.id, offer in facts.enabled)
        case OnwardIr(branches):
            for branch in branches:
                yield MapLink(page.id, branch.source.go, "go", "", branch in facts.taken)
        case EndIr() | Nowhere():
            pass
        case _:
            assert_never(page.exit)
    if page.skip is not None:
        yield MapLink(page.id, page.skip, "skip", "skipped", page.id in facts.scenes)


def _by_scene(story: Story, findings: Sequence[Diagnostic]) -> tuple[dict[str, list[Diagnostic]], list[Diagnostic]]:
    """What was found, by the scene in whose lines it stands; and the rest."""
    begins: dict[str, list[tuple[int, str]]] = {}
    for scene in story.scenes.values():
        begins.setdefault(scene.at.file, []).append((scene.at.line, scene.id))
    for lines in begins.values():
        lines.sort()
    found: dict[str, list[Diagnostic]] = {}
    elsewhere = []
    for each in findings:
        lines = begins.get(each.at.file, [])
        index = bisect_right(lines, (each.at.line, "\uffff")) - 1
        if index >= 0:
            found.setdefault(lines[index][1], []).append(each)
        else:
            elsewhere.append(each)
    return found, elsewhere
