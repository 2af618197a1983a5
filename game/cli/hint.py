"""`hint`: how an ending can be come to from where a play stands; exit code 1 if it cannot be, from there."""

import argparse
import json
import sys
from pathlib import Path

from game.authoring.report import plural
from game.cli.stories import playable
from game.cli.where import story_folder
from game.play.opening import open_page
from game.play.page import page_of
from game.play.playthrough import Origin, Playthrough, ending_of, read_on, show_whole, start, take
from game.prove.explore.hint import Hint, hint
from game.prove.explore.outlook import Outlook
from game.story.letters import to_nfc
from game.story.model import Story
from game.story.names import suggestion

HELP = "tell how an ending can be come to from where a play stands"


def add_to(parser: argparse.ArgumentParser) -> None:
    """What can be asked of it."""
    parser.add_argument("story", nargs="?", type=Path, metavar="STORY", help="the story's folder; else the game's own")
    parser.add_argument("--to", type=to_nfc, metavar="ENDING", required=True, help="the ending")
    parser.add_argument(
        "--through", type=_ids, metavar="IDS", default=(), help="the choices of the play so far, by their ids: a,b,c"
    )
    parser.add_argument("--ended", type=_ids, metavar="IDS", default=(), help="endings that earlier plays met: a,b")
    parser.add_argument("--json", action="store_true", help="print one JSON object to stdout")


def run(options: argparse.Namespace) -> int:
    """Tells it; the exit code is 0 if the ending can be met from there, 1 if not or for a story with errors, 2 for a
    choice or an ending that there is not."""
    story = playable(story_folder(options.story))
    if story is None:
        return 1
    wrong = next((each for each in (options.to, *options.ended) if each not in story.endings), None)
    if wrong is not None:
        print(f"There is no ending ‘{wrong}’; {suggestion(wrong, story.endings, 'endings')}", file=sys.stderr)
        return 2
    play = _played(story, options.through, frozenset(options.ended))
    if play is None:
        return 2
    outlook = Outlook(story)
    if not outlook.known(options.to):
        print(f"This story is too large to say how {options.to} can be come to.", file=sys.stderr)
        return 2
    told, ended = hint(outlook, play, options.to), ending_of(story, play)
    if options.json:
        fork = told.fork and {"scene": told.fork.scene, "step": told.fork.step, "option": told.fork.option}
        print(
            json.dumps(
                {
                    "reachable": told.reachable,
                    "choices_away": told.choices_away,
                    "option": told.option,
                    "ended": ended.id if ended else None,
                    "fork": fork,
                    "earlier": None if told.earlier is None else list(told.earlier),
                }
            )
        )
    else:
        print(_sentence(options.to, told))
    return 0 if told.reachable else 1


def _played(story: Story, through: tuple[str, ...], ended: frozenset[str]) -> Playthrough | None:
    """The play after these choices, at its next one or its end; None if one cannot be taken, which is said."""
    play = _to_the_choice(story, start(story, Origin(story.start, ended=ended)))
    for count, id in enumerate(through):
        taken = take(story, play, id)
        if taken is None:
            able = [option.id for option in page_of(story, play).options if option.enabled]
            after = f"after {', '.join(through[:count])}" if count else "at the beginning"
            there = suggestion(id, able, "options open") if able else "the play is over by then"
            print(f"The option ‘{id}’ cannot be taken {after}, in {play.now.scene}; {there}", file=sys.stderr)
            return None
        play = _to_the_choice(story, taken[0])
    return play


def _to_the_choice(story: Story, play: Playthrough) -> Playthrough:
    while onward := read_on(story, play):
        play = onward[0]
    return show_whole(play, open_page(story, play.now).events)


def _sentence(ending: str, told: Hint) -> str:
    if told.reachable:
        if not told.choices_away:
            return f"{ending}: no choice is left to make."
        way = f"take {told.option}" if told.option else "skip the scene"
        return f"{ending}: {plural(told.choices_away or 0, 'choice')} away; {way}."
    if told.fork:
        after = f"after {plural(told.fork.step, 'choice')}" if told.fork.step else "before the first choice"
        return f"{ending}: no longer in this play. It was open {after}, in {told.fork.scene}: take {told.fork.option}."
    if told.earlier:
        return f"{ending}: not in this play. Other plays must end first in {', then in '.join(told.earlier)}."
    if told.earlier is None:
        return f"{ending}: no play can come to it."
    return f"{ending}: not in this play, but in one that begins anew."


def _ids(given: str) -> tuple[str, ...]:
    return tuple(id for each in to_nfc(given).split(",") if (id := each.strip()))
