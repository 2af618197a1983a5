"""A page arriving by itself, beat by beat: what has come so far, and when the next is due."""

from dataclasses import dataclass, replace
from math import inf
from typing import assert_never

from game.play.moment import Arrive, Beat, Card, Music, Noise, Paragraph, Wait
from game.play.moment import Tremor as Shaking
from game.play.page import Finished, Page, Spoken, page_of
from game.play.playthrough import Playthrough, advance, show_all
from game.story.model import Ending, Story
from game.ui.pace import Clock, Pace
from game.ui.screen import Tremor


@dataclass(frozen=True, slots=True)
class Unfolding:
    """The playthrough goes ahead to the next stop; `cursor` counts the beats that have really come, cues among
    them, and `due` is when the next may. `arrived` tells when each paragraph came."""

    playthrough: Playthrough
    page: Page
    cursor: int
    due: float
    arrived: tuple[float, ...] = ()
    tremor: Tremor | None = None

    @classmethod
    def of(cls, story: Story, playthrough: Playthrough, cursor: int, now: float) -> "Unfolding":
        """The page of a playthrough whose beats before `cursor` came earlier."""
        page = page_of(story, playthrough)
        return cls(playthrough, page, cursor, now, (-inf,) * len(_paragraphs(page.beats[:cursor])))

    @property
    def paragraphs(self) -> tuple[Spoken, ...]:
        return self.page.paragraphs[: len(self.arrived)]

    @property
    def known(self) -> bool:
        """Whether all of it had come before it was come back to."""
        return bool(self.arrived) and self.arrived[-1] == -inf

    @property
    def at_card(self) -> bool:
        """Whether a chapter's card is next. It clears the page, so what stands there must first be read."""
        beats = self.page.beats
        return self.cursor < len(beats) and isinstance(beats[self.cursor], Card)

    @property
    def whole(self) -> bool:
        return self.cursor == len(self.page.beats)

    @property
    def resting(self) -> bool:
        """Whether nothing more comes by itself."""
        return self.whole or self.at_card

    @property
    def reached(self) -> Ending | None:
        following = self.page.next
        return following.ending if self.whole and isinstance(following, Finished) else None

    def open(self, now: float) -> bool:
        """Whether it is time for the foot of the page."""
        return self.resting and now >= self.due

    def on(self, story: Story, clock: Clock) -> "tuple[Unfolding, tuple[str, ...]]":
        """As it is by now, and the sounds on the way."""
        text, noises = self, list[str]()
        while not text.resting and clock.now >= text.due:
            beat = text.page.beats[text.cursor]
            text = text._with(story, beat, clock.pace)
            if isinstance(beat, Noise):
                noises.append(beat.sound)
        return text, tuple(noises)

    def rest(self, story: Story, now: float) -> "tuple[Unfolding, tuple[str, ...]]":
        """All that is left up to the end, or to a chapter's card, at once: of its sounds and tremors, the last."""
        beats = self.page.beats
        end = next((i for i in range(self.cursor, len(beats)) if isinstance(beats[i], Card)), len(beats))
        playthrough = show_all(story, self.playthrough) if self.page.position < end else self.playthrough
        rest = beats[self.cursor : end]
        noises = tuple(beat.sound for beat in rest if isinstance(beat, Noise))
        shaking = [beat.strength for beat in rest if isinstance(beat, Shaking)]
        text = replace(
            self,
            playthrough=playthrough,
            page=page_of(story, playthrough),
            cursor=end,
            due=now,
            arrived=self.arrived + (now,) * len(_paragraphs(rest)),
            tremor=Tremor(shaking[-1], now) if shaking else self.tremor,
        )
        return text, noises[-1:]

    def _with(self, story: Story, beat: Beat, pace: Pace) -> "Unfolding":
        """After one more beat, which comes when it was due."""
        at, cursor = self.due, self.cursor + 1
        match beat:
            case Paragraph():
                playthrough, page = self.playthrough, self.page
                if self.cursor >= page.position:
                    playthrough = advance(story, playthrough)
                    page = page_of(story, playthrough)
                last = cursor == len(page.beats) or isinstance(page.beats[cursor], Card)
                due = at + (pace.foot if last else reading_time(beat, pace))
                return replace(
                    self, playthrough=playthrough, page=page, cursor=cursor, due=due, arrived=(*self.arrived, at)
                )
            case Wait(seconds):
                return replace(self, cursor=cursor, due=at + seconds)
            case Shaking(strength):
                return replace(self, cursor=cursor, tremor=Tremor(strength, at))
            case Arrive() | Music() | Noise() | Card():
                return replace(self, cursor=cursor)
            case _:
                assert_never(beat)


def reading_time(paragraph: Paragraph, pace: Pace) -> float:
    """How long a fast reader takes over it."""
    return pace.settle + len(paragraph.text) / pace.per_second


def _paragraphs(beats: tuple[Beat, ...]) -> list[Paragraph]:
    """Those since the last card."""
    cards = [number for number, beat in enumerate(beats) if isinstance(beat, Card)]
    return [beat for beat in beats[cards[-1] + 1 if cards else 0 :] if isinstance(beat, Paragraph)]
