"""The map as a drawing that scales: chapters as bands, endings and findings marked."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise

from game.atlas.layout import Box, Layout, Point, lay_out
from game.authoring.drawing.story_map import MapLink, MapScene, StoryMap

_LETTER, _LINE, _PADDING = 7.4, 16.0, 12.0
_LOOP = 22.0

STYLE = """\
svg { background: #fff; background: var(--paper, #fff); font: 12px system-ui, sans-serif; }
.band { fill: #f3f1ec; fill: var(--band, #f3f1ec); }
.band-title { fill: #6b655a; fill: var(--faint, #6b655a); font-weight: 600; font-size: 14px; }
.box { fill: #fff; fill: var(--box, #fff); stroke: #55504a; stroke: var(--line, #55504a); stroke-width: 1.2; }
.name { fill: #1d1b18; fill: var(--ink, #1d1b18); text-anchor: middle; }
.ending-name { fill: #1d1b18; fill: var(--ink, #1d1b18); text-anchor: middle; font-style: italic; }
.ending .box { fill: #e3efe4; fill: var(--ending, #e3efe4); stroke-width: 2.4; }
.start .box { stroke-width: 3; }
.unreached .box { stroke-dasharray: 4 3; fill: none; }
.unreached .name { fill: #6b655a; fill: var(--faint, #6b655a); }
.warning .box { stroke: #b26a00; }
.error .box { stroke: #b3261e; stroke-width: 2.4; }
.badge circle { fill: #b26a00; } .error .badge circle { fill: #b3261e; }
.badge text { fill: #fff; text-anchor: middle; font-weight: 700; font-size: 10px; }
.way { fill: none; stroke: #8d867b; stroke: var(--way, #8d867b); stroke-width: 1.2; }
.way.silence { stroke-dasharray: 5 3; } .way.skip { stroke-dasharray: 1 4; }
.way.untaken { opacity: .35; stroke-dasharray: 2 4; }
.head { fill: #8d867b; fill: var(--way, #8d867b); }
"""


def as_svg(chart: StoryMap) -> str:
    """The whole drawing, to stand alone."""
    layout = _laid_out(chart)
    size = f'width="{layout.width:.0f}" height="{layout.height:.0f}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {layout.width:.0f} {layout.height:.0f}">\n'
        f"<title>{escape(chart.title)}</title>\n<style>\n{STYLE}</style>\n"
        + "\n".join(_parts(chart, layout))
        + "\n</svg>\n"
    )


def _laid_out(chart: StoryMap) -> Layout:
    boxes = [Box(scene.id, *_size(scene), scene.chapter) for scene in chart.scenes]
    return lay_out(boxes, [(path.source, path.goal) for path in chart.links])


def _size(scene: MapScene) -> tuple[float, float]:
    words = _words(scene)
    return max(len(each) for each in words) * _LETTER + 2 * _PADDING, len(words) * _LINE + _PADDING


def _words(scene: MapScene) -> list[str]:
    return [scene.id, *([scene.ending] if scene.ending else [])]


def _parts(chart: StoryMap, layout: Layout) -> Iterator[str]:
    yield (
        '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path class="head" d="M0,0 L8,4 L0,8 Z"/></marker></defs>'
    )
    for number, (top, bottom) in layout.bands.items():
        yield f'<rect class="band" x="0" y="{top:.1f}" width="{layout.width:.1f}" height="{bottom - top:.1f}"/>'
        yield f'<text class="band-title" x="12" y="{top + 19:.1f}">{number}. {escape(chart.chapters[number])}</text>'
    sizes = {scene.id: _size(scene) for scene in chart.scenes}
    for (source, goal), paths in _together(chart.links).items():
        yield _way(source, goal, paths, layout, sizes)
    for scene in chart.scenes:
        yield _box(scene, layout.middles[scene.id], *sizes[scene.id])


def _together(paths: Sequence[MapLink]) -> dict[tuple[str, str], list[MapLink]]:
    """The paths that lead from one scene to one other are drawn as one."""
    found: dict[tuple[str, str], list[MapLink]] = {}
    for path in paths:
        found.setdefault((path.source, path.goal), []).append(path)
    return found


def _way(
    source: str, goal: str, paths: Sequence[MapLink], layout: Layout, sizes: Mapping[str, tuple[float, float]]
) -> str:
    kinds = {path.kind for path in paths if path.taken} or {path.kind for path in paths}
    kind = next(each for each in ("choice", "go", "silence", "skip") if each in kinds)
    classes = f"way {kind}" + ("" if any(path.taken for path in paths) else " untaken")
    words = " / ".join(path.words or path.kind for path in paths)
    if source == goal:
        line = _loop(layout.middles[source], *sizes[source])
    else:
        line = _curve(layout.ways[source, goal], sizes[source][1] / 2, sizes[goal][1] / 2)
    return (
        f'<path class="{classes}" data-from="{escape(source)}" data-to="{escape(goal)}" d="{line}" marker-end="url(#head)">'
        f"<title>{escape(f'{source} → {goal}: {words}')}</title></path>"
    )


def _curve(way: Sequence[Point], leaving: float, coming: float) -> str:
    """From the edge of one box to that of the other, upright at every bend."""
    down = way[0].y < way[-1].y
    leaving, coming = (leaving, -coming) if down else (-leaving, coming)
    points = [Point(way[0].x, way[0].y + leaving), *way[1:-1], Point(way[-1].x, way[-1].y + coming)]
    line = f"M{points[0].x:.1f},{points[0].y:.1f}"
    for before, point in pairwise(points):
        middle = (before.y + point.y) / 2
        line += f" C{before.x:.1f},{middle:.1f} {point.x:.1f},{middle:.1f} {point.x:.1f},{point.y:.1f}"
    return line


def _loop(middle: Point, width: float, height: float) -> str:
    """Out of the right side of a box and back into it."""
    x, far = middle.x + width / 2, middle.x + width / 2 + _LOOP
    top, bottom = middle.y - height / 4, middle.y + height / 4
    return f"M{x:.1f},{top:.1f} C{far:.1f},{top - 8:.1f} {far:.1f},{bottom + 8:.1f} {x:.1f},{bottom:.1f}"


def _box(scene: MapScene, middle: Point, width: float, height: float) -> str:
    classes = ["scene", *(["ending"] if scene.ending else []), *(["start"] if scene.is_start else [])]
    classes += [*([] if scene.reached else ["unreached"]), *([scene.severity] if scene.severity else [])]
    x, y = middle.x - width / 2, middle.y - height / 2
    round_ = height / 2 if scene.ending else 6
    told = [f"{scene.id} ({scene.at})", *(f"{each.severity}: {each.message}" for each in scene.findings)]
    lines = _words(scene)
    first = middle.y - (len(lines) - 1) * _LINE / 2 + 4
    texts = [
        f'<text class="{"ending-name" if index else "name"}" x="{middle.x:.1f}" y="{first + index * _LINE:.1f}">'
        f"{escape(words)}</text>"
        for index, words in enumerate(lines)
    ]
    badge = ""
    if scene.findings:
        badge = (
            f'<g class="badge"><circle cx="{x + width:.1f}" cy="{y:.1f}" r="8"/>'
            f'<text x="{x + width:.1f}" y="{y + 3.5:.1f}">{len(scene.findings)}</text></g>'
        )
    return (
        f'<g class="{" ".join(classes)}" data-id="{escape(scene.id)}"><title>{escape(chr(10).join(told))}</title>'
        f'<rect class="box" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="{round_:.1f}"/>'
        f"{''.join(texts)}{badge}</g>"
    )
