"""Writes a finished picture."""

from pathlib import Path

import numpy as np
from PIL import Image as Picture

from paint.image import Image


def save(image: Image, path: Path, *, quality: int = 91) -> None:
    """Write `image` (display values, 0 to 1) as WebP, dithered so that the dark does not band."""
    rng = np.random.default_rng(0)
    levels = np.clip(image, 0, 1) * 255 + rng.uniform(-0.5, 0.5, image.shape)
    picture = Picture.fromarray(np.clip(levels + 0.5, 0, 255).astype(np.uint8))
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path, "WEBP", quality=quality, method=6)
