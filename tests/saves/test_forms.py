"""Saves of a story whose accents were typed apart, in the same story as it is read today."""

import json
import unicodedata
from typing import Any

from game.play.playthrough import start
from game.saves.formats.coding import decode_run, encode_run
from game.saves.formats.fingerprints import Fingerprints
from game.saves.formats.saved_run import saved_run
from game.saves.formats.seen import Seen, decode_seen, encode_seen
from game.saves.runs.replay import replay_run
from game.story.model import End
from game.story.names import apart_id
from tests.play.plays import menu, option, scene, story, take

TALE = story(
    scene("café", "A café.", way=menu(option("un_café_noir", "forêt"), option("stay", "café"))),
    scene("forêt", "A wood.", way=menu(option("go", "end"))),
    scene("end", "The end.", way=End("home")),
)


def apart(content: Any) -> Any:
    """As it was written when accents were typed apart: ids that words gave ended at each."""
    return json.loads(
        unicodedata.normalize(
            "NFD", json.dumps(content, ensure_ascii=False).replace("un_café_noir", apart_id("un_café_noir"))
        )
    )


def test_the_id_that_words_gave_ended_at_every_accent() -> None:
    assert apart_id("un_café_noir") == "un_cafe_noir"
    assert apart_id("les_cafés") == "les_cafe_s"
    assert apart_id("stay") == "stay"


def test_a_save_leads_to_the_same_moment() -> None:
    at = take(TALE, start(TALE), "un_café_noir")
    save = decode_run(apart(encode_run(saved_run(TALE, at, Fingerprints(TALE)))))
    loaded = replay_run(TALE, save, Fingerprints(TALE))
    assert loaded.same, loaded.cause
    assert loaded.playthrough.now.scene == "forêt"
    assert loaded.playthrough.now.chosen == {("café", "un_café_noir")}


def test_what_was_seen_is_still_known() -> None:
    seen = Seen(scenes=frozenset({"café"}), endings={"forêt": None})
    assert decode_seen(apart(encode_seen(seen))) == seen
