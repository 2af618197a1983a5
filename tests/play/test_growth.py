"""Four times the run, or the story, is about four times the work."""

from collections.abc import Callable
from functools import partial

from game.play.history import history
from game.play.opening import open_page
from game.play.playthrough import advance, start
from game.play.progress import ahead_of, counted, place_in_chapter
from game.play.setting import likely_place
from game.play.timeline import Timeline, furthest, jumped, timeline_of, went
from game.story.model import End, Fork, Onward, Scene, Story
from tests.growth import LINEAR, growth
from tests.play.plays import line, menu, option, scene, story, take


def round_and_round() -> Story:
    """A story to go round in as often as one likes."""
    return story(
        scene("here", "Here.", way=menu(option("on", "there"), option("out", "gone"))),
        scene("there", "There.", way=menu(option("back", "here"))),
        scene("gone", "Gone.", way=End("home")),
    )


def run(laps: int) -> Timeline:
    told = round_and_round()
    return Timeline(take(told, start(told), *["on", "back"] * (laps // 2)))


def corridor(scenes: int) -> Story:
    ids = [f"scene{number}" for number in range(scenes)]
    middle = [scene(id, "On.", way=Onward((Fork(then),))) for id, then in zip(ids, [*ids[1:], "end"], strict=True)]
    return story(*middle, scene("end", "Over.", way=End("home")))


def silent_corridor(scenes: int) -> Story:
    """In which only the last scene shows anything."""
    told = corridor(scenes)
    silent = {id: Scene(id, 0, (), each.exit) for id, each in told.scenes.items() if id != "end"}
    return story(*silent.values(), told.scenes["end"])


def of_run(act: Callable[[Story, Timeline], object]) -> Callable[[int], Callable[[], object]]:
    told = round_and_round()
    return lambda laps: partial(act, told, run(laps))


def of_story(make: Callable[[int], Story], act: Callable[[Story], object]) -> Callable[[int], Callable[[], object]]:
    return lambda scenes: partial(act, make(scenes))


def test_the_history_grows_as_the_run_does() -> None:
    assert growth(of_run(lambda told, timeline: history(told, timeline.at)), 200) < LINEAR


def test_counting_words_and_telling_the_place_grow_as_the_run_does() -> None:
    assert growth(of_run(lambda told, timeline: counted(told, timeline.at)), 300) < LINEAR
    ahead = ahead_of(round_and_round())
    assert growth(of_run(lambda told, timeline: place_in_chapter(told, timeline.at, ahead)), 2_000) < LINEAR


def test_a_jump_grows_as_the_run_does() -> None:
    def there_and_back(_: Story, timeline: Timeline) -> object:
        last = len(timeline.at.past)
        return [jumped(jumped(timeline, last // 2), last) for _ in range(10)]

    assert growth(of_run(there_and_back), 500) < LINEAR


def test_leaving_a_run_and_putting_runs_together_grow_as_the_run_does() -> None:
    def leave(told: Story, timeline: Timeline) -> object:
        back = jumped(timeline, 1)
        page = advance(told, back.at)
        return [(went(back, page), timeline_of(back.at, [furthest(back)])) for _ in range(10)]

    assert growth(of_run(leave), 500) < LINEAR


def test_what_is_told_of_a_story_grows_as_it_does() -> None:
    assert growth(of_story(corridor, ahead_of), 500) < LINEAR
    assert growth(of_story(corridor, lambda told: likely_place(told, "end")), 500) < LINEAR


def test_passing_silent_scenes_grows_as_they_do() -> None:
    assert growth(of_story(silent_corridor, start), 500) < LINEAR


def test_a_page_grows_as_its_text_does() -> None:
    def page(paragraphs: int) -> Callable[[], object]:
        blocks = [line(f"Paragraph {number}.") for number in range(paragraphs)]
        told = story(scene("here", *blocks, way=End("home")))
        return lambda: open_page(told, start(told).now)

    assert growth(page, 1_000) < LINEAR
