"""A story of four times the size takes about four times as long to prove."""

from collections.abc import Callable
from dataclasses import replace

from game.prove.explore.proof import prove
from game.prove.findings.causes import told
from game.prove.findings.defects import Subject, defects
from game.prove.findings.messages import findings
from game.story.model import End, Fork, Onward
from game.story.prose import Either, Words
from game.story.variables import Assign
from tests.growth import LINEAR, growth
from tests.play.plays import held, line, menu, option, scene, story


def test_telling_apart_the_options_of_a_menu_grows_as_the_menu_does() -> None:
    """They lead to one scene, and each shows words of its own on the way."""

    def made(size: int) -> Callable[[], object]:
        options = [option(f"o{n}", "end", then=(line(f"Way {n}."),)) for n in range(size)]
        whole = story(scene("hall", "Ways.", way=menu(*options)), scene("end", "Over.", way=End("home")))
        return lambda: prove(whole)

    assert growth(made, 300) < LINEAR


def test_options_that_read_the_same_are_told_in_time_that_grows_as_the_menu_does() -> None:
    """Each with the first alone, or there would be as many findings as there are pairs."""

    def made(size: int) -> Callable[[], object]:
        options = [replace(option(f"o{n}", f"s{n}"), say=(Words("On."),)) for n in range(size)]
        rest = [scene(f"s{n}", f"Room {n}.", way=End("home")) for n in range(size)]
        whole = story(scene("hall", "Ways.", way=menu(*options)), *rest)
        assert len(prove(whole).alike) == size - 1
        return lambda: defects(prove(whole))

    assert growth(made, 100) < LINEAR


def test_what_follows_from_what_grows_as_the_story_does() -> None:
    """Scenes that nothing leads to, each leading to the next."""

    def made(size: int) -> Callable[[], object]:
        row = [scene(f"s{n}", "On.", way=Onward((Fork(f"s{n + 1}"),))) for n in range(size)]
        over = [scene(id, "Over.", way=End("home")) for id in ("end", f"s{size}")]
        proof = prove(story(over[0], *row, over[1]))
        found = defects(proof)
        assert sum(key in found for key in (Subject("scene", f"s{n}") for n in range(size))) == size
        return lambda: list(told(proof, found))

    assert growth(made, 300) < LINEAR


def test_what_is_stumbled_over_grows_as_the_paragraph_does() -> None:
    """Words that are left out, and a comma after each."""

    def made(size: int) -> Callable[[], object]:
        parts = [part for _ in range(size) for part in (Either(held("lit", True), (Words("so"),), ()), Words(", so "))]
        look = option("look", "hall", changes=(Assign("lit", True),))
        whole = story(
            scene("hall", line("So ", tuple(parts)), way=menu(look, option("go", "end"))),
            scene("end", "Over.", way=End("home")),
        )
        assert sum(each.code == "space-stray" for each in findings(prove(whole))) == size
        return lambda: findings(prove(whole))

    assert growth(made, 150) < LINEAR
