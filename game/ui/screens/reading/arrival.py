"""Where a timeline leads to: the page that it stands at, or the card before that."""

from game.play.timeline import Timeline
from game.story.model import Cue, Hear, Pause, Story
from game.ui.screens.reading.answer_time import AnswerTime
from game.ui.screens.reading.chapter_card import ChapterCard
from game.ui.screens.reading.pagination import Pagination
from game.ui.screens.reading.reading import ReadingScreen
from game.ui.screens.reading.reveal import Reveal
from game.ui.screens.screen import Become
from game.ui.theme.timing import Clock


def screen_at(story: Story, timeline: Timeline, cursor: int, clock: Clock) -> Become:
    """The screen of the page that a timeline stands at; the events before `cursor` came earlier."""
    text = Reveal.of(story, timeline, cursor, clock.now)
    if text.page.card and cursor == text.page.position:
        return Become(ChapterCard.of(story, timeline, clock.now))
    noises = list[str]()
    while isinstance(text.following, Cue) and not isinstance(text.following, Pause):
        if isinstance(text.following, Hear):
            noises.append(text.following.sound)
        text = text.onward(story, clock.timing)
    card = ChapterCard.after(story, text, clock.now)
    return Become(card or ReadingScreen(Pagination(text), AnswerTime(begun=clock.now)), tuple(noises))
