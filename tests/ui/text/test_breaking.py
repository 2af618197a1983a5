"""Where lines end: within the width, as even as can be, and no word left alone that need not be."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from game.ui.text.breaking import LINE, last_line_cost, line_starts

words = st.lists(st.tuples(st.integers(1, 60), st.sampled_from([0, 10])), min_size=1, max_size=9)


def cost(widths: list[int], spaces: list[int], starts: list[int], width: int) -> float:
    """The same measure, told line by line."""
    total = 0.0
    for first, end in pairwise([*starts, len(widths)]):
        used = sum(widths[first:end]) + sum(spaces[first + 1 : end])
        if used > width and end - first > 1:
            return float("inf")
        if end < len(widths):
            total += LINE + ((width - used) / width) ** 2
        elif first > 0:
            total += last_line_cost(used, width, alone=not any(spaces[first + 1 : end]))
    return total


@given(words, st.integers(60, 200))
@settings(max_examples=300)
def test_no_other_way_to_break_is_better(words: list[tuple[int, int]], width: int) -> None:
    widths, spaces = [word for word, _ in words], [space for _, space in words]
    found = line_starts(widths, spaces, width)
    others = [
        [0, *rest] for count in range(len(widths)) for rest in combinations(range(1, len(widths)), count)
    ]  # every way there is
    assert found[0] == 0
    least = min(cost(widths, spaces, each, width) for each in others)
    assert abs(cost(widths, spaces, found, width) - least) < 1e-9


def test_a_last_word_is_not_left_alone_where_another_can_keep_it_company() -> None:
    assert line_starts([30, 30, 30, 30], [0, 10, 10, 10], 110) == [0, 2]


def test_no_words_make_no_lines() -> None:
    assert line_starts([], [], 100) == []
