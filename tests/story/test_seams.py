"""What is wrong where braces meet the words beside them, in the typographies of several languages, and what is right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.condition_parser import Names
from game.story.conditions import holds
from game.story.prose import Cycle, Either, Piece, Prose, Seam, Shown, Words, always_shows, pieces_of
from game.story.prose_parser import parse_inline
from game.story.seams import CLOSES, CLOSES_WORDS, OPENS, OPENS_WORDS, Tail, at_end, with_seam, with_words
from game.story.source_location import SourceLocation
from game.story.variables import Flag, OneOf, Value, Variable

FLAGS = ("a", "b")
NAMES = Names({**{name: Variable(name, Flag(), start=False) for name in FLAGS}, "who": Variable("who", OneOf(("Mara", "nobody")), "Mara")}, {}, {}, {})  # fmt: skip


class Known:
    """One state: the flags that are yes."""

    def __init__(self, yes: str) -> None:
        self.values: dict[str, Value] = {**{name: name in yes for name in FLAGS}, "who": "Mara"}
        self.visits: dict[str, int] = {}
        self.chosen: set[tuple[str, str]] = set()
        self.ended: set[str] = set()


def read(text: str) -> Prose:
    prose, wrong = parse_inline(text, NAMES, lambda index: SourceLocation("prose", 1, index + 1))
    assert wrong == ()
    return prose


def told(prose: Prose, yes: str) -> list[str]:
    """The codes of all that is wrong with it where these flags are yes."""
    known, tail, found = Known(yes), Tail(), list[str]()

    def choose(part: Shown | Either | Cycle) -> Prose:
        match part:
            case Shown(variable):
                return (Words(str(known.values[variable])),)
            case Either(condition, then, other):
                return then if holds(condition, known) else other
            case Cycle(wordings):
                return wordings[0]

    for piece in pieces_of(prose, choose):
        match piece:
            case Piece(text):
                tail, faults = with_words(tail, text)
                found += [fault.code for fault in faults]
            case Seam(part, opens):
                certain = always_shows((part,))
                sign = (OPENS_WORDS if certain else OPENS) if opens else (CLOSES_WORDS if certain else CLOSES)
                tail = with_seam(tail, sign, 0)
    return [*found, *(fault.code for fault in at_end(tail))]


@pytest.mark.parametrize(
    ("text", "yes", "code"),
    [
        ("Come {a ? in}, child.", "", "space-stray"),
        ("There is {a ? a boat} .", "", "space-stray"),
        ("There is {a ? a boat}.", "", "space-stray"),
        ("A rope {a ? , wet,} lies there.", "a", "space-stray"),
        ("Is it {a ? you}?", "", "space-stray"),
        ("She waits {a ? still}…", "", "space-stray"),
        ("She (the {a ? old}) nods.", "", "space-stray"),
        ("She ({a ? once} ours) nods.", "", "space-stray"),
        ("“Come {a ? in}”", "", "space-stray"),
        ("Venez\u202f{a ? donc}\u00a0!", "", "space-stray"),
        ("{a ? Non}\u00a0{b ? oui}", "b", "space-stray"),
        ("Two, {a ? three}, four.", "", "stop-stray"),
        ("No. {a ? Yes}. Perhaps.", "", "stop-stray"),
        ("It is over{a ? .}.", "a", "stop-stray"),
        ("Why{a ? ?}.", "a", "stop-stray"),
        ("Well{a ? , then,}.", "a", "stop-stray"),
        ("{a ? Well}, go on.", "", "stop-stray"),
        ("“{a ? Well}, go on.”", "", "stop-stray"),
        ("{a ? Well}!", "", "stop-stray"),
        ("A rope — {a ? wet} — lies there.", "", "stop-stray"),
        ("Quoi ! {a ? Où} ?", "", "stop-stray"),
        ("She says “{a ? no}”.", "", "marks-empty"),
        ("She says ‘{a ? no}’.", "", "marks-empty"),
        ('She says "{a ? no}".', "", "marks-empty"),
        ("She says '{a ? no}'.", "", "marks-empty"),
        ("Elle dit « {a ? non} ».", "", "marks-empty"),
        ("Sie sagt „{a ? nein}“.", "", "marks-empty"),
        ("Sie sagt »{a ? nein}«.", "", "marks-empty"),
        ("Hän sanoo ”{a ? ei}”.", "", "marks-empty"),
        ("Dice: ¿{a ? qué}?", "", "marks-empty"),
        ("她说「{a ? 不}」。", "", "marks-empty"),
        ("A box [{a ? shut}] stands there.", "", "marks-empty"),
        ("A box (*{a ? shut}*) stands there.", "", "marks-empty"),
        ("A box ({a ? shut} {b ? fast}) stands there.", "", "marks-empty"),
        ("It is over.{a ? Go.}", "a", "words-glued"),
        ("“It is over.”{a ? “Go.”}", "a", "words-glued"),
        ("It is over, {a ? they say.}Nobody moves.", "a", "words-glued"),
        ("It is over.{who} nods.", "", "words-glued"),
        ("Come in,{a ? child}.", "a", "words-glued"),
        ("Come in!{a ? she} says.", "a", "words-glued"),
        ("The {a ? old}{b ? brown} boat.", "ab", "words-glued"),
        ("{a ? Nobody} — {b ? nothing}", "", "paragraph-bare"),
        ("{a ? Nobody}…", "", "paragraph-bare"),
        ("({a ? Nobody} — {b ? nothing}", "", "paragraph-bare"),
    ],
)  # fmt: skip
def test_what_a_reader_stumbles_over(text: str, yes: str, code: str) -> None:
    assert code in told(read(text), yes)


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("Come{a ? \u0020in}, child.", "a"),
        ("A lamp{a ? , lit,} stands there.", "a"),
        ("A lamp{a ? , lit,} stands there.", ""),
        ("A {a ? lit } lamp and a{a ? n old} box.", ""),
        ("A {a ? lit } lamp and a{a ? n old} box.", "a"),
        ("The boat{a ? s} come{b ? s} in.", "ab"),
        ("{a ? un}{b ? kind | happy}", "a"),
        ("He is here. {a ? So is she.}", ""),
        ("{a ? He is here.} So is she.", ""),
        ("{a ? He is here.} {b ? So is she.}", ""),
        ("Venez {a ? donc} !", ""),
        ("Venez {a ? donc}\u00a0!", "a"),
        ("Venez{a ? \u0020donc}\u202f!", ""),
        ("« {a ? Non | Oui} », dit-il.", "a"),
        ("« Non » {a ? enfin} « oui »", ""),
        ("„Nein“{a ? , sagt er,} „nie“", "a"),
        ("“No.” {a ? Then:} “Yes.”", ""),
        ('"No." {a ? Then:} "Yes."', ""),
        ("She waits {a ? long} … then goes.", ""),
        ("She waits{a ? …}.", "a"),
        ("She waits {a ? a bit}. . . then goes.", "a"),
        ("“What{a ? ?}!”", "a"),
        ("{a ? What | ?!}", ""),
        ("{a ? What.} {b ? Who | ?!}", ""),
        ("{a ? She sighs.} …", ""),
        ("{a ? Later.} * * *", ""),
        ("{a ? Later.} ———", ""),
        ("{a ? Oui.} — Non.", ""),
        ("It costs {a ? about} .5 pounds.", ""),
        ("At {a ? 5 p.m. | noon}, he goes.", "a"),
        ("¡Hola{a ? !}, dijo.", "a"),
        ("She laughs {a ? aloud} :)", ""),
        ("Ami{a ? (e)s} et autres.", "a"),
        ("Rock {a ? and roll} ’n’ roll.", ""),
        ("Only plain words , so . .", ""),
        ("船は{a ? 岩を}過ぎて。", ""),
        ("A well-{a ? known | hidden} face.", "a"),
    ],
)  # fmt: skip
def test_what_reads_as_it_should(text: str, yes: str) -> None:
    assert told(read(text), yes) == []


@given(st.text("ab .,!?…“”()’\u00a0—", max_size=40))
def test_what_an_author_wrote_in_one_piece_is_meant_so(text: str) -> None:
    assert told((Words(text),), "") == []


@given(st.lists(st.text("aB .,!“”()", max_size=6), max_size=5))
def test_nothing_depends_on_how_one_piece_was_cut(texts: list[str]) -> None:
    tail = Tail()
    for text in texts:
        tail, _ = with_words(tail, text)
    whole, _ = with_words(Tail(), "".join(texts))
    assert tail == whole
