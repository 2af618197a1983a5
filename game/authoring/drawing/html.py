"""The map as one page that can be searched and zoomed, and needs nothing beside itself."""

import json
import re
from html import escape
from importlib import resources

from game.authoring.drawing.story_map import MapScene, StoryMap
from game.authoring.drawing.svg import as_svg


def as_html(chart: StoryMap) -> str:
    """The whole page, with the drawing and what is told of each scene in it."""
    template = resources.files("game.authoring.drawing").joinpath("page.html").read_text(encoding="utf-8")
    told = json.dumps(_told(chart), ensure_ascii=False).replace("<", "\\u003c")  # ends no script
    filled = {"@TITLE@": escape(chart.title), "@DATA@": told, "@MAP@": as_svg(chart)}
    return re.sub("|".join(filled), lambda found: filled[found[0]], template)


def _told(chart: StoryMap) -> dict[str, object]:
    ways: dict[str, list[dict[str, object]]] = {}
    for path in chart.links:
        way = {"to": path.goal, "kind": path.kind, "words": path.words, "taken": path.taken}
        ways.setdefault(path.source, []).append(way)
    return {
        "scenes": [_scene(chart, scene, ways.get(scene.id, [])) for scene in chart.scenes],
        "elsewhere": [{"severity": e.severity, "message": e.message, "at": str(e.at)} for e in chart.elsewhere],
    }


def _scene(chart: StoryMap, scene: MapScene, ways: list[dict[str, object]]) -> dict[str, object]:
    return {
        "id": scene.id,
        "chapter": chart.chapters[scene.chapter],
        "at": str(scene.at),
        "ending": scene.ending,
        "reached": scene.reached,
        "ways": ways,
        "findings": [
            {"severity": e.severity, "message": e.message, "hint": e.hint, "at": str(e.at)} for e in scene.findings
        ],
    }
