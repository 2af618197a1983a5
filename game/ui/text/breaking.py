"""Where the lines of a paragraph end: settled for all of it at once, so that none is ragged that need not be."""

from collections.abc import Sequence

WIDOW = 0.4  # what a last line of a single word costs; a line that is empty costs 1
LINE = 0.05  # what any line costs besides, so that a paragraph is not a line longer for being a little more even
SHORT, SHORT_COST = 1 / 5, 0.12  # what part of a line a last one should fill, and what it costs if it does not


def last_line_cost(used: int, width: int, *, alone: bool) -> float:
    """What a last line costs after others, of which so many pixels are used, and by one word alone if it says so."""
    return WIDOW if alone else SHORT_COST if used < SHORT * width else 0.0


def line_starts(widths: Sequence[int], spaces: Sequence[int], width: int) -> list[int]:
    """The index of the first word of each line.

    `widths` are those of the words, `spaces` those before them, which count only inside a line (0 where a word may
    be parted, as after a dash), and `width` is that of a line, all in pixels. A word that is too wide has a line to
    itself.

    Of all ways to break, the one with the least sum of squares of what each line lacks, as a part of its width; the
    last may lack much, but a single word there is avoided, and a very short line. By dynamic programming from the end, as in
    D. E. Knuth and M. F. Plass, “Breaking Paragraphs into Lines”, Software: Practice and Experience 11 (1981),
    without stretch, as the right edge is ragged. Words * words a line.
    """
    count = len(widths)
    costs = [0.0] * (count + 1)  # of setting all words from this one on
    ends = [count] * (count + 1)  # where the first of those lines ends
    for first in range(count - 1, -1, -1):
        used, parted, least = 0, False, float("inf")
        for last in range(first, count):
            if last > first:
                used += spaces[last]
                parted = parted or spaces[last] > 0
            used += widths[last]
            if used > width and last > first:
                break
            if last + 1 < count:
                cost = LINE + ((width - used) / width) ** 2 + costs[last + 1]
            else:
                cost = last_line_cost(used, width, alone=not parted) if first > 0 else 0.0
            if cost < least:
                least, ends[first] = cost, last + 1
        costs[first] = least
    starts, first = [], 0
    while first < count:
        starts.append(first)
        first = ends[first]
    return starts
