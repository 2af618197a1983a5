"""Hints lead to the ending that they are about, in as many choices as they say, and back no further than need be."""

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.play.page import page_of
from game.play.playthrough import Origin, Playthrough, advance, read_on, skip, start, take
from game.prove.explore.hint import hint
from game.prove.explore.outlook import Outlook
from game.story.model import End, Story
from tests.prove.small import ENDINGS, small_stories
from tests.saves.runs import real_story

often = settings(suppress_health_check=list(HealthCheck), deadline=None)
MOST = 40


def wander(story: Story, random: Random) -> Playthrough:
    """A play left anywhere, mostly after a few steps of any kind."""
    play = start(story, Origin(story.start, ended=frozenset(random.sample(ENDINGS, random.randrange(3)))))
    for _ in range(random.randrange(12)):
        able = [option.id for option in page_of(story, play).options if option.enabled]
        taken = take(story, play, random.choice(able)) if able and random.random() < 0.8 else None
        onward = skip if random.random() < 0.2 else advance
        play = taken[0] if taken else onward(story, play)
    return play


@often
@given(small_stories(), st.randoms(use_true_random=False))
def test_who_does_what_hints_say_comes_to_the_ending_in_as_many_choices_as_they_say(
    story: Story, random: Random
) -> None:
    outlook, play = Outlook(story), wander(story, random)
    for ending in ENDINGS:
        at, away = play, hint(outlook, play, ending).choices_away
        for _ in range(MOST):
            told = hint(outlook, at, ending)
            assert told.choices_away == away
            if not away:
                break
            if told.option is None:  # on, or past a scene, to where there is a choice
                further = [advance(story, at), skip(story, at)]
                at = next(each for each in further if outlook.choices_away(ending, each.now) == away and each != at)
                continue
            taken = take(story, at, told.option)
            assert taken is not None
            at, away = taken[0], away - 1


@often
@given(small_stories(), st.randoms(use_true_random=False))
def test_where_it_is_out_of_reach_the_fork_is_the_last_page_of_the_play_from_which_an_option_leads_there(
    story: Story, random: Random
) -> None:
    outlook, play = Outlook(story), wander(story, random)
    for ending in ENDINGS:
        told = hint(outlook, play, ending)
        open_ = [n for n, step in enumerate(play.past) if outlook.options(ending, step.situation)]
        assert (told.fork is not None) == (bool(open_) and not told.reachable)
        if told.fork:
            last = play.past[open_[-1]].situation
            assert told.fork.scene == last.scene
            assert told.fork.option in outlook.options(ending, last)
            assert told.fork.step == sum(step.choice is not None for step in play.past[: open_[-1]])


def test_every_ending_of_the_real_story_is_come_to_by_its_hints() -> None:
    story = real_story()
    outlook = Outlook(story)
    for ending in story.endings:
        play, count = start(story), outlook.choices_away(ending, start(story).now)
        while (told := hint(outlook, play, ending)).choices_away:
            taken = take(story, play, told.option) if told.option else None
            assert told.choices_away == count
            play, count = (taken[0], told.choices_away - 1) if taken else (advance(story, play), count)
        while further := read_on(story, play):
            play = further[0]
        assert story.scenes[play.now.scene].exit == End(ending)
