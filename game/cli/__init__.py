"""The commands, one file each; with no command at all the game is played."""

import argparse
import contextlib
import sys
from collections.abc import Sequence
from typing import Protocol

from game.cli import plain


class _Command(Protocol):
    """What each module of a command has."""

    HELP: str

    def add_to(self, parser: argparse.ArgumentParser, /) -> None: ...

    def run(self, options: argparse.Namespace, /) -> int: ...


_COMMANDS = ("play", "check", "endings", "map", "walk", "hint", "test", "read", "new", "schema")


def _command(name: str) -> _Command:
    """The module of a command; only the one that is called is loaded, so that each starts as soon as it can."""
    match name:
        case "play":
            from game.cli import play

            return play
        case "check":
            from game.cli import check

            return check
        case "endings":
            from game.cli import endings

            return endings
        case "map":
            from game.cli import map as map_

            return map_
        case "walk":
            from game.cli import walk

            return walk
        case "hint":
            from game.cli import hint

            return hint
        case "test":
            from game.cli import test

            return test
        case "read":
            from game.cli import read

            return read
        case "new":
            from game.cli import new

            return new
        case _:
            from game.cli import schema

            return schema


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; the exit code is 0, 1 for a story with errors, 2 for a wrong call or no display."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=plain.NAME)  # a terminal that lacks ’ gets ', not a crash
    parser = argparse.ArgumentParser(
        prog="jaws", description="Plays and checks choose-your-path stories. Without a command, it plays."
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    if not given or (given[0] not in _COMMANDS and given[0] not in ("-h", "--help")):
        wrong_command = given and not given[0].startswith("-")
        if not wrong_command:
            given.insert(0, "play")
    called = given[:1] if given[0] in _COMMANDS else _COMMANDS  # help, and a wrong word, are told of all
    for name in called:
        command = _command(name)
        command.add_to(commands.add_parser(name, help=command.HELP, description=command.HELP))
    options = parser.parse_args(given)
    try:
        return _command(options.command).run(options)
    except BrokenPipeError:
        _abandon_output()
        return 3 if options.command == "read" else 1
    except KeyboardInterrupt:
        return 130


def _abandon_output() -> None:
    """Nobody reads on: keeps the interpreter from complaining when it flushes at exit."""
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.close()
