"""The anisotropic Kuwahara filter: flat patches of colour with crisp edges, drawn out along the picture's forms.

Kyprianidis, Kang and Döllner, "Image and video abstraction by anisotropic Kuwahara filtering" (Computer Graphics
Forum 28, 2009), with the polynomial sector weights of Kyprianidis et al., "Anisotropic Kuwahara filtering with
polynomial weighting functions" (TPCG 2010).
"""

import math

import numba
import numpy as np

from paint.image import Image, scale
from paint.structure import structure

_SECTORS = 8
_DIAGONAL = math.sqrt(0.5)


def kuwahara(image: Image, radius: float, *, sharpness: float = 8.0) -> Image:
    """Filter `image` with patches of about `radius`; higher `sharpness` picks the calmest sector more strictly."""
    s = scale(image)
    flow = structure(image, max(4.8 * s, 1.2))
    source = np.ascontiguousarray(image, np.float32)
    return _filter(source, flow.angle, flow.anisotropy, max(radius * s, 2.2), sharpness)


@numba.njit(fastmath=True, cache=True)
def _sector_weights(x: float, y: float, zeta: float, eta: float, weights: np.ndarray) -> float:
    """Fill `weights` (8,) for the offset (x, y) in the unit disc of the filter; returns their sum."""
    for turn in range(2):
        u = x if turn == 0 else _DIAGONAL * (x - y)
        v = y if turn == 0 else _DIAGONAL * (x + y)
        across = zeta - eta * u * u
        along = zeta - eta * v * v
        weights[turn] = max(0.0, v + across) ** 2
        weights[turn + 2] = max(0.0, -u + along) ** 2
        weights[turn + 4] = max(0.0, -v + across) ** 2
        weights[turn + 6] = max(0.0, u + along) ** 2
    total = 0.0
    for k in range(_SECTORS):
        total += weights[k]
    return total


@numba.njit(parallel=True, fastmath=True, cache=True)
def _filter(
    image: np.ndarray, angle: np.ndarray, anisotropy: np.ndarray, radius: float, sharpness: float
) -> np.ndarray:
    h, w, _ = image.shape
    out = np.empty_like(image)
    zeta = 2.0 / radius
    eta = (zeta + math.cos(math.pi / _SECTORS)) / math.sin(math.pi / _SECTORS) ** 2
    for row in numba.prange(h):
        y = np.int64(row)  # signed, so that it can be negated
        mean = np.empty((_SECTORS, 3))
        square = np.empty((_SECTORS, 3))
        mass = np.empty(_SECTORS)
        weights = np.empty(_SECTORS)
        for x in range(w):
            long = radius * min(1 + anisotropy[y, x], 2.0)
            short = radius * max(1 / (1 + anisotropy[y, x]), 0.1)
            c = math.cos(angle[y, x])
            s = math.sin(angle[y, x])
            reach_x = int(math.sqrt((long * c) ** 2 + (short * s) ** 2))
            reach_y = int(math.sqrt((long * s) ** 2 + (short * c) ** 2))
            mean[:] = 0
            square[:] = 0
            mass[:] = 0
            for j in range(max(-reach_y, -y), min(reach_y, h - 1 - y) + 1):
                for i in range(max(-reach_x, -x), min(reach_x, w - 1 - x) + 1):
                    u = 0.5 * (c * i + s * j) / long
                    v = 0.5 * (c * j - s * i) / short
                    off = u * u + v * v
                    if off > 0.25:
                        continue
                    total = _sector_weights(u, v, zeta, eta, weights)
                    if total <= 0:
                        continue
                    falloff = math.exp(-3.125 * off) / total
                    for k in range(_SECTORS):
                        weight = weights[k] * falloff
                        if weight > 0:
                            mass[k] += weight
                            for channel in range(3):
                                value = image[y + j, x + i, channel]
                                mean[k, channel] += value * weight
                                square[k, channel] += value * value * weight
            share = 0.0
            mixed = np.zeros(3)
            for k in range(_SECTORS):
                if mass[k] <= 1e-8:
                    continue
                variance = 0.0
                for channel in range(3):
                    mean[k, channel] /= mass[k]
                    variance += abs(square[k, channel] / mass[k] - mean[k, channel] ** 2)
                weight = 1.0 / (1.0 + (1000.0 * variance) ** (0.5 * sharpness))
                share += weight
                for channel in range(3):
                    mixed[channel] += mean[k, channel] * weight
            for channel in range(3):
                out[y, x, channel] = mixed[channel] / share
    return out
