"""Makes one painting: renders its scene unless a render by the same code is kept, then paints it over."""

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
ROOT = _HERE.parents[2]
CACHE = ROOT / "build" / "art"
PAINTINGS = ROOT / "assets" / "paintings"
SIZE = (1920, 1080)
FULL = Setting(1280, 720, 16)
LOW = Setting(640, 360, 16)


def known_places() -> list[str]:
    """The names of all places."""
    return sorted(path.stem for path in (_HERE / "places").glob("[a-z]*.py"))


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
    return CACHE / f"{place}-{setting.width}-{digest.hexdigest()[:12]}.exr"


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
    setting = LOW if low else FULL
    path = render_path(place, setting)
    if not is_done(path):
        start = time.monotonic()
        scene = importlib.import_module(f"places.{place}").scene
        with quiet_blender(place):
            scene()
            render(path, setting)
        print(f"{place}: rendered in {time.monotonic() - start:.0f} s")
    start = time.monotonic()
    size = (960, 540) if low else SIZE
    painting = importlib.import_module(f"looks.{place}").paint(read(path).resized(*size))
    target = (CACHE if low else PAINTINGS) / f"{place}.webp"
    save(painting, target)
    print(f"{place}: painted in {time.monotonic() - start:.0f} s: {target} ({target.stat().st_size // 1000} kB)")
