"""Loads a story's own tests: the plays in `tests/*.yaml`, and what should come of them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from game.authoring.building.declarations import named
from game.authoring.building.unread_names import damaged_scenes
from game.authoring.format import TEST_FILE
from game.authoring.repair.read_file import read_file
from game.authoring.shapes.shape import Fields, ReadContext
from game.authoring.sources.folders import is_read, list_folder, unread_files
from game.authoring.sources.source import Source, read_source, shown_path
from game.authoring.syntax.nodes import Mapping as MappingNode
from game.authoring.syntax.nodes import Scalar
from game.play.rehearsal import ChoiceToTake, Expected, Rehearsal
from game.story.diagnostic import Diagnostic, Severity
from game.story.model import Menu, Story
from game.story.names import called, suggestion
from game.story.variables import Flag, OneOf, described, value_of


@dataclass(frozen=True, slots=True)
class Rehearsals:
    """The tests that could be read, every diagnostic in the order of their places, the sources by name, and how many
    tests there are that something is wrong with, so that they are not played."""

    all: tuple[Rehearsal, ...]
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]
    unplayed: int = 0


def load_rehearsals(folder: Path, story: Story) -> Rehearsals:
    """The tests of the story in `folder`; none if it has no folder of tests."""
    loader = _Loader(story)
    files, wrong = list_folder(folder / "tests")
    if wrong:
        loader.found.append(wrong)
    for path in filter(is_read, files):
        loader.file(path)
    nothing = not loader.made and not loader.unplayed  # a test that is not read must not look like one that passes
    for each in unread_files(folder, "tests"):
        loader.found.append(replace(each.told, severity=Severity.ERROR) if nothing else each.told)
    found = tuple(sorted(loader.found, key=lambda each: each.at))
    return Rehearsals(tuple(loader.made), found, loader.sources, loader.unplayed)


class _Loader:
    def __init__(self, story: Story) -> None:
        self.story = story
        ways = [scene.exit for scene in story.scenes.values()]
        self.choices = {choice.id for way in ways if isinstance(way, Menu) for choice in way.every()}
        self.found: list[Diagnostic] = []
        self.made: list[Rehearsal] = []
        self.sources: dict[str, Source] = {}
        self.unplayed = 0

    def file(self, path: Path) -> None:
        name, before = shown_path(path), len(self.found)
        source = read_source(path, name)
        if isinstance(source, Diagnostic):
            self.found.append(source)
            return
        self.sources[name] = source
        self.found.extend(source.found)
        fields, reading = read_file(source, TEST_FILE, self.found.append)
        tests = named(fields, "tests") if fields else []
        made = [self.rehearsal(id, test, reading) for id, test in tests]
        wrong = damaged_scenes(
            [id for id, _ in tests], reading, self.found[before:]
        )  # what is not understood is not played
        played = [each for each in made if each.name not in wrong]
        self.made.extend(played)
        written = [value for key, value in fields.node.entries if key.text == "tests"] if fields else []
        self.unplayed += sum(len(each.entries) for each in written if isinstance(each, MappingNode)) - len(played)

    def rehearsal(self, id: Scalar, test: Fields, reading: ReadContext) -> Rehearsal:
        steps = [
            ChoiceToTake(called(choice.text, self.choices) or choice.text, reading.place(choice))
            for choice in test.get("choices") or []
            if called(choice.text, self.choices)
            or self.known(choice, self.choices, "test-choice-unknown", "choices", reading)
        ]
        endings = self.story.endings
        ended = [
            e.text for e in test.get("ended") or [] if self.known(e, endings, "unknown-ending", "endings", reading)
        ]
        return Rehearsal(
            id.text,
            tuple(steps),
            frozenset(ended),
            self.expected(test.get("ending"), endings, "unknown-ending", "endings", reading),
            self.expected(test.get("scene"), self.story.scenes, "unknown-scene", "scenes", reading),
            dict(self.values(test.get("values") or [], reading)),
            reading.place(id),
        )

    def expected(
        self, name: Scalar | None, known: Collection[str], code: str, what: str, reading: ReadContext
    ) -> Expected | None:
        if name is None or not self.known(name, known, code, what, reading):
            return None
        return Expected(name.text, reading.place(name))

    def known(self, name: Scalar, known: Collection[str], code: str, what: str, reading: ReadContext) -> bool:
        if name.text not in known:
            reading.wrong(code, name, name=name.text, hint=suggestion(name.text, known, what))
        return name.text in known

    def values(self, written: list[tuple[Scalar, Scalar]], reading: ReadContext) -> list[tuple[str, Expected]]:
        made = []
        for name, value in written:
            if not self.known(name, self.story.variables, "unknown-variable", "variables", reading):
                continue
            kind = self.story.variables[name.text].kind
            found = value_of(value.text, kind)
            if found is None:
                words = kind.words if isinstance(kind, OneOf) else ("yes", "no") if isinstance(kind, Flag) else ()
                hint = suggestion(value.text, words, f"values of {name.text}") if words else f"it is {described(kind)}"
                reading.wrong("unknown-value", value, name=name.text, value=value.text, hint=hint)
                continue
            made.append((name.text, Expected(found, reading.place(value))))
        return made
