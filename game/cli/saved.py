"""The saves of a story as `read` tells them: a line each, the newest first."""

from collections.abc import Iterable

from game.saves.formats.summary import NEVER, Summary, parse_date
from game.saves.slots.save_folder import ListedSave
from game.story.names import suggestion


def told(slots: Iterable[ListedSave]) -> list[str]:
    """Each by the name that `--save` takes."""
    newest = sorted(slots, key=lambda slot: slot.summary.age if slot.summary else (NEVER, 0), reverse=True)
    return [f"{slot.name}: {_said(slot)}" for slot in newest]


def unknown(name: str, slots: Iterable[ListedSave]) -> str:
    """Why there is no save of that name, and which there are."""
    return f"There is no save ‘{name[:60]}’; {suggestion(name, {slot.name for slot in slots}, 'saves')}"


def _said(slot: ListedSave) -> str:
    about, problem = slot.summary, f"{slot.problem}." if slot.problem else ""
    if about is None:
        return f"{slot.file.words}. {problem}"
    earlier = f" {problem[:-1]}: this is the one before." if problem else ""
    return f"{', '.join((slot.file.words, *_where(about)))}.{_last(about)}{earlier}"


def _where(about: Summary) -> Iterable[str]:
    date = parse_date(about.date)
    if date:
        yield f"{date.day} {date:%B %Y, %H:%M}"
    yield about.chapter
    yield f"{about.place:.0%} of the chapter"
    yield f"{about.words:,} {'word' if about.words == 1 else 'words'}"


def _last(about: Summary) -> str:
    if about.ending:
        return f" Ended: {about.ending}."
    return f" Chosen last: {about.choice}" + ("" if about.choice[-1:] in ".!?…" else ".") if about.choice else ""
