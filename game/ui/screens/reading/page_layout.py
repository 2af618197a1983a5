"""How a page is set: its paragraphs, and what stands at its foot."""

from game.play.page import Choosing, Finished, Option, ReadingOn, Stuck
from game.play.situation import TextRun
from game.ui.column.column import Column
from game.ui.column.content import Actions, Label, NoActions, ReadOnMark, Rows
from game.ui.column.layout import lay_out
from game.ui.screens.context import Context
from game.ui.screens.prose import spoken_texts
from game.ui.screens.reading.reveal import Reveal

GO_BACK = Label.of("Go back")
MENU = Label.of("Menu")
SKIP = Label.of("Skip this scene", hint="S")


def page_column(context: Context, text: Reveal, side: str, leaf: int, *, opened: bool) -> Column:
    """The page as far as it has come, turned to a leaf, with its foot if that is open."""
    texts = [
        placed
        for number, spoken in enumerate(text.paragraphs)
        for placed in spoken_texts(
            context.type,
            spoken.runs,
            spoken.speaker if spoken.named or number == leaf else None,
            number,
            first=not number,
        )
    ]
    buttons = (MENU, SKIP) if text.page.aftermath else (MENU,)
    return lay_out(context.type, side, texts, _actions(text) if opened else NoActions(), buttons, leaf)


def _actions(text: Reveal) -> Actions:
    if text.at_card:
        return ReadOnMark()
    match text.page.next:
        case ReadingOn() | Finished():
            return ReadOnMark()
        case Choosing(options):
            return Rows(tuple(map(_label, options)))
        case Stuck(options):
            locked = tuple(map(_label, options))
            if text.playthrough.past:
                return Rows((*locked, GO_BACK), (TextRun("There is no way on from here. Backspace goes back."),))
            return Rows(locked, (TextRun("There is no way on from here. Escape leads to the title."),))


def _label(option: Option) -> Label:
    return Label(option.number, option.runs, option.enabled, option.reason, option.number, after=option.after)
