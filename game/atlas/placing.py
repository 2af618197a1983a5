"""Positions along the rows, near what each node is linked to, in the order given and without overlap."""

from collections.abc import Mapping, Sequence

from game.atlas.layers import Link

_ROUNDS = 8


def placed(
    rows: Sequence[Sequence[str]], links: Sequence[Link], widths: Mapping[str, float], gap: float
) -> dict[str, float]:
    """The middle of each node."""
    above: dict[str, list[str]] = {}
    below: dict[str, list[str]] = {}
    for source, goal in links:
        below.setdefault(source, []).append(goal)
        above.setdefault(goal, []).append(source)
    x: dict[str, float] = {}
    for row in rows:
        x.update(_apart(row, dict.fromkeys(row, 0.0), widths, gap))
    for turn in range(_ROUNDS):
        down = turn % 2 == 0
        for row in rows if down else reversed(rows):
            wanted = {}
            for node in row:
                beside = (
                    [*above.get(node, ()), *below.get(node, ())] if turn > 1 else (above if down else below).get(node)
                )
                wanted[node] = sum(x[other] for other in beside) / len(beside) if beside else x[node]
            x.update(_apart(row, wanted, widths, gap))
    return x


def _apart(
    row: Sequence[str], wanted: Mapping[str, float], widths: Mapping[str, float], gap: float
) -> dict[str, float]:
    """As near to what is wanted as the order and the widths allow, by least squares.

    With the room that those before it need taken off, each may stand anywhere from the one before it on: isotonic
    regression, by pooling neighbours that want to pass each other. M. Ayer, H. Brunk, G. Ewing, W. Reid and
    E. Silverman, "An Empirical Distribution Function for Sampling with Incomplete Information" (1955).
    """
    room, needed = [], 0.0
    for index, node in enumerate(row):
        if index:
            needed += (widths[row[index - 1]] + widths[node]) / 2 + gap
        room.append(needed)
    pools: list[tuple[float, int]] = []  # the mean of what some neighbours want, and how many they are
    for node, least in zip(row, room, strict=True):
        mean, count = wanted[node] - least, 1
        while pools and pools[-1][0] > mean:
            other, more = pools.pop()
            mean, count = (mean * count + other * more) / (count + more), count + more
        pools.append((mean, count))
    means = [mean for mean, count in pools for _ in range(count)]
    return {node: mean + least for node, mean, least in zip(row, means, room, strict=True)}
