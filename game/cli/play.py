"""`play`: the window. No command at all means this."""

import argparse
import re
import sys
from pathlib import Path

from game.cli.stories import playable
from game.cli.where import assets_folder, data_root, now, pictures_folder, profile_folder, story_folder
from game.play.playthrough import Origin
from game.saves.keeper import Keeper
from game.saves.preferences import PlayerSettings, read_settings, write_settings
from game.saves.refused import Refused
from game.saves.runs.replay import LoadedRun
from game.story.letters import to_nfc
from game.story.model import Story
from game.story.names import suggestion
from game.story.variables import Value, described, value_of
from game.ui.setup import Setup

HELP = "play in a window"
SMALLEST, LARGEST = 320, 16_384


def add_to(parser: argparse.ArgumentParser) -> None:
    """What can be asked of it."""
    parser.add_argument("story", nargs="?", type=Path, metavar="STORY", help="the story's folder; else the game's own")
    parser.add_argument("--from", dest="scene", type=to_nfc, metavar="SCENE", help="begin at this scene")
    parser.add_argument(
        "--set",
        dest="values",
        action="append",
        type=to_nfc,
        default=[],
        metavar="NAME=VALUE",
        help="begin with this value",
    )
    parser.add_argument("--size", type=_size, metavar="WxH", help="the window's size, as in 1280x720")
    parser.add_argument("--profile", type=Path, metavar="DIR", help="the folder of all that is remembered")
    parser.add_argument("--quiet", action="store_true", help="open no sound")


def run(options: argparse.Namespace) -> int:
    """Plays until the window is closed; the exit code is 1 for a story with errors, 2 for a wrong call or no display."""
    folder = story_folder(options.story)
    story = playable(folder)
    if story is None:
        return 1
    origin = _origin(story, options.scene, options.values)
    if isinstance(origin, str):
        print(origin, file=sys.stderr)
        return 2
    root = profile_folder(options.profile)
    keeper, settings = Keeper(root, story), root / "settings.json"
    kept, told = _kept(settings)
    left, lost = (None, None) if origin else _left(keeper)
    from game import app  # noqa: PLC0415 (`check` and `read` never load pygame)

    setup = Setup(
        assets=assets_folder(folder)[0],
        fonts=data_root() / "assets" / "fonts",
        pictures=pictures_folder(),
        origin=origin,
        size=options.size,
        quiet=options.quiet,
        said=" ".join(each for each in (told, keeper.recall(), lost) if each),
        ended=keeper.endings,
        keeper=keeper,
        dated=now,
        left=left,
        kept=kept,
        keep=lambda kept: _keep(settings, kept),
    )
    try:
        return app.run(story, setup)
    finally:
        keeper.let_go()


def _left(keeper: Keeper) -> tuple[LoadedRun | None, str | None]:
    """The play that was left, and what there is to say of it."""
    left = keeper.resume()
    if isinstance(left, Refused):
        return None, left.why
    return left, left.note if left else None


def _kept(settings: Path) -> tuple[PlayerSettings, str | None]:
    try:
        return read_settings(settings), None
    except (OSError, ValueError) as error:
        return PlayerSettings(), f"Your settings cannot be read: {error}. Playing with the usual ones."


def _keep(settings: Path, kept: PlayerSettings) -> str | None:
    try:
        write_settings(settings, kept)
    except OSError as error:
        return f"Your settings cannot be kept: {error}. Check the folder {settings.parent}."
    return None


def _origin(story: Story, scene: str | None, assignments: list[str]) -> Origin | str | None:
    """Where to begin, None for the title, or a sentence about what is wrong with the call."""
    if scene is None and not assignments:
        return None
    if scene is not None and scene not in story.scenes:
        return f"There is no scene ‘{scene}’; {suggestion(scene, story.scenes, 'scenes')}"
    values: dict[str, Value] = {}
    for assignment in assignments:
        name, _, written = assignment.partition("=")
        variable = story.variables.get(name.strip())
        if variable is None:
            return f"There is no variable ‘{name}’; {suggestion(name, story.variables, 'variables')}"
        value = value_of(written.strip(), variable.kind)
        if value is None:
            return f"{name} cannot be ‘{written}’: it is {described(variable.kind)}"
        values[variable.name] = value
    return Origin(scene or story.start, values)


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{3,5})x(\d{3,5})", text)
    if not found or not all(SMALLEST <= int(side) <= LARGEST for side in found.groups()):
        raise argparse.ArgumentTypeError(f"‘{text}’ is no size; write it as 1280x720")
    return int(found[1]), int(found[2])
