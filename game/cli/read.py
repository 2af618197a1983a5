"""`read`: plays in a terminal, in plain text, a number a line; for screen readers, pipes and transcripts."""

import argparse
import shutil
import sys
import textwrap
from pathlib import Path
from typing import TextIO

from game.cli.stories import playable
from game.cli.where import now, profile_folder, story_folder
from game.play.chapters import ordinal
from game.play.moment import Arrive, Card, Noise, Paragraph
from game.play.page import Choosing, Finished, Page, ReadingOn, Stuck, page_of
from game.play.playthrough import Origin, Playthrough, advance, choose, rewind, skip, start
from game.play.timeline import Timeline
from game.saves.keeper import Keeper, Refused
from game.story.model import Story

HELP = "play in a terminal: plain text, a number to choose"
EXIT_ENDING, EXIT_ERRORS, EXIT_SAVED = 0, 1, 3
_NARROWEST, _WIDEST = 20, 80
_LEAVING = ("q", "quit", "exit")
_HELP = "Type the number of an option. Also: b goes back, s skips a scene that offers it, q saves and leaves."


def add_to(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("story", nargs="?", type=Path, metavar="STORY", help="the story's folder; else the game's own")
    parser.add_argument("--profile", type=Path, metavar="DIR", help="the folder of all that is remembered")
    parser.add_argument("--continue", dest="resume", action="store_true", help="go on where you left")


def run(options: argparse.Namespace) -> int:
    story = playable(story_folder(options.story))
    if story is None:
        return EXIT_ERRORS
    keeper = Keeper(profile_folder(options.profile), story)
    return _Reader(story, keeper, sys.stdin, sys.stdout).run(resume=options.resume)


class _Reader:
    def __init__(self, story: Story, keeper: Keeper, input: TextIO, output: TextIO) -> None:
        self.story, self.keeper = story, keeper
        self.input, self.output = input, output
        self.width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns))
        self.at = start(story)
        self.place: str | None = None  # the last one that was described
        self.told: set[str | None] = {None}
        self.read_on: set[str] = set()  # scenes passed since the last answer: a story may go round without a choice

    def run(self, *, resume: bool) -> int:
        try:
            self.at = self.begin(resume=resume)
            return self.play()
        except (KeyboardInterrupt, BrokenPipeError, EOFError) as end:
            if self.keep() and not isinstance(end, BrokenPipeError):
                self.say("Saved. `--continue` goes on from here.", after="")
            if isinstance(end, BrokenPipeError):
                raise
            return EXIT_SAVED

    def begin(self, *, resume: bool) -> Playthrough:
        self.warn(self.keeper.recall())
        left = self.keeper.resume() if resume else None
        if isinstance(left, Refused):
            self.warn(f"{left.why} Starting anew.")
        if left is None or isinstance(left, Refused):
            self.title()
            return start(self.story, Origin(self.story.start, ended=self.keeper.endings))
        self.warn(left.note)
        self.warn(left.cause and f"{left.cause} Going on from there.")
        self.at = left.playthrough
        if left.cause and left.onward:
            self.say("Enter goes on from there; w goes on where you were.")
            if self.line().strip().lower() in ("w", "where"):
                return left.onward
        return left.playthrough

    def title(self) -> None:
        self.say(self.story.title.upper())
        if self.story.notes:
            self.say("This story has: " + " ".join(self.story.notes))

    def play(self) -> int:
        while True:
            self.at = self.show(self.at)
            page = page_of(self.story, self.at)
            match page.next:
                case ReadingOn():
                    self.pass_on(page)
                case Finished(ending):
                    return self.finish(ending.id, ending.name)
                case Choosing() | Stuck():
                    self.options(page)
                    while not self.answer(page):
                        pass
                    self.read_on.clear()

    def show(self, at: Playthrough) -> Playthrough:
        """The whole page; where that leaves the playthrough."""
        while not page_of(self.story, at).complete:
            at = advance(self.story, at)
        for beat in page_of(self.story, at).beats:
            match beat:
                case Paragraph(_, speaker):
                    self.say(f"{self.story.cast[speaker].name.upper()}: {beat.text}" if speaker else beat.text)
                case Card(index):
                    chapter = self.story.chapters[index]
                    viewpoint = f", as {chapter.viewpoint}" if chapter.viewpoint else ""
                    number = ordinal(self.story, at, chapter)
                    self.say(f"* Chapter {number}: {chapter.title}{viewpoint} *")
                case Noise(sound) if self.story.sounds[sound].caption:
                    self.say(f"[{self.story.sounds[sound].caption}]")
                case Arrive(place) if self.story.backgrounds[place].about and place != self.place:
                    self.say(f"[{self.story.backgrounds[place].about}]")
                    self.place = place
                case _:
                    pass
        return at

    def pass_on(self, page: Page) -> None:
        """On to the next page, asking first where this one was passed before without a choice between."""
        if page.scene in self.read_on:
            self.say("Enter reads on.")
            if self.line().strip().lower() in _LEAVING:
                raise EOFError
            self.read_on.clear()
        self.read_on.add(page.scene)
        self.at = advance(self.story, self.at)

    def options(self, page: Page) -> None:
        match page.next:
            case Choosing(options):
                for option in options:
                    words = "".join(run.text for run in option.runs)
                    if not option.enabled:
                        words += f" (not now: {''.join(run.text for run in option.reason)})"
                    self.say(f"{option.number}. {words}", indent="   ", after="")
                self.write("")
            case _:
                self.say("There is no way on from here. b goes back.")
        if page.aftermath:
            self.say("s skips this scene.")

    def answer(self, page: Page) -> bool:
        """Reads a line; whether it led anywhere."""
        line = self.line()
        options = page.next.options if isinstance(page.next, Choosing) else ()
        word = line.strip().lower()
        option = next((each for each in options if str(each.number) == word), None)
        if option and option.enabled:
            self.at = choose(self.story, self.at, option.number)
            self.keep()
            return True
        if word in ("b", "back"):
            before = rewind(self.at)
            moved, self.at = before is not self.at, before
            if not moved:
                self.say("This is where it began.")
            return moved
        if word in ("s", "skip") and page.aftermath:
            self.at = skip(self.story, self.at)
            self.keep()
            return True
        if word in _LEAVING:
            raise EOFError
        if option:
            self.say(f"Not now: {''.join(run.text for run in option.reason)}")
        elif word in ("", "?", "h", "help"):
            self.say(_HELP)
        else:
            able = ", ".join(str(each.number) for each in options if each.enabled)
            self.say(f"There is no option ‘{line.strip()[:20]}’ here. Type {able or 'b'}, or ? for help.")
        return False

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

    def finish(self, ending: str, name: str) -> int:
        self.say(f"* {name} *", after="")
        self.keep()
        self.warn(self.keeper.meet(ending, self.at))
        return EXIT_ENDING

    def keep(self) -> bool:
        """Whether the run is saved; each problem is told once."""
        problem = self.keeper.autosave(Timeline(self.at), now())
        for each in (problem, self.keeper.look(self.at)):
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
