"""Procedural noise over points in space.

Gradient noise after Ken Perlin, "Improving Noise" (SIGGRAPH 2002); sums of octaves and the ridged form after
Musgrave, Kolb and Mace, "The synthesis and rendering of eroded fractal terrains" (SIGGRAPH 1989). Cells after
Worley, "A cellular texture basis function" (SIGGRAPH 1996).
"""

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

Array = npt.NDArray[np.float64]

_TABLE = 256
_rng = np.random.default_rng(7)
_permutation = np.tile(_rng.permutation(_TABLE), 3)
_gradients = _rng.normal(size=(_TABLE, 3))
_gradients /= np.linalg.norm(_gradients, axis=1, keepdims=True)


def perlin(points: npt.ArrayLike) -> Array:
    """Gradient noise of `points` (n, 3), one unit to a cell: (n,), about -1 to 1, the same on every machine."""
    p = np.asarray(points, float)
    cell = np.floor(p).astype(np.int64)
    f = p - cell
    fade = f * f * f * (f * (f * 6 - 15) + 10)
    cell &= _TABLE - 1

    def corner(dx: int, dy: int, dz: int) -> Array:
        hashed = _permutation[_permutation[_permutation[cell[:, 0] + dx] + cell[:, 1] + dy] + cell[:, 2] + dz]
        return np.einsum("ij,ij->i", _gradients[hashed], f - (dx, dy, dz))

    def along_x(dy: int, dz: int) -> Array:
        a = corner(0, dy, dz)
        return a + (corner(1, dy, dz) - a) * fade[:, 0]

    def along_y(dz: int) -> Array:
        a = along_x(0, dz)
        return a + (along_x(1, dz) - a) * fade[:, 1]

    near = along_y(0)
    return (near + (along_y(1) - near) * fade[:, 2]) * 1.6


def fractal(points: npt.ArrayLike, octaves: int = 5, *, gain: float = 0.5, ridged: bool = False) -> Array:
    """A sum of octaves of `perlin` over `points` (n, 3), normalised: (n,), about -1 to 1.

    Ridged octaves are folded at zero, which leaves sharp crests near 1 and broad hollows.
    """
    p = np.asarray(points, float)
    total = np.zeros(len(p))
    amplitude, norm = 1.0, 0.0
    for _ in range(octaves):
        value = perlin(p)
        total += amplitude * (1 - 2 * np.abs(value) if ridged else value)
        norm += amplitude
        amplitude *= gain
        p = p * 2.03 + 17.3
    return total / norm


def terrace(height: Array, step: float, tread: float = 0.75) -> Array:
    """`height` cut into ledges `step` high: level over the share `tread` of a step, then a smooth riser."""
    level = np.floor(height / step)
    rise = np.clip((height / step - level - tread) / (1 - tread), 0, 1)
    return (level + rise * rise * (3 - 2 * rise)) * step


def blocks(points: Array, size: float, *, seed: int = 0, tilt: float = 0.5) -> Array:
    """Fractured rock over `points` (n, 3): cells about `size` across, each a flat facet at its own height and slant.

    Heights (n,) are about -1 to 1; `tilt` is how steeply facets lean. Steps between cells are worn, and parted by clefts.
    """
    rng = np.random.default_rng(seed)
    low, high = points.min(0) - size, points.max(0) + size
    count = np.ceil((high - low) / size).astype(int)
    centres = (np.indices(count).reshape(3, -1).T + rng.uniform(0, 1, (count.prod(), 3))) * size + low
    heights = rng.uniform(-1, 1, len(centres))
    slants = rng.normal(size=(len(centres), 3)) * tilt
    warped = points + 0.12 * size * np.stack([perlin(points * (2.2 / size) + 31 * k) for k in range(3)], 1)
    away, cell = cKDTree(centres).query(warped, k=4)
    facets = heights[cell] + np.einsum("ijk,ijk->ij", slants[cell], (warped[:, None] - centres[cell]) / size)
    share = np.exp(-(away - away[:, :1]) * (24 / size))
    cleft = np.clip(1 - (away[:, 1] - away[:, 0]) / (0.12 * size), 0, 1)
    return (facets * share).sum(1) / share.sum(1) - 0.35 * cleft
