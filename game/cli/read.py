"""`read`: plays in a terminal, in plain text, a number a line; for screen readers, pipes and transcripts."""

import argparse
import re
import shutil
import sys
import textwrap
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TextIO, assert_never

from game.cli.saved import told, unknown
from game.cli.stories import playable
from game.cli.where import now, profile_folder, story_folder
from game.play.chapters import ordinal
from game.play.history import pages
from game.play.page import Choosing, Finished, Option, Page, ReadingOn, Stuck, page_of
from game.play.playthrough import Origin, Playthrough, advance, choose, ending_of, is_finished, skip, start
from game.play.situation import Card, Paragraph
from game.play.timeline import Timeline, forward, furthest, parting, rewound, taken_up, went
from game.saves.keeper import Keeper
from game.saves.refused import Refused
from game.saves.runs.replay import LoadedRun
from game.story.letters import to_nfc
from game.story.model import Arrive, Hear, Music, Pause, Shake, Story

HELP = "play in a terminal: plain text, a number to choose"
EXIT_ENDING, EXIT_ERRORS, EXIT_WRONG_CALL, EXIT_SAVED = 0, 1, 2, 3
_NARROWEST, _WIDEST = 20, 80
_NOT_NOW = "Not now"
_LEAVING = ("q", "quit", "exit")
_HELP = (
    "Type the number of an option. Also: b goes back, f forward again, r lists the runs that you left, r 1 takes up the "
    "first of them, s skips a scene that offers it, q saves and leaves."
)
_RUNS = re.compile(r"r(?:uns)?(?:\s*(\d{1,4}))?", re.ASCII)


def add_to(parser: argparse.ArgumentParser) -> None:
    """What can be asked of it."""
    parser.add_argument("story", nargs="?", type=Path, metavar="STORY", help="the story's folder; else the game's own")
    parser.add_argument("--profile", type=Path, metavar="DIR", help="the folder of all that is remembered")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--continue", dest="resume", action="store_true", help="go on where you left")
    which.add_argument("--save", type=to_nfc, metavar="NAME", help="go on from this save")
    which.add_argument("--saves", action="store_true", help="list the saves and do no more")


def run(options: argparse.Namespace) -> int:
    """Plays until the ending or the last line of input; the exit codes are those named above."""
    story = playable(story_folder(options.story))
    if story is None:
        return EXIT_ERRORS
    keeper = Keeper(profile_folder(options.profile), story)
    reader = _Reader(story, keeper, sys.stdin, sys.stdout)
    if options.saves:
        return reader.list_saves()
    if options.save is not None:
        return reader.go_on_from(options.save)
    return reader.run(reader.go_on if options.resume else reader.begin)


