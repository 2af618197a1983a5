"""Reads one file into fields; where it has errors, looks for the line that they come from.

A line that stands too deep, or has lost its dash or its colon, makes YAML and the format stumble over others. The line
that was meant otherwise is found by trying: it is the one that, written a little otherwise, takes the errors away. It
alone is told, and the file is read on as if it had been written so: what is told beside it is there in any case.
"""

from collections.abc import Callable

from game.authoring.repair.attempt import attempt
from game.authoring.repair.search import Search
from game.authoring.shapes.record import Record
from game.authoring.shapes.shape import Fields, ReadContext
from game.authoring.sources.source import Source
from game.authoring.syntax.parser import MOST_PROBLEMS
from game.story.diagnostic import Diagnostic

MOST_MENDS = 12  # of one file
MOST_TRIED = 2_000_000  # characters of one file that are read again to find them


def read_file(source: Source, shape: Record, report: Callable[[Diagnostic], None]) -> tuple[Fields | None, ReadContext]:
    """The fields of a file, and how they were read. What is wrong is reported, as is all that is found later."""
    read, told = attempt(source, shape), []
    left = MOST_TRIED
    for _ in range(MOST_MENDS):
        if len(read.found) >= MOST_PROBLEMS or not read.faults:
            break
        search = Search(read, shape, left)
        mend = search.mend()
        left = search.left
        if mend is None:
            break
        told.append(mend.told)
        read = mend.read
    read.reading.report = report
    for each in (*told, *read.found):
        report(each)
    return read.fields, read.reading
