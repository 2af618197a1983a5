"""Ogg files that are chains of short streams, and the sound that they are together.

SDL's mixer is locked for as long as it decodes a stream: no fade goes on, and what plays falters. A minute of music in
one piece would lock it for a fifth of a second, so the game's are chains of some four seconds each. A chain is still
one file that any player plays; one that was not made as a chain is decoded in one piece.
"""

import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pygame

_MAGIC, _HEADER, _FIRST = b"OggS", 27, 2


def links(data: bytes) -> tuple[bytes, ...]:
    """The streams that follow each other in a file; the whole as one if it is anything else."""
    starts = [at for at, flags in _pages(data) if flags & _FIRST]
    return tuple(data[start:end] for start, end in pairwise((*starts, len(data)))) if starts[:1] == [0] else (data,)


def _pages(data: bytes) -> Iterator[tuple[int, int]]:
    """Where each page begins, and its flags, as far as there are whole pages."""
    at = 0
    while data.startswith(_MAGIC, at) and at + _HEADER <= len(data):
        yield at, data[at + 5]
        segments = data[at + 26]
        at += _HEADER + segments + sum(data[at + _HEADER : at + _HEADER + segments])


def decoded(path: Path) -> Iterator[pygame.mixer.Sound | None]:
    """The sound, after a None for each link that is decoded.

    Raises OSError or pygame.error if the file cannot be read.
    """
    parts = links(path.read_bytes())
    if len(parts) == 1:
        yield pygame.mixer.Sound(path)
        return
    samples = list[bytes]()
    # As files: to read from memory, SDL would have to ask Python for every byte while the mixer waits.
    with tempfile.TemporaryDirectory() as folder:
        link = Path(folder) / "link.ogg"
        for part in parts:
            link.write_bytes(part)
            samples.append(pygame.mixer.Sound(link).get_raw())
            yield None
    yield pygame.mixer.Sound(buffer=b"".join(samples))
