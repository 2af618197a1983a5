"""Signs that cannot be seen, or that pass for others: what they are, and what was meant.

In prose most of them are right: a no-break space before a French colon, a joiner in an emoji, a dash. In names, keys,
conditions and numbers none of them is.
"""

import re
import unicodedata
from dataclasses import dataclass

from game.story.catalogue import diagnostic
from game.story.diagnostic import Diagnostic
from game.story.source_location import SourceLocation

# Letters that pass for Latin ones: those of Unicode's confusables (UTS #39) in alphabets that
# have capitals or stand in fonts beside Latin, by alphabet; and к, which most faces draw like k.
_PASSING = {
    "GREEK": ("ͿΑΒΕΖΗΙΚΜΝΟΡΤΥΧαγινορσυϜϳϺᴦ", "JABEZHIKMNOPTYXayivopouFjMr"),
    "CYRILLIC": ("ЅІЈАВЕКМНОРСТУХЬагекорсухѕіјѡѴѵҮүһҽӀӏԁԌԛԜԝꙇ", "SIJABEKMHOPCTYXbarekopcyxsijwVvYyheIidGqWwi"),
    "ARMENIAN": ("ՍՏՕագզհոռսցքօ", "USOwqqhnnugfo"),
    "GEORGIAN": ("ყჿ", "yo"),
    "COPTIC": ("ⲅⲎⲒⲔⲘⲚⲞⲟⲢⲣⲤⲥⲦⲨⲬⳐ", "rHIKMNOoPpCcTYXL"),
    "CHEROKEE": ("ᎠᎡᎢᎥᎩᎪᎫᎬᎳᎷᎻᎽᏀᏂᏃᏏᏒᏔᏕᏙᏚᏞᏟᏢᏦᏧᏳᏴꭵꮁꮃꮓꮩꮪꮯ", "DRTiYAJEWMHYGhZbRWSVSLCPKdGBirwzvsc"),
    "LISU": ("ꓐꓑꓒꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ", "BPdDTGKJCZFMNLSRVHWXYAElOU"),
}
_LATIN_OF = {sign: latin for signs, latins in _PASSING.values() for sign, latin in zip(signs, latins, strict=True)}

BREAKS = "\x85\u2028\u2029"  # end a line for YAML, and for few editors
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # show what follows in another order
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\x0b\x0c"
UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
)
_SPACE = re.compile(f"[{SPACES}]")
_BESIDE = re.compile(rf"(?<!\w)[{SPACES}]|[{SPACES}](?!\w)")  # not between two letters, where one name may be parted
DASHES = "‐‑‒–—―−⁃﹘﹣－"
COLONS = "：︰﹕꞉∶ː˸"
_FORMS = ("<wide>", "<narrow>", "<font>", "<compat>", "<small>", "<vertical>")  # other forms of a plain sign
_WORD = re.compile(r"[^\W\d_]+")
_NAMES = {
    "\x00": "null",
    "\x08": "backspace",
    "\x0b": "vertical tab",
    "\x0c": "form feed",
    "\x1b": "escape",
    "\x7f": "delete",
    "\x85": "next line",
    "\ufeff": "byte order mark",
}


def sign_name(sign: str) -> str:
    """A sign by number and name: `U+200B, zero width space`."""
    name = _NAMES.get(sign) or unicodedata.name(sign, "control character").lower()
    return f"U+{ord(sign):04X}, {name}"


@dataclass(frozen=True, slots=True)
class Odd:
    """A sign at `at` that should not stand in `word`: `code` is the message for it, `like` the sign that it passes for,
    and `meant` the word without any such."""

    code: str
    at: int
    sign: str
    like: str
    word: str = ""
    meant: str = ""

    def told(self, at: SourceLocation) -> Diagnostic:
        """The message for it, where the sign stands."""
        write = self.meant.strip() or self.like
        return diagnostic(
            self.code, at, sign=self.sign, name=sign_name(self.sign), like=self.like, word=self.word, write=write
        )


def spaced(text: str, *, within: bool = True) -> str:
    """A condition with plain spaces for all others, sign by sign; for those between two letters only if `within`."""
    return text if text.isascii() else (_SPACE if within else _BESIDE).sub(" ", text)


def odd_in(text: str) -> Odd | None:
    """The first sign of a name, a key, a condition or a number that cannot be seen or passes for another, if any."""
    if text.isascii():
        return None
    plain = [_plainly(sign) for sign in text]
    for found in _WORD.finditer(text):
        for within, letter in _mixed(found[0]):
            plain[found.start() + within] = letter
    at = next((at for at, sign in enumerate(plain) if sign != text[at]), None)
    if at is None:
        return None
    meant = "".join(plain)
    more = odd_in(meant)  # what was plain in another form may still be a letter of another alphabet
    return Odd(_code(text[at], plain[at]), at, text[at], plain[at], text.strip(), more.meant if more else meant)


def _code(sign: str, like: str) -> str:
    if not like:
        return "sign-unseen"
    if like == " ":
        return "space-odd"
    return "letter-alike" if sign.isalpha() else "sign-alike"


def _plainly(sign: str) -> str:
    """What a sign outside of prose was meant to be."""
    if sign.isascii():
        return sign
    if sign in UNSEEN or sign in TURNING:
        return ""
    if sign in SPACES or sign in BREAKS:
        return " "
    if sign in DASHES:
        return "-"
    if sign in COLONS:
        return ":"
    form = unicodedata.decomposition(sign).partition(" ")[0]
    plain = unicodedata.normalize("NFKC", sign) if form in _FORMS else sign
    return plain if plain.isascii() and plain.isprintable() else sign


def _mixed(word: str) -> list[tuple[int, str]]:
    """The letters of a word that are of another alphabet than the rest and pass for its own, and those meant.

    A word is of the alphabet that one of its letters can only be of; where all pass for Latin, it is Latin.
    """
    scripts = [unicodedata.name(letter, "").partition(" ")[0] for letter in word]
    latin = [at for at, script in enumerate(scripts) if script == "LATIN"]
    others = [at for at, script in enumerate(scripts) if script != "LATIN"]
    if not latin or not others:
        return []
    own = next((scripts[at] for at in others if word[at] not in _LATIN_OF), None)
    if own is None:
        return [(at, _LATIN_OF[word[at]]) for at in others]
    signs, latins = _PASSING.get(own, ("", ""))
    of_own = dict(zip(latins, signs, strict=True))
    return [(at, of_own[word[at]]) for at in latin] if all(word[at] in of_own for at in latin) else []


def skeleton(word: str) -> str:
    """The same for words that look the same."""
    return "".join(_LATIN_OF.get(sign, sign) for sign in word)
