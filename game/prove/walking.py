"""Every part of a story's texts, passages once."""

from collections.abc import Iterator

from game.prove.program import Alter, Body, Offer, Offers, Part, Program, Split, Turn, Turns, Wording


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
