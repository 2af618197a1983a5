"""Which slip an author made where YAML trips, and the repair that lets the reading go on.

YAML notices a slip where it can no longer go on, which may be lines after it; each case here looks for the place
where the author slipped. A repair only serves to find the next slip: the author's file is never touched.
"""

from collections.abc import Sequence

from game.authoring.syntax.parser import YamlError
from game.authoring.syntax.repairs.brackets import missing_comma, open_bracket, stray_bracket
from game.authoring.syntax.repairs.colons import colon_in_words, long_key, missing_colon
from game.authoring.syntax.repairs.depths import deeper_first_line, no_key, odd_space
from game.authoring.syntax.repairs.failure import Failure, Repair
from game.authoring.syntax.repairs.lists import glued_dash, list_on_key_line, named_item, undashed_first
from game.authoring.syntax.repairs.words import cut_by_hash, open_quote, special_start, unknown_escape

_CASES = (
    odd_space,
    unknown_escape,
    long_key,
    missing_comma,
    open_quote,
    special_start,
    glued_dash,
    deeper_first_line,
    cut_by_hash,
    list_on_key_line,
    undashed_first,
    named_item,
    missing_colon,
    colon_in_words,
    open_bracket,
    stray_bracket,
    no_key,
)


def diagnose(lines: Sequence[str], error: YamlError, name: str, first_line: int) -> Repair:
    """What went wrong in `lines`, of which the first is line `first_line` of the file `name`."""
    here = Failure(lines, error, name, first_line)
    for case in _CASES:
        found = case(here)
        if found:
            return found
    return here.repair("yaml-syntax", here.at, error.column, None, problem=error.problem)
