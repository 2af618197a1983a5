"""The mix as values: what sounds, how loud, and how it gets there."""

from pathlib import Path

import pytest

from game.ui.sound.levels import Bus, Levels
from game.ui.sound.mix import UNDER_EFFECT, Fade, Loop, Mix, ducking, shares

WHOLE = Levels(100, 100, 100, 100)


def loop(name: str, bus: Bus = Bus.MUSIC) -> Loop:
    return Loop(f"{bus.value}/{name.partition('_')[0]}", Path(f"{name}.ogg"), bus)


HOME, BED, PULSE, VOICE = map(loop, ("home", "maze_bed", "maze_pulse", "maze_voice"))
STEMS = (BED, PULSE, VOICE)


def test_a_track_fades_in_from_when_it_is_begun_not_from_when_it_was_asked_for() -> None:
    mix = Mix().toward({HOME: 1.0}, 0.0, 2.0)
    assert mix.waiting == {"music/home": (HOME,)}
    assert mix.volumes(WHOLE, 1.0, 10.0) == {}
    mix = mix.began("music/home", 10.0)
    assert [mix.volumes(WHOLE, 1.0, at)[HOME] for at in (10.0, 12.0, 99.0)] == [0.0, 1.0, 1.0]
    assert mix.waiting == {}


def test_two_that_cross_are_together_as_loud_as_either() -> None:
    mix = Mix().toward({HOME: 1.0}, 0.0, 0.0).began("music/home", 0.0)
    mix = mix.toward({BED: 1.0}, 5.0, 2.0).began("music/maze", 5.0)
    for at in (5.0, 5.3, 6.0, 6.9, 7.0):
        volumes = mix.volumes(WHOLE, 1.0, at)
        assert volumes[HOME] ** 2 + volumes[BED] ** 2 == pytest.approx(1.0)


def test_what_has_faded_is_let_go_and_what_is_wanted_at_nothing_is_kept() -> None:
    mix = Mix().toward(shares(STEMS, 0), 0.0, 0.0).began("music/maze", 0.0)
    assert [each.loop for each in mix.lasting(100.0).strands] == [*STEMS]
    mix = mix.toward(shares(STEMS, 3), 50.0, 0.0).toward({}, 100.0, 2.0)
    assert mix.lasting(101.9) == mix
    assert mix.lasting(102.0) == Mix()


def test_a_track_that_returns_while_it_fades_rises_from_where_it_is() -> None:
    mix = Mix().toward({HOME: 1.0}, 0.0, 0.0).began("music/home", 0.0).toward({}, 0.0, 2.0)
    half = mix.volumes(WHOLE, 1.0, 1.0)[HOME]
    mix = mix.toward({HOME: 1.0}, 1.0, 2.0)
    assert mix.waiting == {}
    assert mix.volumes(WHOLE, 1.0, 1.0)[HOME] == half
    assert mix.volumes(WHOLE, 1.0, 3.0)[HOME] == 1.0


def test_what_was_asked_for_and_not_begun_is_forgotten_when_it_is_not_wanted_any_more() -> None:
    assert Mix().toward({HOME: 1.0}, 0.0, 2.0).toward({}, 0.1, 2.0) == Mix()


def test_asking_for_the_same_again_changes_nothing() -> None:
    mix = Mix().toward({HOME: 1.0}, 0.0, 2.0).began("music/home", 0.0)
    assert mix.toward({HOME: 1.0}, 1.0, 2.0) == mix


def test_the_higher_the_tension_the_more_of_a_piece_is_heard_and_none_of_it_begins_anew() -> None:
    loudness = [sum(shares(STEMS, tension).values()) for tension in range(4)]
    assert loudness == sorted(set(loudness))
    assert shares(STEMS, 9) == shares(STEMS, 3) == dict.fromkeys(STEMS, 1.0)
    mix = Mix().toward(shares(STEMS, 0), 0.0, 1.0).began("music/maze", 0.0)
    mix = mix.toward(shares(STEMS, 3), 5.0, 1.0)
    assert mix.waiting == {}
    assert mix.volumes(WHOLE, 1.0, 6.0) == dict.fromkeys(STEMS, 1.0)


def test_a_track_in_one_piece_is_whole_at_every_tension() -> None:
    assert [shares([HOME], tension) for tension in (0, 3)] == [{HOME: 1.0}] * 2


def test_a_group_that_cannot_be_played_is_left_out() -> None:
    assert Mix().toward({HOME: 1.0, BED: 1.0}, 0.0, 1.0).without("music/maze").waiting == {"music/home": (HOME,)}


def test_every_kind_of_sound_has_its_own_volume() -> None:
    cave = loop("cavern", Bus.AMBIENCE)
    mix = Mix().toward({HOME: 1.0, cave: 1.0}, 0.0, 0.0).began("music/home", 0.0).began("ambiences/cavern", 0.0)
    assert mix.volumes(Levels(music=50, ambience=0), 1.0, 0.0) == {HOME: 0.25, cave: 0.0}
    levels = Levels(10, 20, 30, 40)
    assert [round(levels.volume(bus) ** 0.5, 6) for bus in Bus] == [0.1, 0.2, 0.3, 0.4]


def test_loops_step_back_quickly_for_an_effect_and_return_slowly() -> None:
    fade = Fade(1.0, 1.0)
    assert ducking(fade, heard=False, now=0.0) == fade
    under = ducking(fade, heard=True, now=0.0)
    assert under.at(0.2) == UNDER_EFFECT
    assert ducking(under, heard=True, now=1.0) == under, "another effect takes them no further"
    back = ducking(under, heard=False, now=2.0)
    assert UNDER_EFFECT < back.at(2.3) < 1.0
    assert back.at(4.0) == 1.0
