"""A pointer that is pressed, moved and let go: whether that was a click or a drag."""

from dataclasses import dataclass, replace

from game.ui.input.intents import Click, Drag, Hover, Intent, Press, Release

SLACK = 8  # points that a hand may tremble in a click


@dataclass(frozen=True, slots=True)
class Pointer:
    """`pressed` is where it went down, if it is; `last` its height when it was dragged last."""

    pressed: tuple[int, int] | None = None
    dragging: bool = False
    last: int = 0

    def after(self, intent: Intent, scale: float = 1.0) -> "tuple[Pointer, Intent | None]":
        """The pointer after what it did, and what that means, if anything; other intents pass through.

        `scale` is how many pixels a point of the screen has. What is held moves with the hand, so text goes down as
        the scroll goes back.
        """
        match intent:
            case Press(x, y):
                return Pointer((x, y), last=y), Hover(x, y)
            case Release(x, y):
                clicked = self.pressed is not None and not self.dragging
                return Pointer(), Click(x, y) if clicked else None
            case Hover(x, y) if self.pressed is not None:
                moved = max(abs(x - self.pressed[0]), abs(y - self.pressed[1]))
                if not self.dragging and moved <= SLACK * scale:
                    return self, None
                return replace(self, dragging=True, last=y), Drag(self.last - y)
            case _:
                return self, intent
