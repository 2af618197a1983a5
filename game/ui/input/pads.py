"""The pads that are plugged in, and their left sticks taken for crosses."""

import pygame

from game.ui.input.bindings import PAD_CROSS
from game.ui.input.intents import Intent

PUSHED, LET_GO = 0.6, 0.4  # of a stick's way; two, so that a hand at the border does not stutter
HORIZONTAL, VERTICAL = 0, 1  # the axes of the left stick


class Pads:
    """All pads that there are, told of events in the order in which they happen."""

    def __init__(self) -> None:
        pygame.joystick.init()
        self._open: dict[int, pygame.joystick.JoystickType] = {}
        self._pushed: dict[tuple[int, int], int] = {}

    def follow(self, event: pygame.Event) -> Intent | None:
        """Take note of a pad that comes or goes; what a stick means that was pushed, once for each push."""
        match event.type:
            case pygame.JOYDEVICEADDED:
                pad = pygame.joystick.Joystick(event.device_index)
                self._open[pad.get_instance_id()] = pad  # a pad that nobody holds says nothing
            case pygame.JOYDEVICEREMOVED:
                self._open.pop(event.instance_id, None)
            case pygame.JOYAXISMOTION if event.axis in (HORIZONTAL, VERTICAL):
                return self._pushing(event.instance_id, event.axis, event.value)
        return None

    def _pushing(self, pad: int, axis: int, value: float) -> Intent | None:
        before = self._pushed.get((pad, axis), 0)
        if before and abs(value) > LET_GO:
            return None
        way = (value > PUSHED) - (value < -PUSHED)
        self._pushed[pad, axis] = way
        return PAD_CROSS.get((way, 0) if axis == HORIZONTAL else (0, -way))
