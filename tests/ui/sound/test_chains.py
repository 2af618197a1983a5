"""Chains of Ogg streams, decoded a link at a time."""

import io
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.ui.sound.chains import decoded, links

ASSETS = Path(__file__).parents[3] / "assets"


@pytest.fixture
def mixer() -> Iterator[None]:
    pygame.mixer.init(48000, -16, 2, 1024, allowedchanges=0)
    yield
    pygame.mixer.quit()


def whole(path: Path) -> pygame.mixer.Sound:
    *steps, sound = decoded(path)
    assert steps == [None] * len(steps)
    assert sound is not None
    return sound


def test_a_chain_is_its_links_one_after_the_other(mixer: None) -> None:
    path = ASSETS / "ambiences" / "cavern.ogg"
    parts = links(path.read_bytes())
    assert len(parts) > 3
    assert b"".join(parts) == path.read_bytes()
    assert whole(path).get_raw() == b"".join(_alone(part).get_raw() for part in parts)


def _alone(link: bytes) -> pygame.mixer.Sound:
    return pygame.mixer.Sound(io.BytesIO(link))


def test_a_short_sound_is_one_link(mixer: None) -> None:
    path = ASSETS / "interface" / "open.ogg"
    assert links(path.read_bytes()) == (path.read_bytes(),)
    assert whole(path).get_raw() == pygame.mixer.Sound(path).get_raw()


@pytest.mark.parametrize("data", [b"", b"RIFF....WAVE", b"OggS", b"OggS" + bytes(30), b"xOggS" + bytes([0, 2]) * 30])
def test_what_is_no_chain_is_left_whole(data: bytes) -> None:
    assert links(data) == (data,)


def test_a_chain_that_breaks_off_still_has_its_links(mixer: None) -> None:
    data = (ASSETS / "ambiences" / "cavern.ogg").read_bytes()
    assert b"".join(links(data[:-1000])) == data[:-1000]


def test_what_cannot_be_read_is_an_error(mixer: None, tmp_path: Path) -> None:
    (tmp_path / "broken.ogg").write_bytes(b"OggS and no more")
    with pytest.raises(pygame.error):
        whole(tmp_path / "broken.ogg")
    with pytest.raises(OSError, match="nothing"):
        whole(tmp_path / "nothing.ogg")
