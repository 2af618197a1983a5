"""What can be counted of good prose. A text that breaks no rule here may still be dull; one that breaks one is careless."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeAlias

from tests.prose.passages import Passage

Rule: TypeAlias = Callable[[Iterable[Passage]], list[str]]

MOST_WORDS = 260
MOST_DASHES = 4  # in a thousand words
MOST_ALIKE = 3  # sentences in a row that open alike
MOST_ENDINGS = 3  # passages that close on the same three words
MOST_REPEATS = 14  # of one phrase of three words, in so long a story
FEWEST_BRANCHES = 150

_STOCK = re.compile(
    r"breath (?:\w+ )?(?:didn’t|hadn’t|had not|did not) know|let out a breath|releas\w+ a breath|heart (?:\w+ )?(?:hammer|pound|rac)\w*"
    r"|time (?:stood|stands|seem\w+ to stand) still|something shift\w*|testament to|couldn’t help but|can’t help but|could not help but"
    r"|blood r[au]n\w* cold|shiver (?:ran|runs) down|deafening silence|silence (?:stretch|hang)\w*|a mix(?:ture)? of \w+ and"
    r"|eyes widen\w*|jaw clench\w*|unspoken|palpable|tapestry|dance[sd]? across|sends? a shiver|hangs? in the balance"
    r"|in that moment|little did|not just \w+, but|isn’t just \w+\. It’s|for the first time in (?:forever|years|a long time)"
    r"|\bprocessing|\bclosure|toxic|boundaries|safe space|valid",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])[”’*]*\s+")
_WORD = re.compile(r"[\w’]+")


def stock_phrases(story: Iterable[Passage]) -> list[str]:
    """Phrases that stand in for looking."""
    return [f"{each.name}: ‘{found[0]}’" for each in story for found in _STOCK.finditer(each.longest)]


def openings_alike(story: Iterable[Passage]) -> list[str]:
    """More than a few sentences in a row that open on the same word."""
    found = []
    for each in story:
        run, last = 0, ""
        for paragraph in each.longest.split("\n"):
            for sentence in _SENTENCE.split(paragraph):
                words = _WORD.findall(sentence.lower())
                opening = words[0].split("’")[0] if words else ""
                run = run + 1 if opening and opening == last else 1
                last = opening or last
                if run == MOST_ALIKE + 1:
                    found.append(f"{each.name}: {run} sentences in a row open on ‘{opening}’: {sentence[:40]}")
    return found


def phrases_repeated(story: Iterable[Passage]) -> list[str]:
    """The same three words too often in the whole story. Plain grammar is let pass: a phrase needs a word of six letters."""
    counted: Counter[tuple[str, ...]] = Counter()
    for each in story:
        words = _WORD.findall(each.longest.lower())
        counted.update(
            {phrase for phrase in zip(words, words[1:], words[2:], strict=False) if max(map(len, phrase)) >= 6}
        )
    return [f"‘{' '.join(phrase)}’ in {n} passages" for phrase, n in counted.items() if n > MOST_REPEATS]


def endings_alike(story: Iterable[Passage]) -> list[str]:
    """Passages that close on the same words."""
    closings: dict[tuple[str, ...], list[str]] = {}
    for each in story:
        if len(words := _WORD.findall(each.longest.lower())) >= 3:
            closings.setdefault(tuple(words[-3:]), []).append(each.name)
    return [f"‘{' '.join(words)}’ closes {', '.join(at)}" for words, at in closings.items() if len(at) > MOST_ENDINGS]


def dashes(story: Iterable[Passage]) -> list[str]:
    """Dashes do for pauses that a sentence should make by itself."""
    text = " ".join(each.longest for each in story)
    rate = 1000 * len(re.findall(r"—| – | -- ", text)) / max(1, len(text.split()))
    return [f"{rate:.1f} dashes in a thousand words"] if rate > MOST_DASHES else []


def too_long(story: Iterable[Passage]) -> list[str]:
    """More to read between two choices than a page holds. Endings may take their time."""
    return [f"{each.name}: {each.words} words" for each in story if not each.ends_story and each.words > MOST_WORDS]


def too_rigid(story: Iterable[Passage]) -> list[str]:
    """A story that answers to what was done has passages that vary."""
    varied = sum(each.branches for each in story)
    return [f"only {varied} passages answer to state"] if varied < FEWEST_BRANCHES else []


RULES: tuple[Rule, ...] = (
    stock_phrases,
    openings_alike,
    phrases_repeated,
    endings_alike,
    dashes,
    too_long,
    too_rigid,
)
