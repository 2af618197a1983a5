"""A play as the pages write it down: what comes in brackets, paragraphs, options by number, and what is taken after `>`.

    [place: cave]
    You have two torches.
    1. Throw one.
    2. Keep them. (locked: You are told to throw.)
    > 1
    * Out *

`> skip` leaves a scene for its aftermath, `> again` begins anew and knows the endings that were met.
"""

from collections.abc import Iterable, Iterator
from typing import assert_never

from game.play.opening import open_page
from game.play.page import Choosing, Finished, Option, Page, ReadingOn, Stuck, page_of
from game.play.playthrough import Origin, Playthrough, choose, read_on, show_whole, skip, start
from game.play.situation import Card, Event, Paragraph, TextRun
from game.story.model import Arrive, Hear, Music, Pause, Shake, Story

TYPED = "> "


UNTITLED = "An Example"
"""The chapter of an example that names none: its card is left out."""


def transcript(story: Story, typed: Iterable[str]) -> list[str]:
    """The play that comes of what is typed; it stops where nothing more is."""
    return [line for line in _lines(story, iter(typed)) if line != f"# {UNTITLED}"]


def typed_in(lines: Iterable[str]) -> list[str]:
    """What is typed in a transcript."""
    return [line.removeprefix(TYPED) for line in lines if line.startswith(TYPED)]


def _lines(story: Story, typed: Iterator[str]) -> Iterator[str]:
    ended: frozenset[str] = frozenset()
    play = start(story)
    while True:
        page = page_of(story, _whole(story, play))
        yield from (line for event in page.events for line in _event(story, event))
        following = page.next
        match following:
            case ReadingOn():
                reached = read_on(story, play)
                assert reached, f"{page.scene} leads nowhere"
                play = reached[0]
                continue
            case Choosing(options) | Stuck(options):
                yield from map(_option, options)
            case Finished(ending):
                yield f"* {ending.name} *"
                ended |= {ending.id}
            case _:
                assert_never(following)
        answer = next(typed, None)
        if answer is None:
            return
        yield f"{TYPED}{answer}"
        play = _after(story, play, page, answer, ended)


def _after(story: Story, play: Playthrough, page: Page, answer: str, ended: frozenset[str]) -> Playthrough:
    if answer == "again":
        return start(story, Origin(story.start, ended=ended))
    if answer == "skip":
        assert page.aftermath, f"{page.scene} cannot be skipped"
        return skip(story, play)
    return choose(story, _whole(story, play), int(answer))


def _whole(story: Story, play: Playthrough) -> Playthrough:
    return show_whole(play, open_page(story, play.now).events)


def _event(story: Story, event: Event) -> Iterator[str]:
    match event:
        case Paragraph(runs, speaker):
            yield f"{story.cast[speaker].name}: {_styled(runs)}" if speaker else _styled(runs)
        case Card(number):
            chapter = story.chapters[number]
            yield f"# {chapter.title}" + (f", as {chapter.viewpoint}" if chapter.viewpoint else "")
        case Arrive(place):
            yield f"[place: {place}]"
        case Music(track, tension):
            yield f"[music: {track or 'none'}{f', tension {tension}' if tension else ''}]"
        case Hear(sound):
            yield f"[sound: {sound}]"
        case Shake(strength):
            yield f"[shake: {strength:g}]"
        case Pause(seconds):
            if seconds:  # else it is the end of a card
                yield f"[pause: {seconds:g}]"
        case _:
            assert_never(event)


def _option(option: Option) -> str:
    after = f" (after {option.after:g} seconds)" if option.after is not None else ""
    locked = "" if option.enabled else f" (locked: {_styled(option.reason)})"
    return f"{option.number}. {_styled(option.runs)}{after}{locked}"


def _styled(runs: Iterable[TextRun]) -> str:
    return "".join("*" * (run.stress + 2 * run.weight) + run.text + "*" * (run.stress + 2 * run.weight) for run in runs)
