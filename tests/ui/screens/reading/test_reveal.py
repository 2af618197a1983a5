"""A page arriving by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.play.playthrough import start
from game.play.timeline import Timeline
from game.story.model import Chapter, Hear, Pause, Shake, Story
from game.ui.screens.reading.reveal import Reveal
from game.ui.theme.timing import TIMING

if TYPE_CHECKING:
    from tests.ui.conftest import Tale

ONE, TWO = "a" * 26, "b" * 260
READ_ONE = TIMING.settle + 26 / TIMING.per_second


def after_card(story: Story) -> Reveal:
    """The first page, its opening card behind it."""
    return Reveal.of(story, Timeline(start(story)), 1, 0.0)


def by(story: Story, text: Reveal, now: float) -> Reveal:
    """What has come by then."""
    while not text.resting and text.due <= now:
        text = text.onward(story, TIMING)
    return text


def test_a_paragraph_comes_when_the_last_has_been_read(tale: Tale) -> None:
    story = tale.story(tale.scene("start", ONE, TWO, "c", way=tale.go("end")))
    text = by(story, after_card(story), 0.0)
    assert [each.text for each in text.paragraphs] == [ONE]
    text = by(story, text, READ_ONE - 0.01)
    assert len(text.paragraphs) == 1
    text = by(story, text, READ_ONE)
    assert [each.text for each in text.paragraphs] == [ONE, TWO]
    text = by(story, text, READ_ONE + TIMING.settle + 9.9)
    assert len(text.paragraphs) == 2, "ten times as long takes longer to read"


def test_a_pause_comes_on_top_and_sounds_come_at_their_place(tale: Tale) -> None:
    scene = tale.scene("start", ONE, Hear("bang"), Shake(0.5), Pause(2), "after", way=tale.go("end"))
    story = tale.story(scene)
    text = by(story, after_card(story), READ_ONE - 0.01)
    assert text.tremor is None
    text = by(story, text, READ_ONE)
    assert text.tremor is not None
    assert len(text.paragraphs) == 1
    assert len(by(story, text, READ_ONE + 1.99).paragraphs) == 1
    assert len(by(story, text, READ_ONE + 2).paragraphs) == 2


def test_whoever_hurries_has_all_of_it_at_once(tale: Tale) -> None:
    story = tale.story(tale.scene("start", ONE, Hear("bang"), Pause(9), TWO, "last", way=tale.go("end")))
    text = by(story, after_card(story), 0.0)
    while not text.resting:
        text = text.hurried(0.1).onward(story, TIMING)
    assert text.whole
    assert len(text.paragraphs) == len(text.arrived) == 3
    assert text.arrived[1:] == (0.1, 0.1)


def test_a_card_waits_until_the_page_before_it_has_been_left(tale: Tale) -> None:
    story = tale.story(
        tale.scene("start", "x", way=tale.menu(tale.option("on", "second", then="On the way."))),
        tale.scene("second", "y", way=tale.go("end"), chapter=1),
        chapters=(Chapter(1, "One"), Chapter(2, "Two")),
    )
    from game.play.playthrough import choose
    from tests.play.steps import show_all

    first = show_all(story, show_all(story, start(story)))
    text = Reveal.of(story, Timeline(choose(story, first, 1)), 0, 0.0)
    text = by(story, text, 600.0)
    assert text.at_card
    assert [each.text for each in text.paragraphs] == ["On the way."]
    assert text.resting, "nor does hurrying pass it"


@pytest.mark.parametrize("moment", [0.0, 1.0, 5.0, 100.0])
def test_what_is_shown_never_runs_ahead_of_the_playthrough(tale: Tale, moment: float) -> None:
    story = tale.story(tale.scene("start", ONE, Pause(1), TWO, Shake(1), "c", Pause(1), way=tale.go("end")))
    text = by(story, after_card(story), moment)
    assert len(text.arrived) == len(text.paragraphs) <= len(text.page.paragraphs)
    assert text.whole == (moment == 100.0)
