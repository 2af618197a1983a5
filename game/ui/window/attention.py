"""Whether somebody looks at a window, as far as the system tells: what is in front is shown, and not an icon."""

from collections.abc import Mapping
from types import MappingProxyType

import pygame

AWAY: Mapping[int, frozenset[str]] = MappingProxyType(
    {
        pygame.WINDOWFOCUSLOST: frozenset({"behind"}),
        pygame.WINDOWMINIMIZED: frozenset({"minimised"}),
        pygame.WINDOWHIDDEN: frozenset({"hidden"}),
    }
)
BACK: Mapping[int, frozenset[str]] = MappingProxyType(
    {
        pygame.WINDOWFOCUSGAINED: frozenset({"behind", "minimised", "hidden"}),
        pygame.WINDOWRESTORED: frozenset({"minimised"}),
        pygame.WINDOWMAXIMIZED: frozenset({"minimised"}),
        pygame.WINDOWSHOWN: frozenset({"hidden"}),
    }
)


def away_after(away: frozenset[str], event: int) -> frozenset[str]:
    """Why nobody can look at it, after an event of that type; nothing, while it is in front and can be seen."""
    return (away | AWAY.get(event, frozenset())) - BACK.get(event, frozenset())
