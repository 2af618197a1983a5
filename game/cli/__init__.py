"""The commands, one file each; with no command at all the game is played."""

import argparse
import contextlib
import sys
from collections.abc import Mapping, Sequence
from typing import Protocol

from game.cli import check, endings, new, play, read, schema, test, walk
from game.cli import map as map_


class _Command(Protocol):
    """What each module of a command has."""

    HELP: str

    def add_to(self, parser: argparse.ArgumentParser, /) -> None: ...

    def run(self, options: argparse.Namespace, /) -> int: ...


_COMMANDS: Mapping[str, _Command] = {
    "play": play,
    "check": check,
    "endings": endings,
    "walk": walk,
    "map": map_,
    "test": test,
    "read": read,
    "new": new,
    "schema": schema,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; the exit code is 0, 1 for a story with errors, 2 for a wrong call or no display."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks ’ gets ?, not a crash
    parser = argparse.ArgumentParser(
        prog="jaws", description="Plays and checks choose-your-path stories. Without a command, it plays."
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, command in _COMMANDS.items():
        command.add_to(commands.add_parser(name, help=command.HELP, description=command.HELP))
    if not given or (given[0] not in _COMMANDS and given[0] not in ("-h", "--help")):
        wrong_command = given and not given[0].startswith("-")
        if not wrong_command:
            given.insert(0, "play")
    options = parser.parse_args(given)
    try:
        return _COMMANDS[options.command].run(options)
    except BrokenPipeError:
        _abandon_output()
        return 3 if options.command == "read" else 1
    except KeyboardInterrupt:
        return 130


def _abandon_output() -> None:
    """Nobody reads on: keeps the interpreter from complaining when it flushes at exit."""
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.close()
