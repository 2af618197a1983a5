"""Positions for the nodes of a graph, bands around them, and the ways of its links."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.atlas.layers import Link, downward, layers
from game.atlas.order import ordered
from game.atlas.placing import placed

GAP, LAYER_GAP = 24.0, 46.0
BAND_GAP, BAND_TITLE = 40.0, 30.0
_MOST_BENDS = 20_000  # where links are so many and long, the longest go straight
_BEND = 8.0


@dataclass(frozen=True, slots=True)
class Box:
    """A node to be drawn this large. Bands stand below one another by number, each around its nodes."""

    id: str
    width: float
    height: float
    band: int


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the drawing, in its own units, y downwards."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the middle of each node is, the points that each link passes from node to node, and the top and bottom of
    each band."""

    middles: Mapping[str, Point]
    ways: Mapping[Link, tuple[Point, ...]]
    bands: Mapping[int, tuple[float, float]]
    width: float
    height: float


def lay_out(boxes: Sequence[Box], links: Sequence[Link]) -> Layout:
    """The same graph, told in the same order, is laid out the same. Links from a node to itself have no way."""
    bands = {box.id: box.band for box in boxes}
    turned = downward(bands, list(dict.fromkeys(links)))
    layer = layers(bands, list(turned.values()))
    chains, bends = _chains(turned, layer)
    rows: list[list[str]] = [[] for _ in range(1 + max(layer.values(), default=0))]
    row_of = layer | bends
    for node, at in row_of.items():
        rows[at].append(node)
    steps = [step for chain in chains.values() for step in pairwise(chain)]
    short = [(above, below) for above, below in steps if row_of[below] - row_of[above] == 1]
    rows = ordered(rows, list(dict.fromkeys(short)))
    sizes = {box.id: box.width for box in boxes}
    x = placed(rows, short, {node: sizes.get(node, _BEND) for row in rows for node in row}, GAP)
    tops, heights, ends = _down(rows, boxes, bands)
    middles = {box.id: Point(x[box.id], tops[layer[box.id]] + heights[layer[box.id]] / 2) for box in boxes}
    left = min((middles[box.id].x - box.width / 2 for box in boxes), default=0.0) - GAP
    places = {node: Point(x[node] - left, tops[at] + heights[at] / 2) for node, at in row_of.items()}
    ways = {}
    for link, chain in chains.items():
        way = tuple(places[node] for node in chain)
        ways[link] = way if turned[link] == link else way[::-1]
    right = max((places[box.id].x + box.width / 2 for box in boxes), default=0.0)
    right = max([right, *(places[node].x for node in bends)])
    return Layout({box.id: places[box.id] for box in boxes}, ways, ends, right + GAP, _bottom(ends))


def _chains(turned: Mapping[Link, Link], layer: Mapping[str, int]) -> tuple[dict[Link, list[str]], dict[str, int]]:
    """For each link the nodes and bends that it leads over, downwards, and the layers of the bends."""
    chains: dict[Link, list[str]] = {}
    bends: dict[str, int] = {}
    spans = sorted(turned.items(), key=lambda each: layer[each[1][1]] - layer[each[1][0]])
    for link, (top, bottom) in spans:
        between = range(layer[top] + 1, layer[bottom])
        if len(bends) + len(between) > _MOST_BENDS:
            chains[link] = [top, bottom]
            continue
        names = [f"{link[0]} {link[1]} {at}" for at in between]  # no node's: their names have no spaces
        bends.update(zip(names, between, strict=True))
        chains[link] = [top, *names, bottom]
    return {link: chains[link] for link in turned}, bends


def _down(
    rows: Sequence[Sequence[str]], boxes: Sequence[Box], bands: Mapping[str, int]
) -> tuple[list[float], list[float], dict[int, tuple[float, float]]]:
    """The top and the height of each row, and where bands begin and end."""
    height = {box.id: box.height for box in boxes}
    tops, heights = [], []
    ends: dict[int, tuple[float, float]] = {}
    y, band = 0.0, None
    for row in rows:
        here = next((bands[node] for node in row if node in bands), band)
        if here != band and here is not None:
            y += BAND_TITLE if band is None else BAND_GAP + BAND_TITLE
            ends[here] = (y - BAND_TITLE, y)
        tall = max((height[node] for node in row if node in height), default=0.0)
        tops.append(y)
        heights.append(tall)
        if here is not None:
            ends[here] = (ends[here][0], y + tall + GAP)
        y += tall + LAYER_GAP
        band = here
    return tops, heights, ends


def _bottom(ends: Mapping[int, tuple[float, float]]) -> float:
    return max((end for _, end in ends.values()), default=0.0)
