"""A sound to look at: its score, its level and its spectrogram on one page."""

from pathlib import Path

import audit
import matplotlib as mpl
import numpy as np
from scipy import signal

from kit.ogg import decode
from kit.piece import Piece
from kit.signal import SR, todb

mpl.use("Agg")
from matplotlib import pyplot as plt


def draw(name: str, files: list[Path], target: Path) -> None:
    takes = [decode(file) for file in files]
    made = audit.source(files[0])
    x = sum(takes) if isinstance(made, Piece) else np.concatenate(takes)
    figure, axes = plt.subplots(3, 1, figsize=(15, 10), gridspec_kw={"height_ratios": [2, 1, 3]}, sharex=True)
    if isinstance(made, Piece):
        for part in made.parts:
            colour = {"bed": "tab:blue", "pulse": "tab:red", "voice": "black"}[part.stem]
            for note in part.notes:
                start, end = (float(made.clock.seconds(at)) for at in (note.at, note.at + note.length))
                axes[0].plot(
                    [start, end], [note.pitch] * 2, color=colour, lw=2.5 if part.stem == "voice" else 1, alpha=0.6
                )
    step = SR // 10
    for label, take in zip((file.stem for file in files), takes if isinstance(made, Piece) else [x], strict=False):
        levels = [
            float(todb(np.sqrt((take[i : i + step] ** 2).mean()))) for i in range(0, max(1, len(take) - step), step)
        ]
        axes[1].plot(np.arange(len(levels)) / 10, levels, label=label, lw=1)
    axes[1].set_ylim(-60, 0)
    axes[1].grid(alpha=0.3)
    axes[1].legend(fontsize=7)
    size = 4096 if len(x) > 5 * SR else 1024
    frequencies, times, power = signal.stft(x.mean(1), SR, nperseg=size, noverlap=size * 3 // 4)
    thin = max(1, len(times) // 1400)
    axes[2].pcolormesh(
        times[::thin],
        frequencies[1:],
        todb(np.abs(power[1:, ::thin])),
        vmin=-105,
        vmax=-25,
        cmap="magma",
        shading="nearest",
        rasterized=True,
    )
    axes[2].set_yscale("log")
    axes[2].set_ylim(30, 18000)
    axes[0].set_title(name)
    figure.tight_layout()
    target.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(target, dpi=65)
    plt.close(figure)
