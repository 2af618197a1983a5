"""Vorbis files, written as chains of short links and read back.

SDL's mixer stands still while it decodes a file. So a long one is a chain: several Ogg streams one after the other,
which the game decodes one at a time. They are cut from one stream without coding it anew, and join to the sample.
"""

import io
import itertools
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import soundfile

from kit.signal import BLOCK, SR, Audio

LINK = 192 * BLOCK  # about four seconds
_AROUND = 96 * BLOCK


def encode(x: Audio, target: Path, quality: float, *, loops: bool) -> None:
    """A loop is encoded with what comes before and after it, and then cut out: Vorbis is rough at its ends."""
    around = _AROUND if loops else 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tape, whole = folder / "tape.wav", folder / "whole.ogg"
        soundfile.write(tape, np.concatenate([x[len(x) - around :], x, x[:around]]), SR, "PCM_24")
        _run("oggenc", "-Q", "-q", quality, "--serial", 1, tape, "-o", whole)
        if loops:
            _, whole = _cut(whole, around)
            whole, _ = _cut(whole, len(x))
        links, left = [], len(x)
        while left >= 1.5 * LINK:
            link, whole = _cut(whole, LINK)
            links.append(link)
            left -= LINK
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(b"".join(link.read_bytes() for link in (*links, whole)))


def decode(file: Path) -> Audio:
    """The whole of a chain."""
    return np.concatenate([soundfile.read(io.BytesIO(link), always_2d=True)[0] for link in links(file.read_bytes())])


def links(data: bytes) -> list[bytes]:
    """The streams that follow each other in a file."""
    starts = [*(at for at, first in _pages(data) if first), len(data)]
    return [data[start:end] for start, end in itertools.pairwise(starts)]


def _pages(data: bytes) -> Iterator[tuple[int, bool]]:
    """Where each page begins, and whether a stream begins with it."""
    at = 0
    while at < len(data):
        yield at, bool(data[at + 5] & 2)
        segments = data[at + 26]
        at += 27 + segments + sum(data[at + 27 : at + 27 + segments])


def _cut(file: Path, at: int) -> tuple[Path, Path]:
    """A file as two, the second beginning with that sample."""
    one, two = (file.with_name(f"{file.stem}{side}.ogg") for side in "ab")
    _run("vcut", file, one, two, at)
    return one, two


def _run(*command: object) -> None:
    subprocess.run(list(map(str, command)), check=True, capture_output=True)  # noqa: S603
