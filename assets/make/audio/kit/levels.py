"""How loud a sound is, and bringing it to where it should be."""

from collections.abc import Sequence

import numpy as np
import pyloudnorm
from scipy import ndimage, signal

from kit.signal import SR, Audio, db, samples, stereo, todb


def loudness(x: Audio) -> float:
    """Integrated, after ITU-R BS.1770, in LUFS. -70 where there is next to nothing."""
    x = stereo(x)
    if len(x) < SR:
        x = np.vstack([x, np.zeros((SR - len(x), 2))])
    return max(-70.0, float(pyloudnorm.Meter(SR).integrated_loudness(x)))


def loudest_moment(x: Audio) -> float:
    """The loudest 400 ms, ungated: how loud an effect is, in LUFS."""
    x, window = stereo(x), samples(0.4)
    if len(x) < window:
        x = np.vstack([x, np.zeros((window - len(x), 2))])
    y = signal.lfilter(
        [1.53512485958697, -2.69169618940638, 1.19839281085285], [1, -1.69065929318241, 0.73248077421585], x, axis=0
    )
    y = signal.lfilter([1, -2, 1], [1, -1.99004745483398, 0.99007225036621], y, axis=0)
    power = np.concatenate([[0], np.cumsum((y**2).sum(1))])
    starts = np.arange(0, len(x) - window + 1, window // 4)
    return float(-0.691 + 10 * np.log10((power[starts + window] - power[starts]).max() / window + 1e-20))


def true_peak(x: Audio) -> float:
    """The peak between samples too, in dBTP."""
    each = np.ascontiguousarray(x.T)  # filtered in a third of the time, channel by channel
    return float(todb(np.abs(signal.resample_poly(each, 4, 1, axis=-1)).max()))


def holding_back(x: Audio, ceiling: float, *, loops: bool) -> Audio:
    """The gain that keeps `x` under a ceiling in dBTP: there ahead of the peak, and slow to let go."""
    mode, n = "wrap" if loops else "nearest", len(x)
    peaks = np.abs(signal.resample_poly(x, 4, 1, axis=0)).max(1)[: 4 * n].reshape(n, 4).max(1)
    gain = np.minimum(1.0, db(ceiling) / np.maximum(peaks, 1e-9))
    ahead, release = samples(0.004), samples(0.12)
    gain = ndimage.minimum_filter1d(gain, 2 * ahead + 1, mode=mode)
    gain = ndimage.minimum_filter1d(gain, release // 2, origin=release // 4 - 1, mode=mode)
    return np.minimum(ndimage.uniform_filter1d(gain, 2 * ahead + 1, mode=mode), 1)[:, None]


def mastered(x: Audio, target: float, ceiling: float = -2.0) -> Audio:
    """An effect brought to the loudness of its loudest moment."""
    x = stereo(x)
    for _ in range(3):
        x = x * db(target - loudest_moment(x))
        x = x * holding_back(x, ceiling, loops=False)
    return x


def mastered_loops(stems: Sequence[Audio], target: float, ceiling: float = -2.0) -> list[Audio]:
    """Loops brought to an integrated loudness together: they still sum to what they summed to, held under the ceiling."""
    stems = list(stems)
    for _ in range(2):
        mix = sum(stems)
        gain = db(target - loudness(mix))
        gain = gain * holding_back(mix * gain, ceiling, loops=True)
        stems = [each * gain for each in stems]
    return stems


def glued(mix: Audio, threshold: float = -26.0, ratio: float = 1.3) -> Audio:
    """The gain of a gentle compressor on one lap of a loop, slow enough that the music still breathes."""
    power = (np.concatenate([mix, mix]) ** 2).mean(1)
    for seconds in (0.02, 0.25):
        a = np.exp(-1 / (seconds * SR))
        power = signal.lfilter([1 - a], [1, -a], power)
    reduction = np.minimum(0, (threshold - 10 * np.log10(power + 1e-12)) * (1 - 1 / ratio))
    return db(reduction[len(mix) :])[:, None]
