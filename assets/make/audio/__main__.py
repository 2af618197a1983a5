"""Makes the game's music and sounds: `python assets/make/audio [NAME …] [--pictures]`.

Each piece of `music/` is played by FluidSynth, part by part, and mixed into `assets/music/`; each of `sounds/`,
`ambiences/` and `interface/` is synthesised into the folder of that name in `assets/`. All are mastered, encoded as Vorbis at 48 kHz,
and looked over (`audit.py`); what fails is told, and the exit status is 1. Without a NAME, all are made.

Once, in an environment of its own; the game needs none of it:

    apt-get install fluidsynth musescore-general-soundfont-lossless vorbis-tools
    pip install --group audio

`--pictures` draws score, level and spectrogram of each into `build/audio/`. What FluidSynth plays is kept there too, and
played again only where the notes change. All of it takes about ten minutes on two cores, a sound a second or two.
"""

import argparse
import importlib
import sys
import time
from pathlib import Path

import audit
from kit.ogg import encode
from kit.perform import CACHE, played
from kit.piece import Piece
from kit.take import Take

_HERE = Path(__file__).parent
_ASSETS = _HERE.parents[1]
_QUALITY = {"music": 4, "stems": 3, "sounds": 4, "ambiences": 2, "interface": 5}
_KINDS = ("music", "sounds", "ambiences", "interface")


def make(kind: str, name: str) -> list[Path]:
    """Make all files of a name."""
    module = importlib.import_module(f"{kind}.{name}")
    folder = _ASSETS / kind
    if kind == "music":
        piece: Piece = module.PIECE
        stems = played(piece)
        quality = _QUALITY["stems" if piece.stems else "music"]
        made = {f"{name}_{stem}": x for stem, x in stems.items()} if piece.stems else {name: sum(stems.values())}
        loops = True
    else:
        take: Take = module.TAKE
        quality, loops = _QUALITY[kind], take.loops
        made = {f"{name}_{n}" if take.variants > 1 else name: take.made(n) for n in range(1, take.variants + 1)}
    for each, x in made.items():
        encode(x, folder / f"{each}.ogg", quality, loops=loops)
    return [folder / f"{each}.ogg" for each in made]


def main() -> int:
    known = [(k, p.stem) for k in _KINDS for p in sorted((_HERE / k).glob("[a-z]*.py")) if p.stem != "themes"]
    parser = argparse.ArgumentParser(prog="audio", description="Makes the game's music and sounds.")
    names = ", ".join(f"{kind}/{name}" for kind, name in known)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"which to make (all), with or without its kind: {names}"
    )
    parser.add_argument("--pictures", action="store_true", help="draw what was made into build/audio/")
    options = parser.parse_args()
    for name in options.names:
        if not any(name in {each, f"{kind}/{each}"} for kind, each in known):
            parser.error(f"there is no {name!r}; there are {names}")
    wanted = [(k, n) for k, n in known if not options.names or {n, f"{k}/{n}"} & set(options.names)]
    return 1 if sum(_make_and_look(kind, name, pictures=options.pictures) for kind, name in wanted) else 0


def _make_and_look(kind: str, name: str, *, pictures: bool) -> int:
    """How much is wrong with it."""
    began = time.monotonic()
    files = make(kind, name)
    size = sum(file.stat().st_size for file in files) // 1000
    print(f"{kind}/{name}: {len(files)} files, {size} kB, in {time.monotonic() - began:.0f} s", flush=True)
    told = [f"    {file.name}: {fault}" for file in files for fault in audit.faults(file)]
    for line in told:
        print(line, flush=True)
    if pictures:
        from kit.pictures import draw  # noqa: PLC0415 (matplotlib takes seconds)

        draw(name, files, CACHE / f"{kind}-{name}.png")
    return len(told)


if __name__ == "__main__":
    sys.exit(main())
