"""Where in the author's files a thing stands."""

from typing import NamedTuple


class SourceLocation(NamedTuple):
    """A spot in a file. `line` and `column` count from 1, columns in characters."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
