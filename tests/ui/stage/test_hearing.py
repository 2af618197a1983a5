"""What the game lets be heard: the place's ambience, the tension, the player's touches, and captions of sounds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pygame

from game.saves.preferences import PlayerSettings, Preferences
from game.story.model import Arrive, Hear, Music, Sound, Story
from game.ui.stage.caption import Caption

if TYPE_CHECKING:
    from tests.ui.conftest import Player, Tale

    Seat: TypeAlias = Callable[..., Player]

ASSETS = Path(__file__).resolve().parents[3] / "assets"
CAPTIONED = PlayerSettings(Preferences(captions=True))


def noisy(tale: Tale) -> Story:
    scene = tale.scene(
        "start", Arrive("cave"), Music("calm", 2), "a", Hear("bang"), Hear("hiss"), "b" * 200, way=tale.go("end")
    )
    story = tale.story(scene, sounds={"bang": Sound("bang", "A bang."), "hiss": Sound("hiss")})
    cave = replace(story.places["cave"], ambience="drips")
    return replace(story, places={**story.places, "cave": cave})


def caption_of(player: Player) -> Caption | None:
    return player.game.stage.caption


def test_a_place_is_heard_and_music_with_its_tension(tale: Tale, play: Seat) -> None:
    player = play(noisy(tale))
    assert (player.heard.music, player.heard.ambience) == (Music("title"), "drips"), (
        "the title is shown over the first place"
    )
    player.begin()
    player.wait(1)
    assert (player.heard.music, player.heard.ambience) == (Music("calm", 2), "drips")


def test_captions_are_of_sounds_that_have_one_and_only_for_who_wants_them(tale: Tale, play: Seat) -> None:
    for kept, words in ((PlayerSettings(), None), (CAPTIONED, "A bang.")):
        player = play(noisy(tale), kept=kept)
        player.begin()
        player.wait(2)
        assert player.heard.noises == ["bang", "hiss"]
        caption = caption_of(player)
        assert (caption.text if caption else None) == words


def test_a_caption_is_seen_and_goes_by_itself(tale: Tale, play: Seat) -> None:
    player = play(noisy(tale), kept=CAPTIONED)
    player.begin()
    while caption_of(player) is None:
        player.wait(0.1)
    player.wait(1)
    with_caption = pygame.image.tobytes(player.window.canvas, "RGB")
    caption = caption_of(player)
    player.game.stage.caption = None
    player.game.stage.change()
    player.game.frame(0)
    assert pygame.image.tobytes(player.window.canvas, "RGB") != with_caption
    player.game.stage.caption = caption
    player.wait(10)
    assert caption_of(player) is None


def test_a_caption_is_not_seen_over_the_menu(tale: Tale, play: Seat) -> None:
    player = play(noisy(tale), kept=CAPTIONED)
    player.begin()
    while caption_of(player) is None:
        player.wait(0.1)
    player.press(pygame.K_ESCAPE)
    assert caption_of(player) is None


def test_touches_are_heard(tale: Tale, play: Seat) -> None:
    player = play(tale.simple())
    player.begin()
    player.finish_page()
    player.heard.ui_sounds.clear()
    player.press(pygame.K_DOWN)
    player.press(pygame.K_ESCAPE, pygame.K_ESCAPE)
    player.press(pygame.K_1)
    assert player.heard.ui_sounds == ["move", "open", "back", "choose"]


def test_every_touch_has_its_sound() -> None:
    assert {path.stem for path in (ASSETS / "interface").glob("*.ogg")} == {"move", "choose", "page", "open", "back"}
