"""What is shipped is credited, and can be used."""

from fnmatch import fnmatch
from pathlib import Path

import pygame
import pytest

ASSETS = Path(__file__).resolve().parents[2] / "assets"
FILES = sorted(
    path
    for folder in ("fonts", "paintings", "music", "sounds", "ambiences", "interface")
    for path in (ASSETS / folder).rglob("*")
    if path.is_file()
)


def credited() -> list[str]:
    """The files, or patterns of files, that the credits name."""
    credits = (ASSETS / "CREDITS.md").read_text(encoding="utf-8")
    return [word for word in credits.split("`")[1::2] if "/" in word and "." in word and " " not in word]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_asset_is_credited(path: Path) -> None:
    assert any(fnmatch(path.relative_to(ASSETS).as_posix(), pattern) for pattern in credited())


def test_there_are_no_credits_for_what_is_not_there() -> None:
    assert credited()
    assert [pattern for pattern in credited() if not any(ASSETS.glob(pattern))] == []


def test_all_sound_together_is_small_enough() -> None:
    heard = [path for path in FILES if path.suffix == ".ogg"]
    assert sum(path.stat().st_size for path in heard) <= 25_000_000


@pytest.mark.parametrize("path", sorted((ASSETS / "paintings").glob("*")), ids=lambda path: path.name)
def test_every_painting_is_large_enough(path: Path) -> None:
    """The pictures of endings lie in the dark behind the card, and may be half as large."""
    wide, high = pygame.image.load(path).get_size()
    least = 960 if path.name.startswith("ending_") else 1920
    assert wide >= least
    assert high >= least * 9 // 16
