"""Small pictures that go with saves: made of what is shown, and read back from whatever a file holds."""

from io import BytesIO

import pygame

WIDTH = 256
MOST_BYTES = 300_000
SIGNATURE = b"\x89PNG\r\n\x1a\n"  # then the header's length and name, then width and height: https://www.w3.org/TR/png/


def thumbnail(picture: pygame.Surface) -> pygame.Surface:
    """The same, small."""
    wide, high = picture.get_size()
    return pygame.transform.smoothscale(picture.convert(24), (WIDTH, max(1, round(WIDTH * high / wide))))


def encoded(picture: pygame.Surface) -> bytes:
    """Reduced, as PNG."""
    file = BytesIO()
    pygame.image.save(thumbnail(picture), file, "picture.png")
    return file.getvalue()


def decoded(content: bytes) -> pygame.Surface | None:
    """None where there is no picture, or one of a size that we do not write and that might fill the memory."""
    if content[:8] != SIGNATURE or len(content) > MOST_BYTES:
        return None
    wide, high = (int.from_bytes(content[start : start + 4], "big") for start in (16, 20))
    if wide != WIDTH or not 0 < high <= 4 * WIDTH:
        return None
    try:
        return pygame.image.load(BytesIO(content), "picture.png")
    except pygame.error:
        return None
