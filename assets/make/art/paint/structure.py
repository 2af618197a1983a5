"""The smoothed structure tensor: which way a picture's edges run, and how clearly."""

from typing import NamedTuple

import cv2
import numpy as np

from paint.image import Image, blur, luminance


class Structure(NamedTuple):
    """Per pixel, (h, w) each: the edge's direction in radians, its anisotropy 0 to 1, and its strength."""

    angle: Image
    anisotropy: Image
    strength: Image


def structure(image: Image, sigma: float) -> Structure:
    """Orientation of `image` from its gradients, averaged over `sigma` pixels."""
    grey = luminance(image).astype(np.float32)
    gx = cv2.Scharr(grey, cv2.CV_32F, 1, 0) / 16
    gy = cv2.Scharr(grey, cv2.CV_32F, 0, 1) / 16
    xx, xy, yy = blur(gx * gx, sigma), blur(gx * gy, sigma), blur(gy * gy, sigma)
    root = np.sqrt((xx - yy) ** 2 + 4 * xy * xy)
    major, minor = (xx + yy + root) / 2, (xx + yy - root) / 2
    angle = 0.5 * np.arctan2(2 * xy, xx - yy) + np.pi / 2
    anisotropy = np.where(major + minor > 1e-9, (major - minor) / (major + minor + 1e-9), 0)
    return Structure(
        angle.astype(np.float32), anisotropy.astype(np.float32), np.sqrt(np.maximum(major, 0)).astype(np.float32)
    )
