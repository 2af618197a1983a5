"""One thing to tell the author, and where."""

from dataclasses import dataclass, field
from enum import StrEnum

from game.story.source_location import SourceLocation


class Severity(StrEnum):
    """An error keeps the story from being played; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A message of the catalogue, filled in. `at` says where, and is no part of equality."""

    code: str
    severity: Severity
    message: str
    hint: str
    at: SourceLocation = field(compare=False)

    @property
    def is_error(self) -> bool:
        """Whether the story cannot be played with it."""
        return self.severity is Severity.ERROR
