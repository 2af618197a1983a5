"""The pages for who comes next name only what is there: paths, modules, and names of code."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.docs.pages import ROOT, links, page, prose, quoted

PAGES = [
    "README.md",
    "CHANGELOG.md",
    "story/README.md",
    "story/FORMAT.md",
    "game/ARCHITECTURE.md",
    "game/GLOSSARY.md",
    "game/cli/COMMANDS.md",
    "game/ui/PLAYING.md",
    ".github/CONTRIBUTING.md",
    *(f"game/decisions/{path.name}" for path in sorted((ROOT / "game/decisions").iterdir())),
]
OF_CODE = [each for each in PAGES if each.startswith((".github", "game/A", "game/G", "game/decisions"))]
TERM = re.compile(r"\[`([\w.]+)`\]\(([^)#]+\.py)\)")
PATH = re.compile(r"[\w.-]*/[\w./-]*[\w/]|[\w-]+\.(?:md|py|yaml|toml|txt)|\.importlinter")
NAME = re.compile(r"[A-Za-z_]\w*(?:\.\w+)*(?:\(\))?")
# What is in backticks and is of others: tools, Python, YAML, pygame, and keys of an example.
OF_OTHERS = frozenset(
    """
    assert_never case dict enum match mypy None Protocol pytest ruff jsonschema coverage
    pygame pygame._sdl2 pygame.event.wait SCALED regex
    belief glow Glow amount yes no pre-commit install
    """.split()
)


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere(name: str) -> None:
    folder = (ROOT / name).parent
    assert [path for path in links(page(name)) if not (folder / path).exists()] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_anchor_is_a_heading(name: str) -> None:
    text = page(name)
    for path, anchor in re.findall(r"\]\((?![a-z]+:)([^)#\s]*)#([^)]+)\)", text):
        there = (ROOT / name).parent / path if path else ROOT / name
        assert anchor in _anchors(there.read_text(encoding="utf-8")), f"{path}#{anchor}"


@pytest.mark.parametrize("name", PAGES)
def test_every_path_is_there(name: str) -> None:
    """Paths are from the root, or from the folder of the page; those of a story, and patterns, are left alone."""
    folder = (ROOT / name).parent
    paths = [each for each in quoted(page(name)) if PATH.fullmatch(each)]
    of_story = ("scenes", "tests/2-", "tests", "assets", "story.yaml", "1-", "2-")
    missing = [path for path in paths if not ((ROOT / path).exists() or (folder / path).exists())]
    if name.startswith("story/") or name in ("README.md", "CHANGELOG.md"):
        missing = [path for path in missing if not path.startswith(of_story)]
    assert missing == []


@pytest.mark.parametrize("name", OF_CODE)
def test_a_name_that_leads_to_code_is_defined_there(name: str) -> None:
    folder = (ROOT / name).parent
    for term, path in TERM.findall(page(name)):
        assert term in _defined((folder / path).resolve()), f"{term} in {path}"


@pytest.mark.parametrize("name", OF_CODE)
def test_every_name_of_code_is_defined_somewhere(name: str) -> None:
    known = _all_defined() | OF_OTHERS | _words_of_the_format()
    named = [each.removesuffix("()") for each in quoted(page(name)) if NAME.fullmatch(each)]
    missing = [each for each in named if each not in known and not PATH.fullmatch(each) and not _is_module(each)]
    assert missing == []


def test_each_class_that_the_glossary_names_is_the_only_one_of_its_name() -> None:
    classes = [name for path in _modules("game") for name in _classes(path)]
    terms = {term for term, _ in TERM.findall(page("game/GLOSSARY.md"))} & set(classes)
    assert {term for term in terms if classes.count(term) > 1} == set()


def test_no_line_of_a_page_is_long() -> None:
    """But for tables, quotations and what links lead to."""
    for name in PAGES:
        lines = re.sub(r"\]\([^)]*\)", "]", prose(page(name))).splitlines()
        assert [line for line in lines if len(line) > 140 and not line.startswith(("|", ">"))] == [], name


@cache
def _modules(folder: str) -> tuple[Path, ...]:
    return tuple(sorted((ROOT / folder).rglob("*.py")))


@cache
def _defined(path: Path) -> frozenset[str]:
    """The names that a module defines, those of members after the name of their class and a dot."""
    return frozenset(_names(ast.parse(path.read_text(encoding="utf-8")).body))


def _names(body: list[ast.stmt], within: str = "") -> Iterator[str]:
    for node in body:
        match node:
            case ast.ClassDef(name=name, body=inner):
                yield within + name
                yield from _names(inner, f"{name}.")
            case ast.FunctionDef(name=name):
                yield within + name
            case ast.Assign(targets=targets):
                yield from (within + each.id for each in targets if isinstance(each, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield within + name
            case _:
                pass


@cache
def _all_defined() -> frozenset[str]:
    names = {name for folder in ("game", "tests") for path in _modules(folder) for name in _defined(path)}
    return frozenset(names | {name.rpartition(".")[2] for name in names})


def _classes(path: Path) -> Iterator[str]:
    yield from (
        node.name for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.ClassDef)
    )


def _is_module(name: str) -> bool:
    """`game.play.page`, or the name of a room, a wing, a command of jaws or of another tool."""
    path = ROOT / name.replace(".", "/")
    return path.is_dir() or path.with_suffix(".py").is_file() or (ROOT / "game" / name).is_dir()


def _words_of_the_format() -> frozenset[str]:
    return frozenset(re.findall(r"[\w-]+", " ".join(quoted(page("story/FORMAT.md")))))


def _anchors(text: str) -> set[str]:
    """As GitHub makes them of headings."""
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
