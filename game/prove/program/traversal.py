"""Every part of a story's texts, passages once."""

from collections.abc import Iterator

from game.prove.program.ir import Alter, Body, Offer, Offers, Part, Program, Split, Turn, Turns, Wording


def texts(program: Program) -> Iterator[Body]:
    """Every text: of scenes, of what follows options, of passages."""
    for page in program.pages.values():
        yield page.body
        if isinstance(page.exit, Offers):
            yield from (offer.then for offer in page.exit.offers)
    yield from program.passages.values()


def parts(body: Body) -> Iterator[Part]:
    """Every part, outer before inner, in the order written. Included passages are not entered."""
    for part in body.parts:
        yield part
        if isinstance(part, Turn):
            yield from parts(part.then)
            yield from parts(part.other)


def alters(program: Program) -> Iterator[Alter]:
    """Every change to a variable."""
    for body in texts(program):
        yield from (part for part in parts(body) if isinstance(part, Alter))
    for offer in offers(program):
        yield from offer.changes


def offers(program: Program) -> Iterator[Offer]:
    for page in program.pages.values():
        if isinstance(page.exit, Offers):
            yield from page.exit.offers


def inlines(wording: Wording) -> Iterator[Split | Turns]:
    """Every inline part, outer before inner, in the order written."""
    for part in wording:
        match part:
            case Split(_, _, _, then, other):
                yield part
                yield from inlines(then)
                yield from inlines(other)
            case Turns(_, _, _, wordings):
                yield part
                for each in wordings:
                    yield from inlines(each)
            case _:
                pass


def owned(program: Program) -> Iterator[tuple[Alter, list[Turn | Offer | str]]]:
    """Every change to a variable, with what it depends on: the `if`s around it, its option, its scene by id."""
    for page in program.pages.values():
        yield from _owned(page.body, [page.id])
        if isinstance(page.exit, Offers):
            for offer in page.exit.offers:
                around: list[Turn | Offer | str] = [page.id, offer]
                yield from ((change, around) for change in offer.changes)
                yield from _owned(offer.then, around)
    for body in program.passages.values():
        yield from _owned(body, [])


def _owned(body: Body, around: list[Turn | Offer | str]) -> Iterator[tuple[Alter, list[Turn | Offer | str]]]:
    for part in body.parts:
        if isinstance(part, Alter):
            yield part, around
        elif isinstance(part, Turn):
            yield from _owned(part.then, [*around, part])
            yield from _owned(part.other, [*around, part])
