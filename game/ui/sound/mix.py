"""What should sound at which volume, and how it gets there: loops as values, without a device.

A track is one loop, or several stems that are begun together and kept in step, whose shares follow the tension.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import inf, sqrt
from pathlib import Path

from game.ui.sound.levels import Bus, Levels

# The share of each stem at a tension: the higher, the more of the piece is heard. Above the last it stays so.
SHARES: tuple[Mapping[str, float], ...] = (
    {"bed": 1.0, "pulse": 0.0, "voice": 0.0},
    {"bed": 1.0, "pulse": 0.7, "voice": 0.0},
    {"bed": 1.0, "pulse": 1.0, "voice": 0.7},
    {"bed": 1.0, "pulse": 1.0, "voice": 1.0},
)
STEMS = tuple(SHARES[0])
UNDER_EFFECT = 0.7  # how far loops step back while an effect is heard, as a share of their volume
_YIELD, _RETURN = 0.15, 1.2  # seconds


@dataclass(frozen=True, slots=True)
class Loop:
    """A file that goes round. Those of one `group` belong together."""

    group: str
    path: Path
    bus: Bus


@dataclass(frozen=True, slots=True)
class Fade:
    """From one level to another, evenly in power, so that two that cross are together as loud as either."""

    start: float
    goal: float
    since: float = -inf
    lasts: float = 0.0

    def at(self, now: float) -> float:
        """The level at that time in seconds, from 0 to 1."""
        if now >= self.since + self.lasts:
            return self.goal
        part = max(0.0, (now - self.since) / self.lasts)
        return sqrt(self.start**2 + (self.goal**2 - self.start**2) * part)

    def over(self, now: float) -> bool:
        """Whether it has come to its goal by then."""
        return now >= self.since + self.lasts

    def toward(self, goal: float, now: float, lasts: float) -> "Fade":
        """From where it is by now; the same if it goes there already."""
        return self if goal == self.goal else Fade(self.at(now), goal, now, lasts)


@dataclass(frozen=True, slots=True)
class Strand:
    """A loop with its level. It waits, silent, until it is `begun`; one that is not `wanted` ends when it has faded."""

    loop: Loop
    fade: Fade
    begun: bool = False
    wanted: bool = True

    def level(self, now: float) -> float:
        """How loud it is then, from 0 to 1, before volumes."""
        return self.fade.at(now) if self.begun else 0.0


@dataclass(frozen=True, slots=True)
class Mix:
    """All loops that sound, are about to, or die away."""

    strands: tuple[Strand, ...] = ()

    def toward(self, wanted: Mapping[Loop, float], now: float, lasts: float) -> "Mix":
        """On the way to these loops and no others, at these shares. What is not begun yet fades in once it is."""
        strands = []
        for strand in self.strands:
            share = wanted.get(strand.loop)
            if not strand.begun:
                if share is not None:
                    strands.append(replace(strand, fade=Fade(0.0, share, lasts=lasts)))
                continue
            fade = strand.fade.toward(share or 0.0, now, lasts)
            strands.append(replace(strand, fade=fade, wanted=share is not None))
        known = {strand.loop for strand in strands}
        new = (Strand(loop, Fade(0.0, share, lasts=lasts)) for loop, share in wanted.items() if loop not in known)
        return Mix((*strands, *new))

    def began(self, group: str, now: float) -> "Mix":
        """The loops of a group have been begun, all at once."""
        return Mix(
            tuple(
                replace(each, begun=True, fade=replace(each.fade, since=now))
                if each.loop.group == group and not each.begun
                else each
                for each in self.strands
            )
        )

    def without(self, group: str) -> "Mix":
        """Without a group that cannot be played."""
        return Mix(tuple(each for each in self.strands if each.loop.group != group))

    def lasting(self, now: float) -> "Mix":
        """Without what has died away."""
        return Mix(tuple(each for each in self.strands if each.wanted or not each.fade.over(now)))

    @property
    def waiting(self) -> dict[str, tuple[Loop, ...]]:
        """The groups that are not begun yet."""
        groups: dict[str, tuple[Loop, ...]] = {}
        for each in self.strands:
            if not each.begun:
                groups[each.loop.group] = (*groups.get(each.loop.group, ()), each.loop)
        return groups

    def volumes(self, levels: Levels, ducked: float, now: float) -> dict[Loop, float]:
        """What each loop that is begun is to be played at."""
        return {
            each.loop: each.level(now) * levels.volume(each.loop.bus) * ducked for each in self.strands if each.begun
        }


def shares(loops: Iterable[Loop], tension: int) -> dict[Loop, float]:
    """The share of each stem of a track at a tension; a track in one piece is heard whole."""
    at = SHARES[min(tension, len(SHARES) - 1)]
    return {loop: at.get(loop.path.stem.rpartition("_")[2], 1.0) for loop in loops}


def ducking(fade: Fade, *, heard: bool, now: float) -> Fade:
    """How loops step back, quickly, and return, slowly."""
    goal = UNDER_EFFECT if heard else 1.0
    return fade.toward(goal, now, _YIELD if goal < fade.goal else _RETURN)
