"""The stack of screens. Time passes only for the one on top, so that nothing happens behind a menu, nor while its
painting is awaited."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from game.ui.screens.screen import Screen


@dataclass(frozen=True, slots=True)
class Layer:
    """`lost` is how long it stood still, as when other screens lay over it, and `since` is when the one that does came."""

    screen: Screen
    lost: float = 0.0
    since: float = 0.0


Layers: TypeAlias = Sequence[Layer]


def pushed(layers: Layers, screen: Screen, now: float) -> Layers:
    """With a screen over the others."""
    *below, top = layers
    return (*below, replace(top, since=now), Layer(screen))


def popped(layers: Layers, now: float) -> Layers:
    """Without the one on top; for the next, no time has passed under it."""
    *below, top = layers[:-1]
    return (*below, replace(top, lost=top.lost + now - top.since))


def changed(layers: Layers, screen: Screen) -> Layers:
    """With another screen on top in place of the one that was."""
    *below, top = layers
    return (*below, replace(top, screen=screen))


def waited(layers: Layers, passed: float) -> Layers:
    """So many seconds have passed that the screen on top stood still for."""
    *below, top = layers
    return (*below, replace(top, lost=top.lost + passed))
