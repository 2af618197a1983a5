"""Numbers as a book sets them, and words cut short."""

_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()


def in_words(number: int) -> str:
    """A number from 1; beyond twenty in digits."""
    return _SMALL[number - 1] if 1 <= number <= len(_SMALL) else str(number)


def shortened(words: str, most: int) -> str:
    """As many whole words as are no longer than that many signs, with a mark where more would follow."""
    if len(words) <= most:
        return words
    kept, _, _ = words[:most].rpartition(" ")
    return f"{(kept or words[: most - 1]).rstrip(' ,;:—–-')}…"
