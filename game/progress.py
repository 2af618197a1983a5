"""How a long piece of work tells how far it is."""

from collections.abc import Callable
from typing import TypeAlias

ProgressCallback: TypeAlias = Callable[[str, int, int], None]
"""Told what is being done, how many parts of it are done, and of how many."""
