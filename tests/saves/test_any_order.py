"""Played, saved, quit, killed, copied, edited, on two computers and with any clock: in whatever order that happens, no run
in which something was chosen is ever out of reach.

It is reached where a save that the list shows holds it: as the run that is played, or as one beside it.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from game.play.page import Choosing, page_of
from game.play.playthrough import Origin, advance, choose, start
from game.play.timeline import Timeline, forward, rewound, taken_up, went
from game.saves.files.checksummed import Damaged
from game.saves.formats.saved_run import SavedRun
from game.saves.keeper import Keeper
from game.saves.refused import Refused
from game.saves.runs.replay import LoadedRun
from game.saves.slots.save_folder import SaveFolder
from game.story.model import End, Fork, Onward, Story
from tests.play.plays import menu, option, read, scene, story

Way: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]
"""What was chosen, and where, after where it began."""

HALL = scene("hall", "A hall.", way=menu(option("go", "yard"), option("stay", "hall"), option("hide", "gate")))
YARD = scene("yard", "A yard.", way=Onward((Fork("gate"),)))
GATE = scene("gate", "A gate.", way=menu(option("home", "end"), option("back", "hall")))
END = scene("end", "The end.", way=End("home"))
FIRST = story(HALL, YARD, GATE, END)
SHORTER = scene("hall", "A hall.", way=menu(option("go", "yard"), option("stay", "hall")))
ELSEWHERE = scene("hall", "A hall.", way=menu(option("go", "gate"), option("stay", "end"), option("hide", "hall")))
STORIES = (
    FIRST,
    story(SHORTER, YARD, GATE, END),
    story(ELSEWHERE, YARD, GATE, END),
    story(replace(HALL, exit=Onward((Fork("yard"),))), YARD, GATE, END),
    replace(FIRST, title="Another"),
    replace(story(ELSEWHERE, YARD, GATE, END), title="Another"),
    replace(
        story(scene("shore", "A shore.", way=menu(option("swim", "shore"), option("rest", "shore")))), title="Third"
    ),
)
COPIES = ("{}.sync-conflict-20260101-120000-ABCDEFG", "{} (1)", "{}-LAPTOP", "Copy of {}", "{}.before (1)")

numbers = st.integers(0, 999)
copies = st.integers(0, 1)


@dataclass(slots=True)
class Copy:
    """A copy of the game that runs; nothing is played in it as long as it shows the title."""

    story: Story
    keeper: Keeper
    timeline: Timeline | None = None


class AnyOrder(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.story, self.clock = FIRST, 0
        self.copies = [Copy(FIRST, Keeper(self.root, FIRST)) for _ in range(2)]
        self.chosen = set[Way]()

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    @property
    def date(self) -> str:
        return f"20{self.clock:02}-11-25T09:00:00+00:00"

    @property
    def saves(self) -> Path:
        return self.root / "small" / "saves"

    # What a player does

    @rule(copy=copies)
    def begins(self, copy: int) -> None:
        """As the title does, and `read` without `--continue`."""
        at = self.copies[copy]
        self.leaves_to_title(at)
        at.timeline = Timeline(read(at.story, start(at.story, Origin(at.story.start, ended=at.keeper.endings))))
        self.keep(at)

    @rule(copy=copies, number=numbers)
    def chooses(self, copy: int, number: int) -> None:
        at = self.copies[copy]
        if at.timeline:
            self.choose(at, number)
            self.remember(at)

    @rule(copy=copies, number=st.integers(0, 9))
    def goes_back_or_forward_or_to_a_run_left(self, copy: int, number: int) -> None:
        at = self.copies[copy]
        if at.timeline is None:
            return
        left = at.timeline.branches
        if number < 6:
            at.timeline = rewound(at.timeline)
        else:
            at.timeline = taken_up(at.timeline, number % len(left)) if number > 7 and left else forward(at.timeline)
        if number % 2:
            self.keep(at)

    @rule(copy=copies, number=numbers)
    def saves_by_hand(self, copy: int, number: int) -> None:
        """To an empty slot; to write over one is asked about."""
        at = self.copies[copy]
        slot = f"{number % 9 + 1}"
        if at.timeline and not any(self.saves.glob(f"{slot}.*")):
            assert at.keeper.save(slot, at.timeline, self.date) is None

    @rule(copy=copies, number=numbers, onward=st.booleans())
    def loads(self, copy: int, number: int, onward: bool) -> None:
        at = self.copies[copy]
        slots = at.keeper.slots()
        assert not isinstance(slots, Refused)
        if slots:
            self.leaves_to_title(at)
            self.take_up(at, at.keeper.load(slots[number % len(slots)].name), onward)

    @rule(copy=copies, onward=st.booleans())
    def quits_and_goes_on(self, copy: int, onward: bool) -> None:
        at = self.quit(copy)
        self.take_up(at, at.keeper.resume(), onward)

    @rule(copy=copies)
    def quits(self, copy: int) -> None:
        self.quit(copy)

    @rule(copy=copies)
    def is_killed(self, copy: int) -> None:
        self.copies[copy].keeper.let_go()  # as the system does with its locks
        self.copies[copy] = Copy(self.story, Keeper(self.root, self.story))

    # What happens meanwhile

    @rule(number=numbers)
    def the_story_is_edited(self, number: int) -> None:
        self.story = STORIES[number % len(STORIES)]

    @rule(clock=st.integers(0, 99))
    def the_clock_is_set(self, clock: int) -> None:
        self.clock = clock

    @precondition(lambda self: any(self.saves.glob("*.jsonl")))
    @rule(number=numbers, way=st.sampled_from(COPIES), whole=st.sampled_from([True, True, False, None]))
    def a_file_is_copied(self, number: int, way: str, whole: bool | None) -> None:
        """Or half of it, or nothing."""
        path = self.file(number)
        copy = path.with_name(f"{way.format(path.name.split('.')[0].split(' ')[0])}.jsonl")
        if not copy.exists():
            content = path.read_bytes()
            copy.write_bytes(content if whole else content[: len(content) // 2] if whole is False else b"")

    @precondition(lambda self: any(self.saves.glob("auto*.jsonl")))
    @rule(number=numbers, choice=numbers)
    def another_computer_goes_on_with_one(self, number: int, choice: int) -> None:
        """And a program that synchronises brings what was made of it there."""
        slots = SaveFolder(self.saves).slots()
        mine = [slot.name for slot in slots if slot.file.automatic and not slot.problem]
        if not mine:
            return
        slot = mine[number % len(mine)]
        with tempfile.TemporaryDirectory() as folder:
            other = Copy(self.story, Keeper(Path(folder), self.story))
            there = Path(folder) / "small/saves" / f"{slot}.jsonl"
            there.parent.mkdir(parents=True)
            shutil.copy(self.saves / there.name, there)
            self.take_up(other, other.keeper.load(slot), onward=False)
            if other.timeline and isinstance(page_of(other.story, other.timeline.at).next, Choosing):
                self.choose(other, choice)
                if other.keeper.slot == slot:
                    self.remember(other)
                    shutil.copy(there, self.saves / there.name)
            other.keeper.let_go()

    # What must hold

    @invariant()
    def every_run_is_reached(self) -> None:
        held = set(self.held())
        lost = [way for way in self.chosen if not any(_goes_on(other, way) for other in held)]
        assert not lost, sorted(path.name for path in self.saves.iterdir())

    def held(self) -> Iterator[Way]:
        slots = Keeper(self.root, self.story).slots()
        assert not isinstance(slots, Refused)
        for slot in slots:
            with suppress(Damaged):
                found = SaveFolder(self.saves).read(slot.name)
                assert found
                yield from map(_way, (found.timeline.run, *found.timeline.siblings))

    # How

    def choose(self, at: Copy, number: int) -> None:
        """Or reads on, where there is nothing to choose."""
        assert at.timeline
        page = page_of(at.story, at.timeline.at)
        able = [each.number for each in page.next.options if each.enabled] if isinstance(page.next, Choosing) else []
        to = choose(at.story, at.timeline.at, able[number % len(able)]) if able else advance(at.story, at.timeline.at)
        at.timeline = went(at.timeline, read(at.story, to))
        assert at.keeper.autosave(at.timeline, self.date) is None

    def remember(self, at: Copy) -> None:
        assert at.timeline
        steps = tuple((step.situation.scene, step.choice) for step in at.timeline.at.past if step.choice)
        if steps:
            self.chosen.add((at.timeline.at.origin.scene, steps))

    def keep(self, at: Copy) -> None:
        assert at.timeline
        assert at.keeper.autosave(at.timeline, self.date) is None
        self.remember(at)

    def take_up(self, at: Copy, loaded: LoadedRun | Refused | None, onward: bool) -> None:
        if isinstance(loaded, LoadedRun):
            at.timeline = Timeline(loaded.onward) if onward and loaded.onward else loaded.timeline

    def quit(self, copy: int) -> Copy:
        """The next copy has the story as it is today."""
        self.leaves_to_title(self.copies[copy])
        self.copies[copy] = Copy(self.story, Keeper(self.root, self.story))
        return self.copies[copy]

    def leaves_to_title(self, at: Copy) -> None:
        if at.timeline:
            self.keep(at)
        at.keeper.let_go()
        at.timeline = None

    def file(self, number: int) -> Path:
        files = sorted(self.saves.glob("*.jsonl"))
        return files[number % len(files)]


def _way(run: SavedRun) -> Way:
    return run.origin.scene, tuple((step.scene, step.choice) for step in run.steps if step.choice)


def _goes_on(other: Way, way: Way) -> bool:
    return other[0] == way[0] and other[1][: len(way[1])] == way[1]


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=40, stateful_step_count=50, deadline=None)
