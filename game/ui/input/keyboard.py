"""A keyboard that is typed on: text that comes of a key which meant something is not typed as well."""

import sys

import pygame

from game.ui.input.bindings import ALONG, FIND
from game.ui.input.events import intent_of, typed
from game.ui.input.intents import ChooseOption, Intent


class Keyboard:
    """SDL tells of a key first and then of the text that it makes: in many layouts also with Ctrl held."""

    def __init__(self) -> None:
        self._answered = ""

    def follow(self, event: pygame.Event, *, writing: bool = False) -> Intent | None:
        """What the player means by an event of whatever kind, as `intent_of` has it."""
        meant = intent_of(event, writing=writing)
        if event.type == pygame.KEYDOWN:
            self._answered = _text(event) if _done(event, meant) else ""
        elif event.type == pygame.TEXTINPUT:
            answered, self._answered = self._answered, ""
            return None if event.text == answered else meant
        return meant


def _done(event: pygame.Event, meant: Intent | None) -> bool:
    """Whether the text of the key means no more."""
    if event.mod & pygame.KMOD_LALT or (event.mod & ALONG and not event.mod & pygame.KMOD_ALT):  # both are AltGr
        return True
    if isinstance(meant, ChooseOption) and typed(event) == FIND:
        return False  # a digit by its place, and by its text what looks for words
    return meant is not None


def _text(event: pygame.Event) -> str:
    return typed(event) or (chr(event.key) if 0 < event.key <= sys.maxunicode else "")
