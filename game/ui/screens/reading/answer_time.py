"""The time there is to say something, where saying nothing is an option."""

from dataclasses import dataclass, replace
from math import inf

from game.play.page import Choosing, Next, Option, Page
from game.ui.theme.timing import Clock, part_of

PER_SECOND = 16.0  # letters of a reader who takes their time, as nobody is hurried past what they have not read


@dataclass(frozen=True, slots=True)
class AnswerTime:
    """`begun` is when the page was, `since` when its time began to run and does, `spent` what ran before that."""

    begun: float
    since: float | None = None
    spent: float = 0.0

    @property
    def running(self) -> bool:
        """Whether it runs now."""
        return self.since is not None

    def after(self, page: Page, clock: Clock, *, seen: bool) -> "AnswerTime":
        """By now: it runs while the end of the page is seen, once there was time to read all of it."""
        runs = seen and clock.now - self.begun >= _reading(page)
        if runs and self.since is None:
            return replace(self, since=clock.now)
        if not runs and self.since is not None:
            return replace(self, since=None, spent=self.spent + clock.now - self.since)
        return self

    def left(self, following: Next, clock: Clock) -> float | None:
        """What part of the time is left; None before it runs, and where there is all the time in the world."""
        option, answer = silent_option(following), clock.timing.answer
        if option is None or option.after is None or answer == inf or (self.since is None and not self.spent):
            return None
        passed = self.spent + (clock.now - self.since if self.since is not None else 0.0)
        return 1 - part_of(passed, option.after * answer)


def silent_option(following: Next) -> Option | None:
    """The option of saying nothing, if there is one with a time."""
    options = following.options if isinstance(following, Choosing) else ()
    return next((option for option in options if option.after is not None and option.enabled), None)


def _reading(page: Page) -> float:
    """How many seconds a page takes to be read, its options too."""
    options = page.next.options if isinstance(page.next, Choosing) else ()
    letters = sum(len(paragraph.text) for paragraph in page.paragraphs)
    letters += sum(len(run.text) for option in options for run in (*option.runs, *option.reason))
    return letters / PER_SECOND
