"""The saves of a story as `read` tells them: a line each, the newest first."""

from collections.abc import Iterable

from game.saves.about import NEVER, About, dated
from game.saves.shelf import Slot
from game.story.names import suggestion


def told(slots: Iterable[Slot]) -> list[str]:
    """Each by the name that `--save` takes."""
    newest = sorted(slots, key=lambda slot: slot.about.age if slot.about else (NEVER, 0), reverse=True)
    return [f"{slot.name}: {_said(slot)}" for slot in newest]


def unknown(name: str, slots: Iterable[Slot]) -> str:
    """Why there is no save of that name, and which there are."""
    return f"There is no save ‘{name[:60]}’; {suggestion(name, {slot.name for slot in slots}, 'saves')}"


def _said(slot: Slot) -> str:
    about, problem = slot.about, f"{slot.problem}." if slot.problem else ""
    if about is None:
        return f"{slot.file.said}. {problem}"
    earlier = f" {problem[:-1]}: this is the one before." if problem else ""
    return f"{', '.join((slot.file.said, *_where(about)))}.{_last(about)}{earlier}"


def _where(about: About) -> Iterable[str]:
    date = dated(about.date)
    if date:
        yield f"{date.day} {date:%B %Y, %H:%M}"
    yield about.chapter
    yield f"{about.place:.0%} of the chapter"
    yield f"{about.words:,} {'word' if about.words == 1 else 'words'}"


def _last(about: About) -> str:
    if about.ending:
        return f" Ended: {about.ending}."
    return f" Chosen last: {about.choice}" + ("" if about.choice[-1:] in ".!?…" else ".") if about.choice else ""
