"""How it is told that something could not be done."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is nothing to load, in a sentence."""

    why: str


def words_of(error: OSError) -> str:
    """What the system says of it, without the numbers and names that Python puts around that."""
    return error.strerror or str(error)
