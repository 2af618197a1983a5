"""The map as one page that can be searched and zoomed, and needs nothing beside itself."""

import json
import re
from html import escape
from importlib import resources

from game.authoring.drawing.chart import Chart, Spot
from game.authoring.drawing.svg import as_svg


def as_html(chart: Chart) -> str:
    template = resources.files("game.authoring.drawing").joinpath("page.html").read_text(encoding="utf-8")
    told = json.dumps(_told(chart), ensure_ascii=False).replace("<", "\\u003c")  # ends no script
    filled = {"@TITLE@": escape(chart.title), "@DATA@": told, "@MAP@": as_svg(chart)}
    return re.sub("|".join(filled), lambda found: filled[found[0]], template)


def _told(chart: Chart) -> dict[str, object]:
    ways: dict[str, list[dict[str, object]]] = {}
    for path in chart.paths:
        way = {"to": path.goal, "kind": path.kind, "words": path.words, "taken": path.taken}
        ways.setdefault(path.source, []).append(way)
    return {
        "scenes": [_scene(chart, spot, ways.get(spot.id, [])) for spot in chart.spots],
        "elsewhere": [{"severity": e.severity, "message": e.message, "at": str(e.at)} for e in chart.elsewhere],
    }


def _scene(chart: Chart, spot: Spot, ways: list[dict[str, object]]) -> dict[str, object]:
    return {
        "id": spot.id,
        "chapter": chart.chapters[spot.chapter],
        "at": str(spot.at),
        "ending": spot.ending,
        "reached": spot.reached,
        "ways": ways,
        "findings": [
            {"severity": e.severity, "message": e.message, "hint": e.hint, "at": str(e.at)} for e in spot.findings
        ],
    }
