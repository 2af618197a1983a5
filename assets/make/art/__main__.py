"""Makes the game's pictures: `python assets/make/art [PLACE …] [--low]`.

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
    | office         | 1-3    | 1/3   | 1/2   |
    | corridor       | 2-3    | 1/3   | 1/2   |
    | stairs         | 2-3    | 1/3   | 1/2   |
    | basement_seal  | 2-4    | 1/3   | 1     |
    | basement_open  | 2-6    | 1/3   | 1     |
    | basement_green | 2-6    | 1/3   | 1-2   |
    | nurse          | 1-3    | 1/3   | 1/2   |
    | av_closet      | 1-3    | 1/3   | 1/2   |
    | maze           | 4-5    | 1/4   | 1     |
    | maze_dark      | 3-5    | 1/4   | 1     |
    | maze_deep      | 3-5    | 1/4   | 1     |
    | steps_dawn     | 3-5    | 1/3   | 1     |
    | street         | 2-4    | 1/3   | 1     |
    | house          | 3-5    | 1/3   | 1     |
    | porch          | 3-5    | 1/3   | 1     |
    | crater         | 2-4    | 1/3   | 1     |
    | bus            | 2-4    | 1/3   | 1     |

What is made from the paintings, in seconds and without a render, but for `layers` where no depth is kept:

    python assets/make/art layers [PLACE …]    a near layer and a far plate of each, which drift apart
    python assets/make/art vignettes           a picture for each ending
    python assets/make/art sheet               all places on one sheet, for the README
    python assets/make/art icon                the application's icon (drawn by itself)

`kit/` builds scenes, `places/` holds one scene a painting, `paint/` holds the filters, and `looks/` says how each
painting uses them; `derived/` makes the rest. The results are the same on every run, up to the renderer's own rounding.
"""

import argparse
import importlib

from making import known_places, make


def main() -> None:
    """Read the command line and make what it names."""
    known = known_places()
    parser = argparse.ArgumentParser(prog="art", description="Makes the game's pictures.")
    help_text = f"which to make (all): {', '.join(known)}; or first: {', '.join(_OTHERS)}"
    parser.add_argument("places", nargs="*", metavar="PLACE", help=help_text)
    parser.add_argument("--low", action="store_true", help="small and rough, into build/art/ only")
    options = parser.parse_args()
    other = options.places.pop(0) if options.places and options.places[0] in _OTHERS else ""
    for place in options.places:
        if place not in known:
            parser.error(f"there is no place {place!r}; there are {', '.join(known)}")
    if other:
        _OTHERS[other](options.places)
    else:
        for place in options.places or known:
            make(place, low=options.low)


def _layers(places: list[str]) -> None:
    layers = importlib.import_module("derived.layers")
    for place in places or layers.painted():
        layers.make_layers(place)


def _vignettes(_places: list[str]) -> None:
    importlib.import_module("derived.vignettes").make_vignettes()


def _sheet(_places: list[str]) -> None:
    importlib.import_module("derived.sheet").make_sheet()


def _icon(_places: list[str]) -> None:
    importlib.import_module("derived.icon").make_icon()


_OTHERS = {"layers": _layers, "vignettes": _vignettes, "sheet": _sheet, "icon": _icon}

if __name__ == "__main__":
    main()
