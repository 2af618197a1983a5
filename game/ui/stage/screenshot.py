"""Pictures of the window, kept in a folder."""

from datetime import datetime
from itertools import count
from pathlib import Path

import pygame


def take_screenshot(canvas: pygame.Surface, folder: Path, title: str) -> str:
    """Keep what the canvas shows, beside all kept before. Where, or why not, in a sentence."""
    name = "".join(sign if sign.isalnum() or sign in " -'’" else "_" for sign in title)
    stem = f"{name} {datetime.now().astimezone():%Y-%m-%d %H.%M.%S}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tries = (folder / f"{stem}{f' {number}' if number > 1 else ''}.png" for number in count(1))
        path = next(path for path in tries if not path.exists())
        pygame.image.save(canvas, path)
    except (OSError, pygame.error) as problem:
        return f"The picture cannot be kept: {problem}. Check the folder {folder}."
    return f"A picture is kept in {path}."
