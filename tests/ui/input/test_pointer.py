"""A pointer pressed, moved and let go: a click where it hardly moved, a drag where it did."""

from hypothesis import given
from hypothesis import strategies as st

from game.ui.input.intents import Advance, Click, Drag, Hover, Intent, Press, Release
from game.ui.input.pointer import SLACK, Pointer

places = st.tuples(st.integers(0, 2000), st.integers(0, 2000))


def meant(*done: Intent, scale: float = 1.0) -> list[Intent]:
    pointer, intents = Pointer(), []
    for each in done:
        pointer, intent = pointer.after(each, scale)
        intents += [] if intent is None else [intent]
    return intents


def test_pressed_and_let_go_is_a_click_and_shows_where() -> None:
    assert meant(Press(10, 20), Release(11, 20)) == [Hover(10, 20), Click(11, 20)]


def test_a_hand_may_tremble() -> None:
    assert meant(Press(10, 20), Hover(14, 20 - SLACK), Release(14, 12))[-1] == Click(14, 12)


def test_what_is_held_moves_with_the_hand_and_is_no_click() -> None:
    assert meant(Press(10, 200), Hover(10, 150), Hover(12, 140), Release(12, 140)) == [
        Hover(10, 200),
        Drag(50),
        Drag(10),
    ]


def test_where_a_point_has_two_pixels_a_hand_may_tremble_over_twice_as_many() -> None:
    assert meant(Press(0, 0), Hover(0, 2 * SLACK), Release(0, 16), scale=2.0)[-1] == Click(0, 16)


def test_a_release_without_a_press_is_nothing_and_other_intents_pass() -> None:
    assert meant(Release(1, 1), Advance(), Hover(5, 5)) == [Advance(), Hover(5, 5)]


@given(places, st.lists(places, max_size=20))
def test_a_drag_moves_the_text_as_far_as_the_hand_moved(start: tuple[int, int], way: list[tuple[int, int]]) -> None:
    intents = meant(Press(*start), *(Hover(*place) for place in way))
    dragged = sum(intent.pixels for intent in intents if isinstance(intent, Drag))
    if any(isinstance(intent, Drag) for intent in intents):
        assert dragged == start[1] - way[-1][1]
    assert not any(isinstance(intent, Click) for intent in intents)
