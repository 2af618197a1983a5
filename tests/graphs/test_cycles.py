"""Cycles are found wherever there are some, against all nodes that lead back to themselves."""

from hypothesis import given
from hypothesis import strategies as st

from game.graphs.components import components
from game.graphs.cycles import cycles, goes_round

Graph = dict[int, list[int]]

NODES = range(6)
GRAPHS = st.fixed_dictionaries({node: st.lists(st.sampled_from(NODES), max_size=3) for node in NODES})


def leads_to(graph: Graph, start: int) -> set[int]:
    """All that is come to from there by one link or more."""
    found: set[int] = set()
    waiting = list(graph[start])
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting.extend(graph[node])
    return found


def links(cycle: list[int]) -> list[tuple[int, int]]:
    return list(zip(cycle, [*cycle[1:], cycle[0]], strict=True))


@given(GRAPHS)
def test_each_goes_round_by_links_of_the_graph(graph: Graph) -> None:
    for cycle in cycles(graph):
        assert len(set(cycle)) == len(cycle)
        assert all(goal in graph[node] for node, goal in links(cycle))


@given(GRAPHS)
def test_without_the_last_link_of_each_nothing_goes_round(graph: Graph) -> None:
    last = {links(cycle)[-1] for cycle in cycles(graph)}
    left = {node: [goal for goal in goals if (node, goal) not in last] for node, goals in graph.items()}
    assert not any(node in leads_to(left, node) for node in NODES)


@given(GRAPHS)
def test_a_component_goes_round_if_its_nodes_lead_back_to_themselves(graph: Graph) -> None:
    for component in components(graph):
        back = {node in leads_to(graph, node) for node in component}
        assert back == {goes_round(component, graph[component[0]])}


def test_links_to_what_is_no_node_are_passed_over() -> None:
    assert list(cycles({"a": ["b", "elsewhere"], "b": ["elsewhere", "a"]})) == [["a", "b"]]
