"""From a folder to a Story, or to everything that is wrong with it."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from game.authoring.building.declarations import (
    cast_of,
    endings_of,
    named,
    one_line,
    places_of,
    sounds_of,
    variables_of,
)
from game.authoring.building.options import SceneDraft, choice_ids, foreign_in
from game.authoring.building.resolver import Scope
from game.authoring.building.scenes import build_scene
from game.authoring.building.structure import check_structure
from game.authoring.building.unread_names import DECLARED, UnreadNames, damaged_scenes, lost_names, names_in
from game.authoring.format import SCENE_FILE, STORY_FILE
from game.authoring.repair.read_file import read_file
from game.authoring.shapes.record import Record
from game.authoring.shapes.shape import Fields, ReadContext
from game.authoring.sources.folders import (
    UnreadFile,
    exists,
    is_read,
    list_folder,
    second_stories,
    story_elsewhere,
    text_of,
    unread_files,
)
from game.authoring.sources.source import Source, read_source, shown_path
from game.authoring.syntax.documents import read_document
from game.authoring.syntax.nodes import Mapping as MappingNode
from game.authoring.syntax.nodes import Scalar
from game.authoring.syntax.parser import MOST_PROBLEMS
from game.progress import ProgressCallback
from game.story.catalogue import diagnostic
from game.story.condition_parser import Names
from game.story.diagnostic import Diagnostic, Severity
from game.story.model import Chapter, Renamed, Story
from game.story.names import Doubts, called, suggestion
from game.story.prose_parser import Cast
from game.story.source_location import SourceLocation
from game.story.variables import Range, Variable, described

_OF_SCENES = ("scenes", "passages")
_NO_STORY = "a story is a folder with story.yaml and scenes/*.yaml; `jaws new FOLDER` makes one"
_INCLUDE = re.compile(r"\s*(?:- +)?include\b")
_ODD_AMONG_WORDS = ("prose-unseen", "sign-turning")


@dataclass(frozen=True, slots=True)
class LoadedStory:
    """What became of a folder: a story if there was no error, all diagnostics in the order of their places,
    and the sources, by name, for showing the lines they speak of.

    `unread` are the names in files that lie in the story and are not read; None if they cannot be told."""

    story: Story | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]
    unread: Collection[str] | None = ()


def load(folder: Path, watching: ProgressCallback = lambda *_: None) -> LoadedStory:
    """Reads the story in `folder`, and tells how far it is: what it does, and how many of how many are done.

    Never raises for anything that an author can write.
    """
    loader = _Loader(folder, watching)
    try:
        story = loader.load()
    except _Enough as enough:
        story = None
        loader.found.append(diagnostic("problems-many", enough.at, most=MOST_PROBLEMS))
    told = {(each, each.at): each for each in loader.found}  # one message may be due at many places, once at each
    wrong = {each.at for each in told.values() if each.code not in _ODD_AMONG_WORDS}
    # What is only odd among words is not told again where it is wrong.
    told_once = (each for each in told.values() if each.code not in _ODD_AMONG_WORDS or each.at not in wrong)
    found = sorted(told_once, key=lambda each: each.at)
    errors = any(each.is_error for each in found)
    unread = loader.losses.names.get("passages", ()) if loader.passed and not errors else ()
    return LoadedStory(None if errors else story, tuple(found), loader.sources, unread)


class _Enough(Exception):
    """There are more problems than an author can look at."""

    def __init__(self, at: SourceLocation) -> None:
        self.at = at


def _required(shape: Record) -> list[str]:
    """The keys that a file cannot do without."""
    return [key for key, field in shape.fields.items() if field.required]


class _Loader:
    def __init__(self, folder: Path, watching: ProgressCallback) -> None:
        self.folder = folder
        self.watching = watching
        self.found: list[Diagnostic] = []
        self.sources: dict[str, Source] = {}
        self.losses = UnreadNames()
        self.hurt: set[str] = set()
        self.misplaced: list[UnreadFile] = []
        self.passed: list[tuple[UnreadFile, dict[str, Collection[str] | None]]] = []

    def report(self, each: Diagnostic) -> None:
        self.found.append(each)
        if len(self.found) >= MOST_PROBLEMS:
            raise _Enough(each.at)

    def load(self) -> Story | None:
        path = self.folder / "story.yaml"
        name = shown_path(path)
        if not exists(path):
            hint = story_elsewhere(self.folder) or _NO_STORY
            self.report(diagnostic("story-missing", SourceLocation(name), path=shown_path(self.folder), hint=hint))
            return None
        _, wrong = list_folder(self.folder)
        if wrong and isinstance(read_source(path, name), Diagnostic):
            self.report(wrong)
            return None
        self.misplaced = unread_files(self.folder, "scenes")
        for each in second_stories(self.folder):
            self.report(each)
        story, reading = self.read(path, STORY_FILE)
        files = [self.read(each, SCENE_FILE) for each in self.scene_files()]
        self.note_unread()
        if story is None:
            story = Fields(MappingNode(1, 1, flow=False), {}, {})
        unsaid = [kind for kind in DECLARED if STORY_FILE.fields[kind].required and kind not in story.keys]
        self.losses.lose(unsaid, None)
        chapters, drafts = self.drafts(files)
        return self.build(story, reading, chapters, drafts)

    def scene_files(self) -> list[Path]:
        """The files of scenes in the order of their chapters."""
        folder = self.folder / "scenes"
        entries, wrong = list_folder(folder)
        files = [path for path in entries if is_read(path)]
        if wrong:
            self.report(wrong)
            self.losses.lose(_OF_SCENES, None)
        elif not files and not self.misplaced:
            self.report(diagnostic("scenes-missing", SourceLocation(shown_path(folder)), path=shown_path(folder)))
        return files

    def note_unread(self) -> None:
        """What stands in files of scenes that nobody reads is unknown through no fault of what names it."""
        for each in self.misplaced:
            source = text_of(each.path)
            if source is None:
                names = scenes = None
            else:
                names = names_in(source.text)
                node, _, source = read_document(source, SCENE_FILE.fields)
                fields = SCENE_FILE.read(node, ReadContext(source, lambda _: None)) if node else None
                scenes = frozenset(id.text for id, _ in named(fields, "scenes")) if fields else names
            self.losses.lose(("scenes",), scenes)
            self.losses.lose(("passages",), names)
            self.passed.append((each, {"scenes": scenes, "passages": names}))

    def report_unread(self, doubts: Doubts, built: Collection[str]) -> None:
        """Tells of the files that nobody reads: an error, where the story goes on in one of them."""
        for each, holds in self.passed:
            missed = any(kind in holds and Doubts(holds).cover(kind, name) for kind, name in doubts.used)
            self.report(replace(each.told, severity=Severity.ERROR) if missed or not built else each.told)

    def read(self, path: Path, shape: Record) -> tuple[Fields | None, ReadContext]:
        name = shown_path(path)
        source = read_source(path, name)
        kinds = _OF_SCENES if shape is SCENE_FILE else DECLARED
        if isinstance(source, Diagnostic):
            self.report(source)
            self.losses.lose(kinds, None)
            return None, ReadContext(Source.of(name, ""), self.report)
        self.sources[name] = source
        before = len(self.found)
        for each in source.found:
            self.report(each)
        if source.is_empty:
            self.report(
                diagnostic(
                    "file-empty", SourceLocation(name), write=" and ".join(f"`{key}:`" for key in _required(shape))
                )
            )
            self.losses.lose(kinds, None)
            return None, ReadContext(source, self.report)
        fields, reading = read_file(source, shape, self.report)
        unopened = shape is SCENE_FILE and (fields is None or "scenes" not in fields.keys)
        self.losses.lose(kinds, lost_names(reading) if fields and not unopened else None)
        if fields and shape is SCENE_FILE:
            self.hurt |= damaged_scenes([id for id, _ in named(fields, "scenes")], reading, self.found[before:])
        return fields, reading

    def drafts(self, files: list[tuple[Fields | None, ReadContext]]) -> tuple[list[Chapter], dict[str, SceneDraft]]:
        chapters: list[Chapter] = []
        drafts: dict[str, SceneDraft] = {}
        for fields, reading in files:
            title = one_line(fields.get("chapter")) if fields else ""
            again = bool(chapters) and chapters[-1].title == title
            number = chapters[-1].number + (not again) if chapters else 1
            viewpoint = one_line(fields.get("as")) if fields else ""
            chapters.append(Chapter(number, title, viewpoint or None, SourceLocation(reading.source.name)))
            for id, scene in named(fields, "scenes") if fields else []:
                first = drafts.get(id.text)
                if first:
                    self.hurt.add(id.text)
                    reading.wrong("scene-twice", id, id=id.text, first=first.reading.place(first.id))
                else:
                    drafts[id.text] = SceneDraft(id, scene, len(chapters) - 1, reading)
        return chapters, drafts

    def build(
        self, story: Fields, reading: ReadContext, chapters: list[Chapter], drafts: Mapping[str, SceneDraft]
    ) -> Story | None:
        cast, variables = cast_of(story, reading), variables_of(story, reading)
        self.losses.lose(("variables",), {id.text for id, _ in named(story, "variables")} - variables.keys())
        self.losses.lose(("choices",), self.hurt)
        places, sounds = places_of(story, reading), sounds_of(story, reading)
        endings = endings_of(story, reading)
        for _, place in named(story, "places"):
            self.check_light(place.get("lit_by"), variables, reading, self.losses.doubts())
        scenes = {id: draft.reading.place(draft.id) for id, draft in drafts.items()}
        foreign = {id: foreign_in(draft, Names(variables, scenes)) for id, draft in drafts.items()}
        self.losses.lose(("choices",), {id for id, marks in foreign.items() if marks})
        ids = {id: choice_ids(draft) for id, draft in drafts.items()}
        choices = {id: nodes.keys() for id, (_, nodes) in ids.items()}
        doubts = self.losses.doubts()
        names = Names(variables, scenes, choices, {id: ending.at for id, ending in endings.items()}, doubts)
        known = Scope(names, Cast({id: person.name for id, person in cast.items()}, doubts), places, sounds)
        built = {}
        for done, (id, draft) in enumerate(drafts.items()):
            self.watching("reading", done, len(drafts))
            built[id] = build_scene(draft, known, ids[id][0])
        self.fail_marks({at for id, marks in foreign.items() if ("choices", id) in doubts.used for at in marks})
        if drafts:
            written = [(draft.reading, draft.fields.get("aftermath")) for draft in drafts.values()]
            goals = [(node.text, at.place(node)) for at, node in [*written, (reading, story.get("start"))] if node]
            for each in check_structure(built, self.hurt, doubts, goals, self.include_astray()):
                self.report(each)
        start: Scalar | None = story.get("start")
        if start and scenes:
            self.check_name(start, scenes, "unknown-scene", "scenes", reading, doubts)
        renamed = self.renamed(story.get("renamed"), reading, names)
        self.report_unread(doubts, built)
        if any(each.is_error for each in self.found):
            return None
        return Story(
            id=one_line(story.get("id")),
            title=one_line(story.get("title")),
            start=one_line(start),
            chapters=tuple(chapters),
            scenes=built,
            endings=endings,
            cast=cast,
            variables=variables,
            places=places,
            sounds=sounds,
            notes=tuple(one_line(note) for note in story.get("notes") or []),
            credits=tuple(one_line(credit) for credit in story.get("credits") or []),
            renamed=renamed,
        )

    def fail_marks(self, marks: Collection[SourceLocation]) -> None:
        """Marks of other tools in the name of an option that is asked for without them: the story cannot go on."""
        for number, each in enumerate(self.found):
            if each.code == "mark-foreign" and each.at in marks:
                self.found[number] = replace(each, severity=Severity.ERROR)

    def include_astray(self) -> bool:
        """Whether an include is wrong, so that nobody knows which scene it was meant for."""
        wrong = (each.at for each in self.found if each.is_error and each.at.file in self.sources)
        return any(_INCLUDE.match(self.sources[at.file].line(at.line)) for at in wrong)

    def renamed(self, fields: Fields | None, reading: ReadContext, names: Names) -> Renamed:
        if fields is None:
            return Renamed()
        scenes: dict[str, str] = {}
        for old, new in fields.get("scenes") or []:
            if old.text in names.scenes:
                reading.wrong("renamed-still-there", old, old=old.text)
            self.check_name(new, names.scenes, "unknown-scene", "scenes", reading, names.doubts)
            scenes[old.text] = new.text
        choices: dict[tuple[str, str], str] = {}
        for old, new in fields.get("choices") or []:
            scene, choice = old.text.split(".")
            there = names.choices.get(scenes.get(scene, scene), ())
            if choice in names.choices.get(scene, ()):
                reading.wrong("renamed-still-there", old, old=old.text)
            name, target = called(new.text, there), scenes.get(scene, scene)
            if name is None and target in names.scenes and not names.doubts.cover("choices", target):
                what = f"choices of {scene}"
                self.check_name(new, there, "unknown-choice", what, reading, names.doubts, scene=scene)
            choices[scene, choice] = name or new.text
        return Renamed(scenes, choices)

    def check_light(
        self, by: Scalar | None, variables: Mapping[str, Variable], reading: ReadContext, doubts: Doubts
    ) -> None:
        if by:
            self.check_name(by, variables, "unknown-variable", "variables", reading, doubts)
            variable = variables.get(by.text)
            if variable and not isinstance(variable.kind, Range):
                reading.wrong("light-range", by, name=by.text, kind=described(variable.kind))

    def check_name(
        self,
        name: Scalar,
        known: Collection[str],
        code: str,
        what: str,
        reading: ReadContext,
        doubts: Doubts,
        **details: str,
    ) -> None:
        if name.text not in known and not doubts.cover(what, name.text):
            reading.wrong(code, name, name=name.text, hint=suggestion(name.text, known, what), **details)
