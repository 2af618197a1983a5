"""A play looked up in tables is the play that the rules make of the same choices, word for word."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from game.play.leaving import offered
from game.play.opening import open_page
from game.play.playthrough import Playthrough, ending_of, read_on, show_whole, start, take
from game.play.progress import counted, words_on
from game.play.situation import Paragraph
from game.prove.plays import long_lines, sampling, stretches, tables
from game.prove.plays.odds import odds_of
from game.prove.plays.sampling import Sample, interval, sample
from game.prove.plays.state_graph import StateGraph
from game.prove.plays.tables import Tables
from game.prove.program.compiler import compiled
from game.story.conditions import Compare, Constant, Held, Op
from game.story.model import Choice, End, If, Line, Menu, Passage, Scene, Set, Story
from game.story.prose import Either, Words
from game.story.variables import Assign, Flag, Variable
from tests.play.plays import held, menu, option, scene, story
from tests.prove.small import small_stories

PLAYS, MOST_PAGES = 20, 60
often = settings(suppress_health_check=list(HealthCheck), deadline=None)


@dataclass(frozen=True)
class Seen:
    """What somebody saw of a play; nothing of how it ended, where it was left before."""

    choices: tuple[str, ...]
    scenes: frozenset[str] = frozenset()
    words: int = 0
    paragraphs: int = 0
    ending: str | None = None


def seen_in(play: Sample) -> Seen:
    choices = tuple(way.choice for way in play.ways if way.choice is not None)
    if play.unfinished:
        return Seen(choices)
    scenes, paragraphs = frozenset(way.scene for way in play.ways), sum(len(way.read) for way in play.ways)
    return Seen(choices, scenes, play.words, paragraphs, play.ending)


def by_the_rules(told: Story, pick: Callable[[int], int]) -> Seen:
    """A play page by page, as in the window: what can be taken is asked of the rules, and what shows is rendered."""
    play, paragraphs, choices = start(told), 0, list[str]()
    for _ in range(MOST_PAGES):
        page = open_page(told, play.now)
        paragraphs += sum(isinstance(event, Paragraph) for event in page.events)
        play = show_whole(play, page.events)
        on = read_on(told, play)
        if on is None:
            able = [choice.id for choice, enabled in offered(told.scenes[play.now.scene], page.state) if enabled]
            if not able:
                return finished(told, play, tuple(choices), paragraphs)
            choices.append(able[pick(len(able)) if len(able) > 1 else 0])
            on = take(told, play, choices[-1])
            assert on
        play = on[0]
    return Seen(tuple(choices))


def finished(told: Story, play: Playthrough, choices: tuple[str, ...], paragraphs: int) -> Seen:
    words = counted(told, play).words + words_on(told, play.now)
    ending = ending_of(told, play)
    scenes = frozenset(id for id, left in play.now.visits.items() if left and told.scenes[id].exit != Passage())
    return Seen(choices, scenes | {play.now.scene}, words, paragraphs, ending.id if ending else None)


def compare(told: Story, plays: int = PLAYS) -> None:
    """Many plays, each made twice by the same dice."""
    made = Tables(compiled(told))
    for seed in range(plays):
        looked_up = seen_in(sample(made, random.Random(seed).getrandbits))
        played = by_the_rules(told, random.Random(seed).randrange)
        if looked_up.scenes and played.scenes:
            assert looked_up == played
        else:
            each = min(len(looked_up.choices), len(played.choices))
            assert looked_up.choices[:each] == played.choices[:each]


@pytest.mark.parametrize("most_combined", [1, 6, 64])
def test_looking_up_makes_the_same_plays_as_the_rules(most_combined: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """In stretches as short as can be, and in longer ones."""
    monkeypatch.setattr(tables, "MOST_COMBINED", most_combined)
    monkeypatch.setattr(sampling, "MOST_SCENES", 100)

    @settings(often, max_examples=60)
    @given(small_stories())
    def look(told: Story) -> None:
        compare(told)

    look()


def test_a_table_that_was_full_is_filled_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretches, "MOST_KEPT", 2)
    monkeypatch.setattr(long_lines, "MOST_KEPT", 2)
    monkeypatch.setattr(tables, "MOST_COMBINED", 4)
    compare(hub(6))


def test_the_real_story_is_played_the_same(real: Story) -> None:
    compare(real, plays=6)


CHANGED_INSIDE = story(
    scene(
        "door",
        "One.",
        If(held("lit", False), (Set((Assign("trust", 2),)),), (Set((Assign("trust", 2),)),)),
        way=menu(option("in", "hall"), option("on", "hall")),
    ),
    scene("hall", "Two.", way=menu(option("a", "bed", condition=held("trust", 2)), option("b", "bed"))),
    scene("bed", "Three.", way=End("home")),
)


def test_what_is_changed_inside_of_an_if_is_known_later() -> None:
    compare(CHANGED_INSIDE)


def nothing(*_: object) -> int:
    return 0


@pytest.mark.parametrize(
    ("where", "rule"),
    [
        (tables, "read_in"),
        (tables, "read_by_offer"),
        (tables, "altered_by_offer"),
        (tables, "altered_in_body"),
        (stretches, "words_in"),
    ],
)
def test_a_stretch_that_forgets_what_it_depends_on_is_caught(
    where: ModuleType, rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(where, rule, nothing)
    monkeypatch.setattr(sampling, "MOST_SCENES", 100)

    @settings(often, derandomize=True, database=None, phases=[Phase.generate])
    @given(small_stories())
    def look(told: Story) -> None:
        compare(CHANGED_INSIDE)
        compare(told)

    with pytest.raises((AssertionError, KeyError)):
        look()


def hub(things: int) -> Story:
    """A room in which that many things can be taken, one by one and in any order, and told in one paragraph."""

    def have(thing: int, yes: bool) -> Compare:
        return Compare(Held(f"thing{thing}"), Op.EQ, Constant(yes))

    here = [Either(have(n, True), (), (Words(f"{'' if n % 3 else ' '}thing {n}"),)) for n in range(things)]
    room = Scene(
        "room",
        0,
        (Line(None, (Words("A room"), *here, Words("."))),),
        Menu(
            (
                *(
                    Choice(
                        f"take{n}", (Words(f"Take {n}."),), "room", have(n, False), changes=(Assign(f"thing{n}", True),)
                    )
                    for n in range(things)
                ),
                Choice("leave", (Words("Leave."),), "yard"),
            )
        ),
    )
    told = story(scene("room"), scene("yard", "Out.", way=End("home")))
    flags = {f"thing{n}": Variable(f"thing{n}", Flag(), start=False) for n in range(things)}
    return Story(
        told.id, told.title, "room", told.chapters, {**told.scenes, "room": room}, told.endings, variables=flags
    )


def test_what_depends_on_a_hundred_things_is_looked_up_piece_by_piece() -> None:
    """There are 2¹⁰⁰ situations, and some tables of 64 entries."""
    told = hub(100)
    compare(told, plays=3)
    assert odds_of(StateGraph(Tables(compiled(told)))) is None


@settings(often, max_examples=25)
@given(small_stories())
def test_shares_of_sampled_plays_come_near_those_worked_out(told: Story) -> None:
    made, draw, runs = Tables(compiled(told)), random.Random(5).getrandbits, 1_500
    exact = odds_of(StateGraph(made))
    if exact is None or not exact.exact:
        return
    ends = [sample(made, draw).ending for _ in range(runs)]
    for ending, its in exact.endings.items():
        low, high = interval(ends.count(ending), runs)
        assert low - 0.05 <= its.share <= high + 0.05


def test_a_play_is_drawn_as_evenly_as_options_are_open() -> None:
    told = story(
        scene("door", "One.", way=menu(option("a", "end"), option("b", "end"), option("c", "end"))),
        scene("end", "Two.", way=End("home")),
    )
    made, draw = Tables(compiled(told)), random.Random(1).getrandbits
    taken = [sample(made, draw).ways[0].choice for _ in range(3_000)]
    assert all(900 < taken.count(each) < 1_100 for each in "abc")
