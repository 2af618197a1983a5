"""What becomes of saves when the story is edited: promised row by row, over random runs of the real story.

`SAVES_RUNS=1000 pytest tests/saves/test_edits.py` plays a thousand a row; `python -m tests.saves.table` prints them.
"""

import os

import pytest

from tests.saves.table import MEASURED, PLACE, SAME, SILENT, TABLE, Row, outcomes

RUNS = int(os.environ.get("SAVES_RUNS", "60"))


@pytest.mark.parametrize("row", TABLE, ids=[row.name for row in TABLE])
def test_a_save_is_what_is_promised_after_an_edit(row: Row) -> None:
    for outcome in outcomes(row, RUNS):
        if row.promise == PLACE:
            assert outcome.kind in (PLACE, SAME), outcome
        elif row.promise == MEASURED:
            assert outcome.kind != SILENT, outcome
        else:
            assert outcome.kind == row.promise, outcome
        loaded = outcome.loaded
        assert bool(loaded.cause) == (loaded.stopped is not None)
        assert not (loaded.same and loaded.cause)
        assert not (loaded.same and loaded.onward)
