"""The README as a package index shows it: what it links to within the repository is absolute, at the commit built from.

The workflows of GitHub, and of the forges that run them too, tell in their environment which repository that is.
Anywhere else the README stays as it is.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_LINK = re.compile(r"(!?)(\[[^\]]*\])\((?![a-z]+:|#)([^)\s]+)\)")


class Readme(MetadataHookInterface):
    """Fills in the `readme` that pyproject.toml leaves to be computed."""

    def update(self, metadata: dict[str, Any]) -> None:
        """The README of the folder that is built, as its text."""
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": absolute(text, os.environ)}


def absolute(text: str, environment: Mapping[str, str]) -> str:
    """The text with its relative links made absolute: pictures lead to the file, pages to how the forge shows them."""
    try:
        server, repository, commit = (environment[f"GITHUB_{name}"] for name in ("SERVER_URL", "REPOSITORY", "SHA"))
    except KeyError:
        return text

    def link(found: re.Match[str]) -> str:
        picture, words, path = found.groups()
        return f"{picture}{words}({server}/{repository}/{'raw' if picture else 'blob'}/{commit}/{path})"

    return _LINK.sub(link, text)
