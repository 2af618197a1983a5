"""`new`: a small, complete, commented story to start from."""

import argparse
import os
import sys
from pathlib import Path

from game.authoring.new import write_example
from game.authoring.shell_command import command_line

HELP = "write a small, complete, commented story to start from"


def add_to(parser: argparse.ArgumentParser) -> None:
    """What can be asked of it."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the folder to make; it must be new or empty")


def run(options: argparse.Namespace) -> int:
    """Writes it; the exit code is 2 where it cannot be written."""
    folder: Path = options.folder
    try:
        written = write_example(folder)
    except FileExistsError as error:
        print(f"{error}. Name a folder that is new or empty.", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{folder} cannot be written: {error.strerror or error}. Name another folder.", file=sys.stderr)
        return 2
    print("\n".join(f"wrote {path}" for path in written))
    shown = os.path.join(".", folder) if str(folder).startswith("-") else str(folder)  # noqa: PTH118 (Path drops the dot)
    for before, command in (("Now try:", "check"), ("", "play")):
        print(f"{before:9} {command_line('jaws', command, shown)}")
    return 0
