"""Numbers as a book sets them."""

_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()


def in_words(number: int) -> str:
    """A number from 1; beyond twenty in digits."""
    return _SMALL[number - 1] if 1 <= number <= len(_SMALL) else str(number)
