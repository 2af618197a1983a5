"""The map in the language of Graphviz."""

from collections.abc import Iterator

from game.authoring.drawing.story_map import MapLink, MapScene, StoryMap

_STYLES = {"choice": "solid", "silence": "dashed", "go": "solid", "skip": "dotted"}
_COLORS = {"error": "#b3261e", "warning": "#b26a00", None: "#333333"}


def as_dot(chart: StoryMap) -> str:
    """The map as one `digraph`, a cluster for each chapter."""
    return "\n".join(_lines(chart)) + "\n"


def _lines(chart: StoryMap) -> Iterator[str]:
    yield f"digraph {_quoted(chart.title)} {{"
    yield '  node [shape=box, style="rounded,filled", fillcolor=white, fontname="sans-serif", fontsize=11];'
    yield '  edge [fontname="sans-serif", fontsize=9, color="#777777"];'
    for number, title in chart.chapters.items():
        yield f"  subgraph cluster_{number} {{"
        yield f"    label={_quoted(f'{number}. {title}')};"
        yield from (f"    {_node(scene)}" for scene in chart.scenes if scene.chapter == number)
        yield "  }"
    yield from (f"  {_edge(path)}" for path in chart.links)
    yield "}"


def _node(scene: MapScene) -> str:
    words = [scene.id, *([f"“{scene.ending}”"] if scene.ending else [])]
    marks = {"label": "\n".join(words), "color": _COLORS[scene.severity]}
    if scene.ending:
        marks |= {"shape": "ellipse", "peripheries": "2"}
    if scene.is_start:
        marks["penwidth"] = "3"
    if not scene.reached:
        marks |= {"style": "rounded,dashed", "fontcolor": "#888888"}
    if scene.findings:
        marks["tooltip"] = "\n".join(f"{each.severity}: {each.message}" for each in scene.findings)
    return f"{_quoted(scene.id)} [{_attributes(marks)}];"


def _edge(path: MapLink) -> str:
    marks = {"style": _STYLES[path.kind], "tooltip": path.words or path.kind}
    if not path.taken:
        marks |= {"color": "#cccccc", "style": "dotted"}
    return f"{_quoted(path.source)} -> {_quoted(path.goal)} [{_attributes(marks)}];"


def _attributes(marks: dict[str, str]) -> str:
    return ", ".join(f"{name}={_quoted(value)}" for name, value in marks.items())


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
