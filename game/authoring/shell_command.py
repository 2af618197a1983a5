"""Commands as an author can paste them."""

import os
import shlex
import subprocess


def command_line(command: str, *words: str) -> str:
    """A command as one line for the shell of this system, each word quoted where it has to be."""
    words = (command, *words)
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
