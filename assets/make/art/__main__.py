"""Makes the game's paintings: `python assets/make/art [PLACE …] [--low]`.

Each painting is rendered from a scene built in code (Blender's Cycles on the CPU), enlarged to 1920 x 1080, painted
over by filters, and written to `assets/paintings/NAME.webp`. Without a PLACE, all are made.

Once, in an environment of its own (Python 3.11, about 1.5 GB; the game needs none of it):

    pip install --group art           # or: uv sync --only-group art

A bare Linux machine may also lack libsm6, libxi6, libxfixes3, libxrender1, libxkbcommon0 and libgl1.

Renders are kept in `build/art/`, named by a hash of the code behind them, and used again until that code changes:
work on a `looks/` file repaints in a minute without rendering. `--low` makes a small, rough version and writes it to
`build/art/` only. Minutes on two cores, idle and shared:

    | place          | render | paint | --low |
    |----------------|--------|-------|-------|
    | title          | 3-6    | 1/3   | 1     |
    | cavern_light   | 3-5    | 1/3   | 1     |
    | cavern_falling | 3-5    | 1/3   | 1     |
    | throat         | 3-5    | 1/3   | 1     |

`kit/` builds scenes, `places/` holds one scene a painting, `paint/` holds the filters, and `looks/` says how each
painting uses them. The results are the same on every run, up to the renderer's own rounding.
"""

import argparse
import ast
import hashlib
import importlib
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kit import bpy
from kit.render import Setting, is_done, read, render
from paint.finish import save

_HERE = Path(__file__).parent
_ROOT = _HERE.parents[2]
_CACHE = _ROOT / "build" / "art"
_PAINTINGS = _ROOT / "assets" / "paintings"
_FULL = Setting(1280, 720, 36)
_LOW = Setting(640, 360, 16)


def sources(module: Path) -> set[Path]:
    """The file `module` and every file of this folder that it imports, directly or not."""
    found: set[Path] = set()
    waiting = [module]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            files = [_HERE.joinpath(*name.split(".")).with_suffix(".py") for name in names]
            waiting += [file for file in files if file.exists()]
    return found


def render_path(place: str, setting: Setting) -> Path:
    """Where the render of `place` lies: another path whenever its code or the setting changes."""
    digest = hashlib.sha256(repr(setting).encode())
    for path in sorted(sources(_HERE / "places" / f"{place}.py")):
        digest.update(path.read_bytes())
    return _CACHE / f"{place}-{setting.width}-{digest.hexdigest()[:12]}.exr"


@contextmanager
def quiet_blender(place: str) -> Iterator[None]:
    """Show one line of progress in place of Blender's own output."""
    sys.stdout.flush()
    console = os.dup(1)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)

    @bpy.app.handlers.persistent
    def report(statistics: str) -> None:
        step = statistics.rsplit("|", maxsplit=1)[-1].strip()
        if step.startswith("Sample"):
            os.write(console, f"\r{place}: {step}   ".encode())

    bpy.app.handlers.render_stats.append(report)
    try:
        yield
    finally:
        bpy.app.handlers.render_stats.remove(report)
        os.dup2(console, 1)
        os.close(silence)
        os.write(console, b"\r" + b" " * 80 + b"\r")
        os.close(console)


def make(place: str, *, low: bool) -> None:
    """Make one painting."""
    setting = _LOW if low else _FULL
    path = render_path(place, setting)
    if not is_done(path):
        start = time.monotonic()
        scene = importlib.import_module(f"places.{place}").scene
        with quiet_blender(place):
            scene()
            render(path, setting)
        print(f"{place}: rendered in {time.monotonic() - start:.0f} s")
    start = time.monotonic()
    size = (960, 540) if low else (1920, 1080)
    painting = importlib.import_module(f"looks.{place}").paint(read(path).resized(*size))
    target = (_CACHE if low else _PAINTINGS) / f"{place}.webp"
    save(painting, target)
    print(f"{place}: painted in {time.monotonic() - start:.0f} s: {target} ({target.stat().st_size // 1000} kB)")


def main() -> None:
    """Read the command line and make what it names."""
    known = sorted(path.stem for path in (_HERE / "places").glob("[a-z]*.py"))
    parser = argparse.ArgumentParser(prog="art", description="Makes the game's paintings.")
    parser.add_argument("places", nargs="*", metavar="PLACE", help=f"which to make (all): {', '.join(known)}")
    parser.add_argument("--low", action="store_true", help="small and rough, into build/art/ only")
    options = parser.parse_args()
    for place in options.places:
        if place not in known:
            parser.error(f"there is no place {place!r}; there are {', '.join(known)}")
    for place in options.places or known:
        make(place, low=options.low)


if __name__ == "__main__":
    main()
