"""Lays out a column: texts over what can be taken at its foot."""

from collections.abc import Sequence
from dataclasses import replace

import pygame

from game.ui.column.column import Column, Placed, Row
from game.ui.column.content import Actions, Label, ReadOnMark, Rows, TextItem
from game.ui.column.setting import set_buttons, set_rows
from game.ui.text.typesetter import TextBlock, Typesetter
from game.ui.theme.palette import PALETTE


def lay_out(
    type: Typesetter,
    side: str,
    texts: Sequence[TextItem | Label],
    foot: Actions,
    buttons: Sequence[Label] = (),
    leaf: int = 0,
) -> Column:
    """The texts from the top of the column, with rows among them where there are labels, and the foot at the bottom of
    it, or below them where they need more. A mark needs no room: under a full leaf it stands in the margin.

    The column may be turned like a page: the paragraph of number `leaf` then stands at its top, and those before it
    above. `buttons` stand at the right of the header; without them there is none, and the text begins there.
    """
    metrics = type.metrics
    left, width = metrics.left(side), metrics.column_width
    first = metrics.top if buttons else metrics.header
    window = pygame.Rect(left, first, width, metrics.bottom - first)
    placed, among, y = list[Placed](), list[Row](), 0
    for text in texts:
        if isinstance(text, Label):
            among += set_rows(type, (text,), y + metrics.gap)
            y = among[-1].bottom
        else:
            y += text.space
            placed.append(Placed(y, text))
            y = placed[-1].bottom

    start = next((each.top for each in placed if each.text.number >= leaf), 0) if leaf else 0
    remark: TextBlock | None = None
    rows: tuple[Row, ...] = ()
    height = 0
    if isinstance(foot, Rows):
        remark = (
            type.block(type.spans(foot.remark, metrics.body, PALETTE.quiet, italic=True), width)
            if foot.remark
            else None
        )
        rows = set_rows(type, foot.labels, metrics.gap * 2 + (remark.height + metrics.gap if remark else 0))
        height = rows[-1].bottom if rows else remark.height + metrics.gap * 2 if remark else 0
    top = y + metrics.em(1.0) if height else y
    least = top + height
    if isinstance(foot, Rows) and foot.close:
        lower = max(0, window.height - top - height) // 2
        placed, top = [replace(each, top=each.top + lower) for each in placed], top + lower
        among = [replace(row, top=row.top + lower) for row in among]
    elif isinstance(foot, ReadOnMark):
        bottom = max(y, start + window.height)
        top = bottom - metrics.leading if y <= bottom - metrics.leading else bottom
    else:
        top = max(top, start + window.height - height)
    ruled = bool(rows or remark)
    rows = (*among, *(replace(row, top=row.top + top) for row in rows))
    return Column(
        window,
        tuple(placed),
        top,
        ruled,
        remark,
        rows,
        isinstance(foot, ReadOnMark),
        max(top + height if height else y, start + window.height if leaf else 0),
        start,
        least,
        isinstance(foot, Rows) and foot.close,
        set_buttons(type, buttons, window.right),
    )
