"""What is handed on says what it is: whose licences hold, how it reads on a package index, and why a rule is ignored."""

import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
PROJECT = tomllib.loads(PYPROJECT)["project"]
LICENCES = {  # as the credits write them, and as SPDX does
    "MIT": "MIT",
    "CC-BY-NC-SA-4.0": "CC-BY-NC-SA-4.0",
    "OFL 1.1": "OFL-1.1",
    "CC BY 3.0": "CC-BY-3.0",
    "Bitstream’s": "Bitstream-Vera",
    "CC0 1.0": "CC0-1.0",
}
ON_GITHUB = {
    "GITHUB_SERVER_URL": "https://example.org",
    "GITHUB_REPOSITORY": "them/jaws",
    "GITHUB_SHA": "c0ffee",
}


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    """The module that makes the README for an index."""
    spec = importlib.util.spec_from_file_location("readme", ROOT / ".github/readme.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_licence_that_the_credits_name_is_in_the_licence_expression() -> None:
    rows = [line for line in (ROOT / "assets/CREDITS.md").read_text(encoding="utf-8").splitlines() if line[:3] == "| `"]
    said = {
        licence.replace("'", "’") for row in rows for licence in re.split(r" and |, in ", row.split(" | ")[-1][:-2])
    }
    named = {licence for licence in said if not licence.startswith("`")}
    assert named == set(LICENCES)
    assert set(PROJECT["license"].split(" AND ")) == set(LICENCES.values())


def test_every_licence_that_lies_beside_what_it_is_of_is_handed_on_with_it() -> None:
    beside = re.findall(r", in `([^`]+)` \|", (ROOT / "assets/CREDITS.md").read_text(encoding="utf-8"))
    assert {f"assets/{path}" for path in beside} < set(PROJECT["license-files"])
    assert all((ROOT / path).is_file() for path in PROJECT["license-files"])


def test_the_readme_leads_to_what_is_there_and_stays_as_it_is_where_nobody_says_what_repository_it_is_of(
    hook: ModuleType,
) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert hook.absolute(text, {}) == text
    for path in re.findall(r"\]\((?![a-z]+:|#)([^)#]+)", text):
        assert (ROOT / path).exists(), path


def test_a_package_index_sees_the_readme_s_pictures_and_pages(hook: ModuleType) -> None:
    told = hook.absolute(
        "![A page](assets/a.webp) [story](story/README.md) [there](https://a.b/c) [up](#top)", ON_GITHUB
    )
    assert told == (
        "![A page](https://example.org/them/jaws/raw/c0ffee/assets/a.webp) "
        "[story](https://example.org/them/jaws/blob/c0ffee/story/README.md) [there](https://a.b/c) [up](#top)"
    )
    assert "](assets" not in hook.absolute((ROOT / "README.md").read_text(encoding="utf-8"), ON_GITHUB)


def test_the_changelog_tells_of_the_version_and_the_types_are_marked() -> None:
    assert f"\n## {PROJECT['version']}\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert (ROOT / "game/py.typed").is_file()


def test_every_rule_that_is_ignored_has_its_reason() -> None:
    lists = re.findall(
        r"^(?:ignore = \[\n|\[tool\.ruff\.lint\.per-file-ignores\]\n)(.*?)(?=^\]|^\[)",
        PYPROJECT,
        re.MULTILINE | re.DOTALL,
    )
    lines = [line for each in lists for line in each.splitlines() if line.strip()]
    assert len(lists) == 2
    assert [line for line in lines if not re.search(r"# \S", line)] == []


def test_every_python_that_the_package_is_for_is_tested_on_three_systems() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8"))
    matrix = workflow["jobs"]["tests"]["strategy"]["matrix"]
    versions = [each.rpartition(" ")[2] for each in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", each)]
    assert matrix["python"] == versions
    assert versions[0] == PROJECT["requires-python"].removeprefix(">=")
    assert {each.partition("-")[0] for each in matrix["system"]} == {"ubuntu", "macos", "windows"}


def test_the_workflow_is_one_that_github_takes() -> None:
    pytest.importorskip("check_jsonschema")
    call = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    done = subprocess.run([*call, ROOT / ".github/workflows/ci.yml"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
