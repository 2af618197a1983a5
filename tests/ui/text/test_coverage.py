"""The letters that the fonts have, and those that the window needs."""

import ast
import runpy
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.authoring.assets.letters import read_faces
from game.ui.text.fonts import FILES, Family, Fonts

ROOT = Path(__file__).resolve().parents[3]
FONTS = ROOT / "assets/fonts"
COVERED = read_faces(FONTS / "coverage.txt")


def test_the_list_of_letters_is_that_of_the_fonts() -> None:
    made = runpy.run_path(str(ROOT / "assets/make/fonts/coverage.py"))
    assert (FONTS / "coverage.txt").read_text(encoding="ascii") == made["coverage"]()


def test_every_cut_that_the_window_opens_is_in_the_list() -> None:
    made = runpy.run_path(str(ROOT / "assets/make/fonts/coverage.py"))
    for family in Family:
        opened = set(FILES[family].values())
        assert opened <= {path.name for path in FONTS.glob(f"{made['FAMILIES'][family.value]}-*.?tf")}


def words_of(file: Path) -> Iterator[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    named = {id(value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and (value := node.value)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in named:
            yield node.value


def test_every_typeface_has_all_letters_that_the_window_shows_of_itself() -> None:
    files = [*(ROOT / "game/ui").rglob("*.py"), *(ROOT / "game/saves").rglob("*.py"), ROOT / "game/app.py"]
    used = {sign for file in files for words in words_of(file) for sign in words if sign.isprintable()}
    assert "−" in used
    for family, letters in COVERED.items():
        assert used <= letters, family


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\u2060", "\ufeff", "\u202e"])
def test_what_has_no_width_is_drawn_as_nothing(sign: str) -> None:
    from game.ui.text.typesetter import Typesetter
    from game.ui.theme.metrics import Metrics
    from game.ui.theme.palette import PALETTE

    type = Typesetter(Fonts(FONTS), Metrics.of((1280, 720)))
    canvas = pygame.Surface((300, 100), pygame.SRCALPHA)
    for set in (type.capitals, type.span):
        type.draw(canvas, type.block(set(sign, 20, PALETTE.ink), 200), (10, 10))
        assert not canvas.get_bounding_rect().width
        type.draw(canvas, type.block(set(f"{sign}Mara", 20, PALETTE.ink), 200), (10, 50))
        canvas.fill((0, 0, 0, 0))