class _Reader:
    """`timeline` is what is being played: None as long as the reader has not decided on what."""

    def __init__(self, story: Story, keeper: Keeper, input: TextIO, output: TextIO) -> None:
        self.story, self.keeper = story, keeper
        self.input, self.output = input, output
        self.width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns))
        self.timeline: Timeline | None = None
        self.had_ended = False  # the run that was taken up, when it was
        self.again = "`--continue`"  # how to come to this again
        self.place: str | None = None  # the last one that was described
        self.told: set[str | None] = {None}
        self.read_on: set[str] = set()  # scenes passed since the last answer: a story may go round without a choice

    def list_saves(self) -> int:
        slots = self.keeper.slots()
        if isinstance(slots, Refused):
            self.warn(slots.why)
            return EXIT_ERRORS
        for line in told(slots) or ["There is no save of this story yet."]:
            self.say(line, indent="   ", after="")
        return 0

    def go_on_from(self, name: str) -> int:
        slots = self.keeper.slots()
        known = () if isinstance(slots, Refused) else slots
        on_disk = {to_nfc(slot.name): slot.name for slot in known}
        if not isinstance(slots, Refused) and name not in on_disk:
            self.warn(unknown(name, known))
            return EXIT_WRONG_CALL
        loaded = self.keeper.load(on_disk.get(name, name))
        if isinstance(loaded, Refused):
            self.warn(loaded.why)
            return EXIT_ERRORS
        self.warn(self.keeper.recall())
        self.again = f"`--save {name}`" if re.fullmatch(r"[\w.-]+", name) else f'`--save "{name}"`'
        return self.run(lambda: self.take_up(loaded))

    def run(self, begin: Callable[[], Timeline]) -> int:
        try:
            self.timeline = begin()
            return self.play(self.timeline)
        except (KeyboardInterrupt, BrokenPipeError, EOFError) as end:
            if self.timeline is None:
                told = f"Nothing is decided: {self.again} asks this again."
            else:
                told = self.left() if self.keep(self.timeline) else ""
            if isinstance(end, BrokenPipeError):
                raise
            if told:
                self.say(told, after="")
            return EXIT_SAVED

    def left(self) -> str:
        """Where what was left is, and how to come to it again."""
        slot = self.keeper.slot
        if slot is None:
            return f"There was nothing to save: {self.again} comes here again."
        if slot == self.keeper.next_slot:
            return "Saved. `--continue` goes on from here."
        return f"Saved as {slot}: `--save {slot}` goes on from here."

    def begin(self) -> Timeline:
        self.warn(self.keeper.recall())
        return self.anew()

    def anew(self) -> Timeline:
        self.title()
        return Timeline(start(self.story, Origin(self.story.start, ended=self.keeper.endings)))

    def go_on(self) -> Timeline:
        self.warn(self.keeper.recall())
        left = self.keeper.resume()
        if isinstance(left, Refused):
            self.warn(f"{left.why} Starting anew.")
        return self.take_up(left) if isinstance(left, LoadedRun) else self.anew()

    def take_up(self, loaded: LoadedRun) -> Timeline:
        """Where a save leads; what has to be decided first is asked, and to leave there decides nothing."""
        self.warn(loaded.note)
        if loaded.called:
            self.say(
                f"This run was begun in a story called ‘{loaded.called}’, which has the same id as this one. "
                "Enter begins anew, and the other is kept; w goes on with it here."
            )
            if not self.wants():
                return self.anew()
        if loaded.same or loaded.onward is None:
            self.warn(loaded.cause and f"{loaded.cause} Going on from there.")
            return self.at(loaded.timeline)
        self.warn(
            f"{loaded.cause or 'Its steps lead to another place, or leave you knowing other things.'} Going on from there."
        )
        self.say("Enter goes on from there; w goes on where you were.")
        return self.at(Timeline(loaded.onward) if self.wants() else loaded.timeline)

    def at(self, timeline: Timeline) -> Timeline:
        self.had_ended = is_finished(self.story, timeline.at)
        return timeline

    def wants(self) -> bool:
        """Whether the other way was wanted."""
        while True:
            word = self.line().strip().lower()
            if word in _LEAVING:
                raise EOFError
            if word in ("", "w", "where"):
                return bool(word)
            self.say("Type w, or press Enter, or q to leave and decide another time.")

    def title(self) -> None:
        self.say(self.story.title.upper())
        if self.story.notes:
            self.say("This story has: " + " ".join(self.story.notes))

    def play(self, timeline: Timeline) -> int:
        while True:
            timeline = self.timeline = replace(timeline, at=self.show(timeline.at))
            page = page_of(self.story, timeline.at)
            match page.next:
                case ReadingOn():
                    timeline = self.pass_on(timeline, page)
                case Finished(ending):
                    self.finish(timeline, ending.id, ending.name)
                    onward = self.from_end(timeline, page)
                    if onward is None:
                        return EXIT_ENDING
                    timeline = onward
                case Choosing() | Stuck():
                    self.options(timeline, page)
                    while (after := self.answer(timeline, page)) is None:
                        pass
                    timeline = after
                    self.read_on.clear()
                case _:
                    assert_never(page.next)

    def show(self, at: Playthrough) -> Playthrough:
        """The whole page; where that leaves the playthrough."""
        while not page_of(self.story, at).complete:
            at = advance(self.story, at)
        for event in page_of(self.story, at).events:
            match event:
                case Paragraph(_, speaker):
                    self.say(f"{self.story.cast[speaker].name.upper()}: {event.text}" if speaker else event.text)
                case Card(index):
                    chapter = self.story.chapters[index]
                    viewpoint = f", as {chapter.viewpoint}" if chapter.viewpoint else ""
                    number = ordinal(self.story, at, chapter)
                    self.say(f"* Chapter {number}: {chapter.title}{viewpoint} *")
                case Hear(sound) if self.story.sounds[sound].caption:
                    self.say(f"[{self.story.sounds[sound].caption}]")
                case Arrive(place) if self.story.places[place].about and place != self.place:
                    self.say(f"[{self.story.places[place].about}]")
                    self.place = place
                case Hear() | Arrive() | Music() | Shake() | Pause():
                    pass
                case _:
                    assert_never(event)
        return at

    def pass_on(self, timeline: Timeline, page: Page) -> Timeline:
        """On to the next page, asking first where this one was passed before without a choice between."""
        if page.scene in self.read_on:
            self.say("Enter reads on.")
            if self.line().strip().lower() in _LEAVING:
                raise EOFError
            self.read_on.clear()
        self.read_on.add(page.scene)
        return went(timeline, advance(self.story, timeline.at))

    def options(self, timeline: Timeline, page: Page) -> None:
        match page.next:
            case Choosing(options):
                for option in options:
                    words = "".join(run.text for run in option.runs)
                    if not option.enabled:
                        words += f" ({_NOT_NOW.lower()}{_because(option)})"
                    self.say(f"{option.number}. {words}", indent="   ", after="")
                self.write("")
            case Stuck():
                self.say("There is no way on from here. b goes back.")
            case ReadingOn() | Finished():
                raise ValueError(f"{page.scene} asks for no answer")
            case _:
                assert_never(page.next)
        if page.aftermath:
            self.say("s skips this scene.")
        if timeline.undone:
            self.say("f goes forward again.")

    def answer(self, timeline: Timeline, page: Page) -> Timeline | None:
        """Reads a line; where it led, if anywhere."""
        line = self.line()
        options = page.next.options if isinstance(page.next, Choosing) else ()
        word = line.strip().lower()
        option = next((each for each in options if str(each.number) == word), None)
        if option and option.enabled:
            return self.took(timeline, choose(self.story, timeline.at, option.number))
        if word in ("s", "skip") and page.aftermath:
            return self.took(timeline, skip(self.story, timeline.at))
        if word in ("b", "back"):
            return self.moved(timeline, self.back(timeline), "This is where it began.")
        if word in ("f", "forward"):
            return self.moved(timeline, forward(timeline), "There is nothing ahead that you went back from.")
        if runs := _RUNS.fullmatch(word):
            return self.runs(timeline, int(runs[1]) if runs[1] else None)
        if word in _LEAVING:
            raise EOFError
        if option:
            self.say(f"{_NOT_NOW}{_because(option) or '.'}")
        elif word in ("", "?", "h", "help"):
            self.say(_HELP)
        else:
            able = ", ".join(str(each.number) for each in options if each.enabled)
            self.say(f"There is no option ‘{line.strip()[:20]}’ here. Type {able or 'b'}, or ? for help.")
        return None

    def took(self, timeline: Timeline, to: Playthrough) -> Timeline:
        after = self.timeline = went(timeline, to)
        self.keep(after)
        if len(after.branches) > len(timeline.branches):
            self.say("The run that you left is kept: r lists such runs.")
        return after

    def moved(self, timeline: Timeline, to: Timeline, else_said: str) -> Timeline | None:
        if to is timeline:
            self.say(else_said)
            return None
        return to

    def back(self, timeline: Timeline) -> Timeline:
        """To the page before on which there was something to answer, else to the first."""
        before = rewound(timeline)
        while before.at.past and isinstance(page_of(self.story, before.at).next, ReadingOn):
            before = rewound(before)
        return before

    def runs(self, timeline: Timeline, number: int | None) -> Timeline | None:
        """Lists the runs that were left, the latest first, or takes up one of them."""
        left = timeline.branches[::-1]
        if not left:
            self.say("You have left no run for another choice yet.")
        elif number is None:
            for count, run in enumerate(left, start=1):
                self.say(f"{count}. {self.run_left(run, furthest(timeline))}", indent="   ", after="")
            self.write("")
        elif not 1 <= number <= len(left):
            self.say(f"There is no run {number}; r lists those that you left.")
        else:
            after = self.timeline = taken_up(timeline, len(left) - number)
            self.keep(after)
            return after
        return None

    def run_left(self, run: Playthrough, here: Playthrough) -> str:
        """A run that was left: by what it went another way, how much of it there is, and how it ended."""
        page = parting(run, here)
        read = next(pages(self.story, run, page))
        words = "".join(each.text for each in read.choice) or (
            "You skipped this." if read.skipped else "You stayed here."
        )
        after = len(run.past) - page
        ending = ending_of(self.story, run)
        said = f"{after} {'page' if after == 1 else 'pages'} after this"
        return f"{words} ({said}{f', to the ending {ending.name}' if ending else ''})"

    def line(self) -> str:
        if self.input.isatty():
            self.output.write("> ")
        self.output.flush()
        try:
            line = self.input.readline()
        except UnicodeDecodeError:
            return "?"
        if not line:
            raise EOFError
        return line

    def finish(self, timeline: Timeline, ending: str, name: str) -> None:
        self.say(f"* {name} *", after="")
        self.keep(timeline)
        self.warn(self.keeper.meet(ending, timeline.at))

    def from_end(self, timeline: Timeline, page: Page) -> Timeline | None:
        """Where the reader goes from an ending, if anywhere: a run that had come there before is not over by itself, for
        there is a way back in it, and there are those that were left."""
        kept = self.keeper.slot if timeline.branches else None
        if not self.had_ended:
            if kept:
                self.write(f"\nThe runs that you left are kept: `--save {kept}` comes back to them.")
            return None
        self.had_ended = False
        self.write("")
        self.say("This run had come to its end. b goes back, r lists the runs that you left, q leaves.")
        try:
            while (after := self.answer(timeline, page)) is None:
                pass
        except EOFError:
            return None
        return after

    def keep(self, timeline: Timeline) -> bool:
        """Whether the run is saved; each problem is told once."""
        problem = self.keeper.autosave(timeline, now())
        for each in (problem, self.keeper.look(timeline.at)):
            if each not in self.told:
                self.warn(each)
                self.told.add(each)
        return problem is None

    def say(self, text: str, indent: str = "", after: str = "\n") -> None:
        wrapped = textwrap.wrap(text, self.width, subsequent_indent=indent, break_on_hyphens=False)
        self.write("\n".join(wrapped) + after)

    def write(self, text: str) -> None:
        self.output.write(text + "\n")

    def warn(self, text: str | None) -> None:
        if text:
            self.output.flush()
            print(text, file=sys.stderr)


def _because(option: Option) -> str:
    """A colon and why it is locked, if any words of that are left."""
    return f": {''.join(run.text for run in option.reason)}" if option.reason else ""
