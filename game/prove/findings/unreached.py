"""Why scenes are never reached: the ways to them that are never taken, or that there are none."""

from collections.abc import Iterator, Mapping

from game.graphs.components import components
from game.prove.explore.coverage import Facts
from game.prove.program.ir import Branch, Branches, Offer, Offers, Page, Program


def closed_ways(program: Program, facts: Facts) -> dict[str, list[tuple[Page, Offer | Branch]]]:
    """For each scene that is never reached, the ways that lead to it from scenes that are."""
    found: dict[str, list[tuple[Page, Offer | Branch]]] = {}
    for page in program.pages.values():
        if page.id in facts.scenes:
            for goal, way in _ways(page):
                if goal not in facts.scenes:
                    found.setdefault(goal, []).append((page, way))
    return found


def _ways(page: Page) -> Iterator[tuple[str, Offer | Branch]]:
    match page.exit:
        case Offers(offers):
            yield from ((offer.choice.go, offer) for offer in offers)
        case Branches(branches):
            yield from ((branch.fork.go, branch) for branch in branches)
        case _:
            pass


def unreached_groups(program: Program, facts: Facts) -> Iterator[tuple[list[str], Mapping[str, None]]]:
    """The scenes never reached, those that lead round to one another together, in the order written; and the scenes
    outside of the group, never reached either, that lead into it. A group comes after those that lead into it."""
    before: dict[str, dict[str, None]] = {id: {} for id in program.pages if id not in facts.scenes}
    for page in program.pages.values():
        if page.id not in facts.scenes:
            for goal in page.goals():
                if goal in before:
                    before[goal][page.id] = None
    for component in components(before):
        together = set(component)
        group = [id for id in before if id in together] if len(component) > 1 else component
        leading = {id: None for each in group for id in before[each] if id not in together}
        yield group, leading
