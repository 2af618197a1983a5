"""What holds of every graph that is laid out."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from game.atlas.layers import Link, downward, layers
from game.atlas.layout import GAP, Box, lay_out
from game.atlas.order import crossings, ordered
from game.atlas.placing import placed

often = settings(max_examples=150)
Graph = tuple[list[Box], list[Link]]


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    count = draw(st.integers(1, 14))
    boxes = [
        Box(
            f"n{number}",
            draw(st.sampled_from((20.0, 60.0, 150.0))),
            draw(st.sampled_from((20.0, 40.0))),
            draw(st.integers(1, 3)),
        )
        for number in range(count)
    ]
    node = st.sampled_from([box.id for box in boxes])
    return boxes, draw(st.lists(st.tuples(node, node), max_size=30))


@often
@given(graphs())
def test_every_link_leads_down_once_some_are_turned(graph: Graph) -> None:
    boxes, links = graph
    bands = {box.id: box.band for box in boxes}
    turned = downward(bands, links)
    assert turned.keys() == {(source, goal) for source, goal in links if source != goal}
    assert all(each in ((source, goal), (goal, source)) for (source, goal), each in turned.items())
    layer = layers(bands, list(turned.values()))
    assert all(layer[source] < layer[goal] for source, goal in turned.values())
    assert all(layer[a] < layer[b] for a in bands for b in bands if bands[a] < bands[b])


@often
@given(graphs())
def test_a_graph_without_rounds_is_not_turned(graph: Graph) -> None:
    boxes, links = graph
    order = {box.id: (box.band, index) for index, box in enumerate(boxes)}
    forward = [(a, b) for a, b in links if order[a] < order[b]]
    turned = downward({box.id: box.band for box in boxes}, forward)
    assert all(link == each for link, each in turned.items())


@often
@given(graphs())
def test_boxes_never_overlap_and_stand_in_their_bands(graph: Graph) -> None:
    boxes, links = graph
    layout = lay_out(boxes, links)
    for one, other in combinations(boxes, 2):
        a, b = layout.middles[one.id], layout.middles[other.id]
        apart = abs(a.x - b.x) >= (one.width + other.width) / 2 + GAP - 1e-6
        assert apart or abs(a.y - b.y) >= (one.height + other.height) / 2
    for box in boxes:
        top, bottom = layout.bands[box.band]
        middle = layout.middles[box.id]
        assert top <= middle.y - box.height / 2 <= middle.y + box.height / 2 <= bottom
        assert middle.x - box.width / 2 >= 0
        assert middle.x + box.width / 2 <= layout.width
    spans = [layout.bands[band] for band in sorted(layout.bands)]
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert layout.height == max(bottom for _, bottom in spans)


@often
@given(graphs())
def test_every_way_goes_from_its_source_to_its_goal(graph: Graph) -> None:
    boxes, links = graph
    layout = lay_out(boxes, links)
    assert layout.ways.keys() == {(source, goal) for source, goal in links if source != goal}
    for (source, goal), way in layout.ways.items():
        assert (way[0], way[-1]) == (layout.middles[source], layout.middles[goal])
        heights = [point.y for point in way]
        assert heights in (sorted(heights), sorted(heights, reverse=True))


@often
@given(graphs())
def test_the_same_graph_is_laid_out_the_same(graph: Graph) -> None:
    boxes, links = graph
    assert lay_out(boxes, links) == lay_out(list(boxes), list(links))


@often
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=25, unique=True))
def test_crossings_are_counted_and_never_grow(pairs: list[tuple[int, int]]) -> None:
    rows = [[f"a{n}" for n in range(7)], [f"b{n}" for n in range(7)]]
    below: dict[str, list[str]] = {}
    for a, b in pairs:
        below.setdefault(f"a{a}", []).append(f"b{b}")
    naive = sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(pairs, 2))
    assert crossings(rows, below) == naive
    better = ordered(rows, [(f"a{a}", f"b{b}") for a, b in pairs])
    assert [sorted(row) for row in better] == rows
    assert crossings(better, below) <= naive


def test_a_plain_tangle_is_untangled() -> None:
    rows = [["a", "b"], ["x", "y"]]
    assert crossings(ordered(rows, [("a", "y"), ("b", "x")]), {"a": ["y"], "b": ["x"]}) == 0


def test_a_chain_stands_straight() -> None:
    x = placed([["a"], ["b"], ["c"]], [("a", "b"), ("b", "c")], dict.fromkeys("abc", 10.0), 5.0)
    assert x["a"] == x["b"] == x["c"]


def test_nothing_is_laid_out_as_nothing() -> None:
    layout = lay_out([], [])
    assert (dict(layout.middles), layout.height) == ({}, 0.0)
