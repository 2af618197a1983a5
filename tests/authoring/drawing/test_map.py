"""The map of a story: what is on it, that each form of it is well-formed, and that the page works in a browser."""

import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from game.authoring.drawing.dot import as_dot
from game.authoring.drawing.html import as_html
from game.authoring.drawing.story_map import StoryMap, story_map
from game.authoring.drawing.svg import as_svg
from game.authoring.load import load
from game.prove.explore.proof import prove
from game.prove.findings.messages import findings
from tests.waiting import HANG

HERE = Path(__file__).parents[1]
ROOT = HERE.parents[1]
SVG = "{http://www.w3.org/2000/svg}"
BROWSER = shutil.which("chromium") or shutil.which("google-chrome")


def charted(folder: Path) -> StoryMap:
    story = load(folder).story
    assert story
    proof = prove(story)
    return story_map(proof, findings(proof))


@pytest.fixture(scope="module")
def example() -> StoryMap:
    return charted(ROOT / "game/authoring/example")


@pytest.fixture
def stuck(tmp_path: Path) -> StoryMap:
    for folder in ("base", "bad/stuck"):
        shutil.copytree(HERE.parent / "prove" / folder, tmp_path, dirs_exist_ok=True)
    return charted(tmp_path)


def test_scenes_ways_and_endings_are_on_it(example: StoryMap) -> None:
    spots = {spot.id: spot for spot in example.scenes}
    assert list(spots) == ["the_door", "the_lamp", "the_boat", "morning", "boats_home", "no_boats"]
    assert spots["the_door"].is_start
    assert (spots["boats_home"].ending, spots["boats_home"].chapter) == ("The Light", 2)
    assert dict(example.chapters) == {1: "The Lighthouse", 2: "Morning"}
    ways = [(path.goal, path.kind) for path in example.links if path.source == "the_door"]
    assert ways == [("the_door", "choice"), ("the_lamp", "choice"), ("the_lamp", "choice"), ("the_boat", "silence")]
    assert all(path.taken for path in example.links)


def test_findings_are_at_their_scenes(stuck: StoryMap) -> None:
    marked = {spot.id: spot.severity for spot in stuck.scenes if spot.findings}
    assert marked == {"lamp": "error"}


def test_the_drawing_is_well_formed_and_has_every_scene(example: StoryMap, stuck: StoryMap) -> None:
    for chart in (example, stuck):
        drawing = ET.fromstring(as_svg(chart))
        boxes = {box.get("data-id"): box for box in drawing.iter(f"{SVG}g") if box.get("data-id")}
        assert boxes.keys() == {spot.id for spot in chart.scenes}
        assert len([each for each in drawing.iter(f"{SVG}rect") if each.get("class") == "band"]) == len(chart.chapters)
    lamp = next(box for box in drawing.iter(f"{SVG}g") if box.get("data-id") == "lamp")
    assert lamp.get("class") == "scene error"


def test_words_that_look_like_markup_stay_words(example: StoryMap) -> None:
    hostile = '</script><img src=x onerror=alert(1)> & "quoted" \\ @MAP@'
    spot = replace(example.scenes[-1], ending=hostile)
    path = replace(example.links[0], words=hostile)
    chart = replace(example, title=hostile, scenes=(*example.scenes[:-1], spot), links=(path, *example.links[1:]))
    assert hostile in "".join(ET.fromstring(as_svg(chart)).itertext())
    page = as_html(chart)
    assert page.count("</script>") == 2
    assert "<img" not in page
    assert page.count("<svg ") == 1
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert data
    assert json.loads(data[1])["scenes"][-1]["ending"] == hostile
    assert f"{json.dumps(hostile, ensure_ascii=False)} {{".startswith('"</script>')
    assert as_dot(chart).startswith('digraph "</script><img src=x onerror=alert(1)> & \\"quoted\\" \\\\ @MAP@" {\n')


def test_graphviz_reads_it(stuck: StoryMap) -> None:
    dot = as_dot(stuck)
    assert dot.count("subgraph cluster_") == 1
    assert '"door" -> "lamp"' in dot
    if shutil.which("dot"):
        subprocess.run(["dot", "-Tsvg"], input=dot, text=True, capture_output=True, check=True)


def test_the_page_asks_the_network_for_nothing(example: StoryMap) -> None:
    page = as_html(example)
    assert set(re.findall(r"https?://[^\"' ]+", page)) == {"http://www.w3.org/2000/svg"}
    assert "default-src 'none'" in page
    assert not re.search(r"<(link|script|img|iframe)[^>]+(src|href)=\"(?!data:)", page)


TRY = """
<script>
const seen = {}, stage_ = document.getElementById("stage"), box_ = document.getElementById("search");
const viewBox = () => document.querySelector("#stage svg").getAttribute("viewBox");
seen.overview = told.textContent.includes("6 scenes, 2 of them endings");
const before = viewBox();
stage_.dispatchEvent(new WheelEvent("wheel", {deltaY: -100, clientX: 300, clientY: 300, cancelable: true, bubbles: true}));
seen.zoomed = Number(viewBox().split(" ")[2]) < Number(before.split(" ")[2]);
document.dispatchEvent(new KeyboardEvent("keydown", {key: "0"}));
seen.whole = viewBox() === `0 0 ${width} ${height}`;
document.dispatchEvent(new KeyboardEvent("keydown", {key: "/", cancelable: true}));
seen.focused = document.activeElement === box_;
box_.value = "STRIKE a"; box_.dispatchEvent(new Event("input"));
seen.found = document.getElementById("count").textContent;
box_.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", cancelable: true}));
seen.picked = document.querySelector(".picked").dataset.id;
seen.told = told.textContent.includes("Strike a match. → morning");
document.querySelector('[data-id="no_boats"]').dispatchEvent(new MouseEvent("click", {bubbles: true}));
seen.clicked = told.querySelector("h2").textContent;
document.body.dataset.seen = JSON.stringify(seen);
</script>
"""


@pytest.mark.skipif(BROWSER is None, reason="no browser here")
def test_the_page_is_searched_and_zoomed_in_a_browser(example: StoryMap, tmp_path: Path) -> None:
    page = tmp_path / "map.html"
    page.write_text(as_html(example).replace("</body>", TRY + "</body>"), encoding="utf-8")
    told = subprocess.run(
        [
            *(str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'browser'}"),
            *("--virtual-time-budget=2000", "--dump-dom", page.as_uri()),
        ],
        capture_output=True,
        text=True,
        timeout=HANG,
        check=True,
    ).stdout
    seen = re.search(r'data-seen="([^"]*)"', told)
    assert seen, told[-2_000:]
    assert json.loads(seen[1].replace("&quot;", '"')) == {
        "overview": True,
        "zoomed": True,
        "whole": True,
        "focused": True,
        "found": "1 found",
        "picked": "the_lamp",
        "told": True,
        "clicked": "no_boats",
    }


def test_the_drawing_has_colours_where_nobody_knows_variables() -> None:
    from game.authoring.drawing.svg import STYLE

    for name, value in re.findall(r"([a-z-]+): var\(--[a-z]+, (#[0-9a-f]+)\)", STYLE):
        assert f"{name}: {value}; {name}: var(" in STYLE
    assert STYLE.count("var(") > 5
