"""Brush marks: a few procedural textures, and laying them down on a canvas."""

import cv2
import numba
import numpy as np
import numpy.typing as npt

from paint.image import Image

_HEIGHT, _WIDTH = 48, 160
BRUSHES = 8


def _mark(seed: int) -> tuple[Image, Image]:
    """One mark drawn from left to right: its opacity and the relief of its paint, (48, 160) both."""
    rng = np.random.default_rng(seed)
    y = np.linspace(-1, 1, _HEIGHT)[:, None]
    x = np.linspace(-1, 1, _WIDTH)[None]
    bristles = cv2.GaussianBlur(rng.uniform(0.35, 1, (_HEIGHT, 1)), (1, 3), 0.7)
    streaks = cv2.GaussianBlur(rng.uniform(0, 1, (_HEIGHT, _WIDTH)), (0, 0), sigmaX=14, sigmaY=0.8)
    streaks = (streaks - streaks.min()) / np.ptp(streaks)
    ragged = cv2.GaussianBlur(rng.uniform(-0.12, 0.12, (_HEIGHT, 1)), (1, 5), 1)
    body = np.clip((1 - np.abs(y) ** 2.6) * 3, 0, 1)
    ends = np.clip((0.93 + ragged - x) * 7, 0, 1) * np.clip((x + 0.95 + ragged * 0.6) * 11, 0, 1)
    dry = np.clip(1.25 - 0.77 * (x * 0.5 + 0.5) * (1 - streaks), 0, 1)
    opacity = body * ends * dry * (0.62 + 0.38 * bristles)
    relief = (0.6 * bristles + 0.4 * streaks - 0.5) * opacity
    return opacity.astype(np.float32), relief.astype(np.float32)


_MARKS = [_mark(k) for k in range(BRUSHES)]
_OPACITY = np.stack([opacity for opacity, _ in _MARKS])
_RELIEF = np.stack([relief for _, relief in _MARKS])


def lay(
    canvas: Image,
    relief: Image,
    centres: npt.NDArray[np.float64],
    angles: npt.NDArray[np.float64],
    lengths: npt.NDArray[np.float64],
    widths: npt.NDArray[np.float64],
    colors: Image,
    brushes: npt.NDArray[np.int64],
) -> None:
    """Paint n marks in order onto `canvas` (h, w, 3) and `relief` (h, w), in place.

    `centres` (n, 2) are x and y in pixels, `angles` radians, `lengths` and `widths` pixels, `colors` (n, 3).
    """
    _lay(canvas, relief, centres, angles, lengths, widths, colors, brushes, _OPACITY, _RELIEF)


@numba.njit(fastmath=True, cache=True)
def _lay(
    canvas: np.ndarray,
    relief: np.ndarray,
    centres: np.ndarray,
    angles: np.ndarray,
    lengths: np.ndarray,
    widths: np.ndarray,
    colors: np.ndarray,
    brushes: np.ndarray,
    opacities: np.ndarray,
    reliefs: np.ndarray,
) -> None:
    h, w, _ = canvas.shape
    rows, columns = opacities.shape[1:]
    for k in range(len(angles)):
        c = np.cos(angles[k])
        s = np.sin(angles[k])
        half_length = lengths[k] / 2
        half_width = widths[k] / 2
        reach_x = int(abs(c) * half_length + abs(s) * half_width) + 1
        reach_y = int(abs(s) * half_length + abs(c) * half_width) + 1
        x0, y0 = centres[k]
        for y in range(max(0, int(y0) - reach_y), min(h, int(y0) + reach_y + 1)):
            for x in range(max(0, int(x0) - reach_x), min(w, int(x0) + reach_x + 1)):
                u = (c * (x - x0) + s * (y - y0)) / half_length
                v = (c * (y - y0) - s * (x - x0)) / half_width
                if abs(u) > 1 or abs(v) > 1:
                    continue
                column = int((u + 1) * 0.5 * (columns - 1))
                row = int((v + 1) * 0.5 * (rows - 1))
                alpha = opacities[brushes[k], row, column] * 0.92
                if alpha <= 0.003:
                    continue
                for channel in range(3):
                    canvas[y, x, channel] += (colors[k, channel] - canvas[y, x, channel]) * alpha
                thick = reliefs[brushes[k], row, column] * (0.4 + widths[k] * 0.02)
                relief[y, x] += (thick - relief[y, x]) * alpha


@numba.njit(fastmath=True, cache=True)
def stroke_lengths(
    reference: np.ndarray, angles: np.ndarray, centres: np.ndarray, shortest: float, longest: float, tolerance: float
) -> np.ndarray:
    """How far (n,) each mark can run both ways before the colour of `reference` changes by `tolerance`."""
    h, w, _ = reference.shape
    out = np.empty(len(angles))
    for k in range(len(angles)):
        x0, y0 = centres[k]
        c = np.cos(angles[k])
        s = np.sin(angles[k])
        length = shortest
        alike = True
        while alike and length < longest:
            for way in (-1, 1):
                x = int(x0 + way * c * length * 0.5)
                y = int(y0 + way * s * length * 0.5)
                if x < 0 or y < 0 or x >= w or y >= h:
                    alike = False
                    break
                change = 0.0
                for channel in range(3):
                    change += abs(reference[y, x, channel] - reference[int(y0), int(x0), channel])
                if change > tolerance:
                    alike = False
                    break
            if alike:
                length *= 1.25
        out[k] = length
    return out
