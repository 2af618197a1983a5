"""How long everything takes, how it moves, and how the player's preferences change that."""

from dataclasses import dataclass, replace
from math import inf

from game.saves.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds, except where it says otherwise."""

    settle: float = 0.45  # to read anything at all
    per_second: float = 26.0  # characters of a reader who is not slow
    foot: float = 0.7  # after the last paragraph, before the options
    card: float = 4.5
    curtain: float = 3.2  # from the first picture to all of the title
    arrive: float = 0.5  # a paragraph's fade, and its rise
    rise: float = 14.0  # design units
    dim: float = 1.4  # of the paragraphs before it
    open: float = 0.45  # of the options
    guard: float = 0.3  # before a click takes an option that came up beneath it
    scroll: float = 0.32
    dissolve: float = 0.22  # from one screen to the next
    crossfade: float = 0.4  # from one place to the next, before whose words
    patience: float = 0.6  # at most is waited for its painting
    kindle: float = 1.1  # from a place's light to another
    shake: float = 0.9
    music: float = 2.0  # a track's fade
    lively: float = 10.0  # after the last thing that happened, the scene goes on moving
    rest: float = 4.0  # and then comes to rest
    wake: float = 0.8  # and comes to life again
    drift: float = 52.0  # of the picture, there and back
    leaf: float = 0.0  # letters a second on a leaf that turns by itself; 0 if none does
    answer: float = 1.0  # how many times as long as written there is to answer; infinite for no limit


TIMING = Timing()

_SPEED = {"slow": 0.6, "usual": 1.0, "fast": 2.2, "at once": inf}
_LEAF = {"off": 0.0, "slow": 11.0, "usual": 16.0, "fast": 24.0}
_ANSWER = {"usual": 1.0, "slow": 2.0, "off": inf}


def timing_of(preferences: Preferences) -> Timing:
    """As the player likes it."""
    speed = _SPEED[preferences.text_speed]
    timing = replace(
        TIMING,
        settle=TIMING.settle / speed,
        per_second=TIMING.per_second * speed,
        foot=TIMING.foot / speed,
        leaf=_LEAF[preferences.by_itself],
        answer=_ANSWER[preferences.silence],
    )
    return replace(timing, scroll=0.0, rise=0.0, shake=0.0, lively=0.0) if preferences.reduce_motion else timing


@dataclass(frozen=True, slots=True)
class Clock:
    """What time it is, in seconds since whenever, and how long things take."""

    now: float
    timing: Timing = TIMING


def eased(part: float) -> float:
    """From 0 to 1 as `part` goes there, without a jerk at either end."""
    part = min(max(part, 0.0), 1.0)
    return part * part * part * (part * (part * 6 - 15) + 10)


def smooth(part: float) -> float:
    """From 0 to 1 as `part` goes there, as evenly as can be without an edge at either end."""
    part = min(max(part, 0.0), 1.0)
    return part * part * (3 - 2 * part)


def landed(part: float) -> float:
    """From 0 to 1 as `part` goes there, quick at first: for what answers a hand."""
    return 1 - (1 - min(max(part, 0.0), 1.0)) ** 3


def part_of(passed: float, whole: float) -> float:
    """What part of a time has passed, from 0 to 1; all of it, if it takes none."""
    return min(max(passed / whole, 0.0), 1.0) if whole > 0 else 1.0
