"""A contact sheet of all the places, for the README."""

from making import PAINTINGS, ROOT
from PIL import Image as Picture
from PIL import ImageDraw, ImageFont

_ORDER = (
    "title cavern_light cavern_falling throat office corridor nurse av_closet stairs basement_seal basement_green "
    "basement_open maze maze_dark maze_deep steps_dawn street house porch crater bus"
).split()
_CELL, _GAP, _COLUMNS = (400, 225), 10, 3
_GROUND, _INK = (14, 13, 16), (196, 186, 170)


def make_sheet() -> None:
    """Write `assets/screenshots/places.webp`."""
    places = [place for place in _ORDER if (PAINTINGS / f"{place}.webp").exists()]
    rows = -(-len(places) // _COLUMNS)
    wide, high = _CELL[0] + _GAP, _CELL[1] + _GAP + 24
    sheet = Picture.new("RGB", (_COLUMNS * wide + _GAP, rows * high + _GAP), _GROUND)
    font = ImageFont.truetype(str(ROOT / "assets" / "fonts" / "AlegreyaSans-Regular.ttf"), 17)
    draw = ImageDraw.Draw(sheet)
    for k, place in enumerate(places):
        x, y = _GAP + k % _COLUMNS * wide, _GAP + k // _COLUMNS * high
        with Picture.open(PAINTINGS / f"{place}.webp") as painting:
            sheet.paste(painting.convert("RGB").resize(_CELL, Picture.Resampling.LANCZOS), (x, y))
        draw.text((x + 2, y + _CELL[1] + 2), place.replace("_", " "), _INK, font)
    target = ROOT / "assets" / "screenshots" / "places.webp"
    target.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(target, "WEBP", quality=86, method=6)
    print(f"{len(places)} of {len(_ORDER)} places: {target} ({target.stat().st_size // 1000} kB)")
