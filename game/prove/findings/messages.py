"""What the proof found, as messages: each defect once, at its own place, with a route that shows it."""

from collections.abc import Iterator, Mapping
from math import prod

from game.prove.explore.proof import ROUTE_BUDGET, Proof, Unproved
from game.prove.findings.causes import told
from game.prove.findings.defects import Defect, Key, defects
from game.prove.program.liveness import slots_of
from game.story.catalogue import CATALOGUE, diagnostic
from game.story.diagnostic import Diagnostic, Severity

MOST_FOR_ROUTES = 8_000_000  # nodes, for the routes of all findings together
_MOST_REMEMBERED = 3
_NO_ROUTE = "one that would take too long to find"


def findings(proof: Proof) -> tuple[Diagnostic, ...]:
    """Every finding, in the order of their places."""
    return tuple(sorted(_told(proof), key=lambda each: each.at))


def _told(proof: Proof) -> Iterator[Diagnostic]:
    found = defects(proof)
    telling = list(told(proof, found))
    telling.sort(key=lambda each: CATALOGUE[found[each[0]].code].severity is not Severity.ERROR)
    left = MOST_FOR_ROUTES  # spent on the gravest first
    for done, (key, cause) in enumerate(telling):
        proof.transfer.tell("Finding routes", done, len(telling))
        budget = min(left, ROUTE_BUDGET)
        yield _message(proof, found, key, cause, budget)
        if found[key].targets is not None:
            left -= budget - max(0, proof.transfer.space.left)
    if not proof.complete:
        start = proof.story.scenes[proof.story.start]
        unproved = ", ".join(_unproved(proof.unproved()))
        scene, remembered = _remembered(proof)
        yield diagnostic("proof-unfinished", start.at, unproved=unproved, scene=scene, remembered=remembered)


def _remembered(proof: Proof) -> tuple[str, str]:
    """The scene at which the most must be told apart, and by what: that of which there is most first."""
    slots, live = proof.program.slots.all, proof.transfer.live
    scene = max(proof.program.scenes, key=lambda each: prod(slots[slot].size for slot in slots_of(live[each])))
    here = sorted((slots[slot] for slot in slots_of(live[scene])), key=lambda slot: -slot.size)
    told = [f"{slot.name} ({slot.size:,} values)" for slot in here[:_MOST_REMEMBERED]]
    more = f", and {len(here) - _MOST_REMEMBERED:,} more" if len(here) > _MOST_REMEMBERED else ""
    return scene, ", ".join(told) + more


def _unproved(left: Unproved) -> Iterator[str]:
    """What was not proved, in a few words; its names are told where there is room."""
    for named, what in ((left.scenes, "scenes"), (left.endings, "endings"), (left.options, "options")):
        if named:
            yield f"that {len(named):,} {what} are never met ({named[0]}{', …' if len(named) > 1 else ''})"
    yield from left.also


def _message(proof: Proof, found: Mapping[Key, Defect], key: Key, cause: Key | None, budget: int) -> Diagnostic:
    defect = found[key]
    details: dict[str, object] = dict(defect.details)
    if defect.targets is not None:
        details["route"] = str(proof.route(defect.targets, budget) or _NO_ROUTE)
    if cause is not None:
        why = found[cause]
        details["hint"] = f"{CATALOGUE[why.code].message.format(**why.details)} ({why.at})"
    return diagnostic(defect.code, defect.at, **details)
