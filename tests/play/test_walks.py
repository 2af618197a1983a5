"""What holds of every playthrough of every story, however it is played."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import event, given, settings

from game.play.opening import open_page
from game.play.page import Choosing, Finished, Page, ReadingOn, Stuck, page_of
from game.play.playthrough import Playthrough, advance, choose, rewind, skip
from game.play.situation import Card, Paragraph
from game.story.model import Arrive, Choice, Hear, Include, Menu, Pause, Shake, Story, blocks
from game.story.variables import allows
from tests.play.generated import Walk, options_of, thorough, walks


def pages(walk: Walk) -> Iterator[tuple[Playthrough, Page]]:
    for playthrough in walk:
        yield playthrough, page_of(walk.story, playthrough)


def completed(story: Story, playthrough: Playthrough) -> Playthrough:
    while not page_of(story, playthrough).complete:
        playthrough = advance(story, playthrough)
    return playthrough


@thorough
@given(walks())
def test_rewinding_undoes_a_choice_exactly(walk: Walk) -> None:
    for playthrough in walk:
        read = completed(walk.story, playthrough)
        for option in options_of(page_of(walk.story, read)):
            if option.enabled:
                assert rewind(choose(walk.story, read, option.number)) == read


@thorough
@given(walks())
def test_rewinding_undoes_reading_on_and_skipping_exactly(walk: Walk) -> None:
    for playthrough, page in pages(walk):
        if page.complete and isinstance(page.next, ReadingOn):
            assert rewind(advance(walk.story, playthrough)) == playthrough
        if page.aftermath:
            assert rewind(skip(walk.story, playthrough)) == playthrough


@thorough
@given(walks())
def test_the_same_walk_gives_the_same_playthroughs_and_pages(walk: Walk) -> None:
    assert list(pages(walk)) == list(pages(walk))


@thorough
@given(walks())
def test_values_never_leave_their_kind(walk: Walk) -> None:
    for playthrough in walk:
        at_end = open_page(walk.story, playthrough.now).state
        for values in (playthrough.now.values, at_end.values):
            assert values.keys() == walk.story.variables.keys()
            assert all(allows(walk.story.variables[name].kind, value) for name, value in values.items())


@thorough
@given(walks())
def test_a_page_always_shows_something_and_never_more_than_it_has(walk: Walk) -> None:
    for playthrough, page in pages(walk):
        assert 0 <= page.position == playthrough.now.position <= len(page.events)
        assert page.complete or page.card or page.paragraphs
        assert not (page.card and page.paragraphs)


@thorough
@given(walks())
def test_exactly_the_enabled_options_of_a_whole_page_can_be_chosen(walk: Walk) -> None:
    for playthrough, page in pages(walk):
        options = options_of(page)
        able = {option.number for option in options if option.enabled} if page.complete else set()
        for number in range(-1, len(options) + 2):
            if number in able:
                assert choose(walk.story, playthrough, number).past[-1].choice == options[number - 1].id
            else:
                with pytest.raises(ValueError, match=f"no option {number} can be taken"):
                    choose(walk.story, playthrough, number)


@thorough
@given(walks())
def test_no_page_that_is_read_whole_is_a_dead_end_unless_it_says_so(walk: Walk) -> None:
    for playthrough, page in pages(walk):
        if page.complete:
            moves = advance(walk.story, playthrough) != playthrough
            assert moves == isinstance(page.next, ReadingOn)
            if isinstance(page.next, Choosing):
                assert any(option.enabled for option in page.next.options)


@thorough
@given(walks(rewinding=False))
def test_visits_only_grow_and_count_each_scene_left(walk: Walk) -> None:
    for before, after in pairwise(walk):
        old, new = before.now.visits, after.now.visits
        assert all(new.get(scene, 0) >= count for scene, count in old.items())
        if len(after.past) > len(before.past):
            left = after.past[-1]
            assert left.skipped or new[left.situation.scene] > old.get(left.situation.scene, 0)
        else:
            assert new == old


@thorough
@given(walks())
def test_what_was_chosen_is_told_by_the_past(walk: Walk) -> None:
    for playthrough in walk:
        taken = {(step.situation.scene, step.choice) for step in playthrough.past if step.choice is not None}
        assert playthrough.now.chosen == taken


@thorough
@given(walks())
def test_an_option_to_be_taken_once_never_shows_again(walk: Walk) -> None:
    for playthrough, page in pages(walk):
        way = walk.story.scenes[page.scene].exit
        once = {choice.id for choice in way.every() if choice.once} if isinstance(way, Menu) else set()
        taken = {step.choice for step in playthrough.past if step.situation.scene == page.scene}
        assert not once & taken & {option.id for option in options_of(page)}


@thorough
@given(walks(rewinding=False))
def test_a_card_shows_exactly_when_the_chapter_or_the_viewpoint_changes(walk: Walk) -> None:
    last_read = None
    for playthrough, page in pages(walk):
        if page.card:
            last_read = page.card
        assert page.chapter == last_read
        if page.complete:
            assert page.chapter == walk.story.chapters[walk.story.scenes[page.scene].chapter]
        before = playthrough.now.chapter
        announced = [before] if before is not None else []
        announced += [event.chapter for event in page.events if isinstance(event, Card)]
        chapters = [walk.story.chapters[number] for number in announced]
        assert all(one != other for one, other in pairwise(chapters))


@thorough
@given(walks())
def test_words_are_single_spaced_and_styles_merged(walk: Walk) -> None:
    for _, page in pages(walk):
        shown = [paragraph.runs for paragraph in page.paragraphs]
        shown += [runs for option in options_of(page) for runs in (option.runs, option.reason) if runs]
        for runs in shown:
            text = "".join(run.text for run in runs)
            assert text
            assert text == " ".join(text.split(" "))
            assert text.strip() == text
            assert "  " not in text
            assert all((a.stress, a.weight) != (b.stress, b.weight) for a, b in pairwise(runs))


@thorough
@given(walks())
def test_a_speaker_is_named_unless_they_spoke_just_before(walk: Walk) -> None:
    for _, page in pages(walk):
        speakers = [None, *(paragraph.speaker for paragraph in page.paragraphs)]
        named = [paragraph.named for paragraph in page.paragraphs]
        assert named == [now is not None and now != before for before, now in pairwise(speakers)]


def features(walk: Walk) -> Iterator[str]:
    """What a walk met, so that it can be told whether the stories drawn are worth walking through."""
    written = {block for scene in walk.story.scenes.values() for block in blocks(scene.text)}
    yield from ("include written" for block in written if isinstance(block, Include))
    for playthrough, page in pages(walk):
        yield type(page.next).__name__
        yield from (type(event).__name__ for event in page.events)
        if page.card and playthrough.past:
            yield "card later on"
        for option in options_of(page):
            yield "option" if option.enabled else "locked option"
            yield "silence" if option.after else "spoken option"
        way = walk.story.scenes[page.scene].exit
        if isinstance(way, Menu):
            hidden = len(way.every()) > len(options_of(page))
            yield "option not shown" if hidden else "every option shown"
        for step in playthrough.past:
            yield "skipped" if step.skipped else "read on" if step.choice is None else "chosen"
            yield from _of_choice(walk.story, playthrough, step.situation.scene, step.choice)
        if any(playthrough.now.visits.get(f"p{number}") for number in range(3)):
            yield "passage read"
        for spoken in page.paragraphs:
            yield "spoken and named" if spoken.named else "spoken by the same" if spoken.speaker else "told"


def _of_choice(story: Story, playthrough: Playthrough, scene: str, id: str | None) -> Iterator[str]:
    way = story.scenes[scene].exit
    choice: Choice | None = next((c for c in way.every() if c.id == id), None) if isinstance(way, Menu) else None
    if choice:
        yield "once taken" if choice.once else "taken"
        if choice.then:
            yield "taken with then"
        if playthrough.past[-1].choice == id and choice.go != playthrough.now.scene:
            yield "passed through"


def test_the_stories_drawn_hold_everything_a_story_may() -> None:
    met: Counter[str] = Counter()

    @settings(thorough, max_examples=100, derandomize=True, database=None)
    @given(walks())
    def look(walk: Walk) -> None:
        found = set(features(walk))
        for feature in found:
            event(feature)
        met.update(found)

    look()
    expected = [
        *(
            kind.__name__
            for kind in (Choosing, Finished, ReadingOn, Stuck, Card, Arrive, Paragraph, Hear, Shake, Pause)
        ),
        *("Music", "include written", "passage read", "card later on", "option", "locked option", "option not shown"),
        *("silence", "skipped", "read on", "chosen", "once taken", "taken with then", "passed through"),
        *("spoken and named", "spoken by the same", "told"),
    ]
    assert {feature: met[feature] for feature in expected if met[feature] < 5} == {}
