"""Common operations on pictures: float32 arrays (h, w, 3), or (h, w) for a mask. Sizes are for a width of 1920."""

import cv2
import numpy as np
import numpy.typing as npt

Image = npt.NDArray[np.float32]
Color = tuple[float, float, float]

_LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)


def scale(image: Image) -> float:
    """Pixels of this picture to a pixel of one 1920 wide."""
    return image.shape[1] / 1920


def blur(image: Image, sigma: float) -> Image:
    """Gaussian blur, `sigma` in this picture's own pixels."""
    return cv2.GaussianBlur(image, (0, 0), max(sigma, 0.3), borderType=cv2.BORDER_REFLECT)


def luminance(image: Image) -> Image:
    """Rec. 709 luminance (h, w)."""
    return image @ _LUMA


def tint(color: Color) -> Image:
    """A colour to multiply or add, (3,)."""
    return np.array(color, np.float32)


def positions(image: Image) -> tuple[Image, Image]:
    """Each pixel's x and y as shares of width and height, (h, w) both."""
    h, w = image.shape[:2]
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    return x / w, y / h


def distance(image: Image, centre: tuple[float, float]) -> Image:
    """Distance (h, w) from `centre` (shares of width and height), in picture heights."""
    x, y = positions(image)
    aspect = image.shape[1] / image.shape[0]
    return np.hypot((x - centre[0]) * aspect, y - centre[1])


def spot(image: Image, centre: tuple[float, float], size: tuple[float, float]) -> Image:
    """A soft mask (h, w): 1 at `centre`, falling to 1/e at `size` (shares of width and height) from it."""
    x, y = positions(image)
    return np.exp(-(((x - centre[0]) / size[0]) ** 2 + ((y - centre[1]) / size[1]) ** 2))


def ramp(value: Image, low: float, high: float) -> Image:
    """0 at `low`, 1 at `high`, smooth between (either may be the larger)."""
    t = np.clip((value - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def dim(image: Image, amount: float, mask: Image) -> Image:
    """Darken by the share `amount` where `mask` (h, w) is 1."""
    return image * (1 - amount * mask)[..., None]


def wash(image: Image, inside: Color, outside: Color, mask: Image) -> Image:
    """Multiply by the colour `inside` where `mask` (h, w) is 1, and by `outside` where it is 0."""
    share = mask[..., None]
    return image * (tint(inside) * share + tint(outside) * (1 - share))
