"""Chapters are counted as the player comes to them, whatever files they are in and however many a run passes by."""

from dataclasses import replace

from hypothesis import given, settings

from game.play.chapters import chapters_met, ordinal
from game.play.page import page_of
from game.play.playthrough import Origin, Playthrough, advance, rewind, start
from game.story.model import Chapter, End, Fork, Onward
from tests.play.generated import Walk, thorough, walks
from tests.play.plays import menu, option, scene, story, take

CHAPTERS = (
    Chapter(1, "The Shore"),
    Chapter(1, "The Shore", "Bo"),
    Chapter(2, "The Sea"),
    Chapter(3, "The Wreck"),
    Chapter(4, "After"),
)
TALE = story(
    scene("beach", "Sand.", way=menu(option("swim", "deep"), option("leave", "road"), option("look", "dune"))),
    scene("dune", "Grass.", way=Onward((Fork("beach"),)), chapter=1),
    scene("deep", "Water.", way=menu(option("dive", "wreck")), chapter=2),
    scene("wreck", "Wood.", way=menu(option("back", "beach"), option("up", "road")), chapter=3),
    scene("road", "A road.", way=End("home"), chapter=4),
    chapters=CHAPTERS,
)


def number(at: Playthrough) -> int:
    while not page_of(TALE, at).complete:
        at = advance(TALE, at)
    return ordinal(TALE, at, page_of(TALE, at).chapter)


def test_a_chapter_passed_by_is_not_counted() -> None:
    assert number(take(TALE, start(TALE), "leave")) == 2
    assert number(take(TALE, start(TALE), "swim", "dive", "up")) == 4


def test_another_viewpoint_is_the_same_chapter_and_one_come_to_again_keeps_its_number() -> None:
    assert number(take(TALE, start(TALE), "look")) == 1
    assert number(take(TALE, start(TALE), "swim", "dive", "back")) == 1
    assert number(take(TALE, start(TALE), "swim", "dive", "back", "leave")) == 4, (
        "after the three that were met before it"
    )


def test_gone_back_it_is_counted_as_it_was() -> None:
    assert number(rewind(take(TALE, start(TALE), "leave"))) == 1


def test_begun_in_the_middle_the_chapters_of_a_shortest_way_there_lie_before() -> None:
    assert number(start(TALE, Origin("wreck"))) == 3
    assert number(start(TALE, Origin("road"))) == 2


def test_what_only_those_come_to_who_skip_a_scene_lies_behind_that_scene() -> None:
    skipped = replace(TALE.scenes["wreck"], aftermath="raft")
    raft = scene("raft", "A raft.", way=End("home"), chapter=3)
    told = replace(TALE, scenes={**TALE.scenes, "wreck": skipped, "raft": raft})
    at = start(told, Origin("raft"))
    assert ordinal(told, at, CHAPTERS[3]) == 3


@settings(thorough, max_examples=20)
@given(walks())
def test_no_number_is_left_out_or_given_twice(walk: Walk) -> None:
    met = chapters_met(walk.story, walk.last)
    assert len(set(met)) == len(met)
    numbers = [ordinal(walk.story, walk.last, chapter) for chapter in walk.story.chapters if chapter.number in met]
    assert set(numbers) == set(range(1, len(met) + 1))
