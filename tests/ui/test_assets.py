"""What is shipped is credited, and can be used."""

from pathlib import Path

import pygame
import pytest

ASSETS = Path(__file__).resolve().parents[2] / "assets"
FILES = sorted(
    path
    for folder in ("fonts", "paintings", "music", "sounds")
    for path in (ASSETS / folder).rglob("*")
    if path.is_file()
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_asset_is_credited(path: Path) -> None:
    credits = (ASSETS / "CREDITS.md").read_text(encoding="utf-8")
    assert f"`{path.relative_to(ASSETS).as_posix()}`" in credits


def test_there_are_no_credits_for_what_is_not_there() -> None:
    credits = (ASSETS / "CREDITS.md").read_text(encoding="utf-8")
    named = [word for word in credits.split("`") if "/" in word and "." in word and " " not in word]
    assert named
    assert [word for word in named if not (ASSETS / word).is_file()] == []


@pytest.mark.parametrize("path", sorted((ASSETS / "paintings").glob("*")), ids=lambda path: path.name)
def test_every_painting_is_large_enough(path: Path) -> None:
    wide, high = pygame.image.load(path).get_size()
    assert wide >= 1920
    assert high >= 1080
