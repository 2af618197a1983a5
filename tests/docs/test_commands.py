"""The pages of the commands and of the keys say what the program says."""

import re
from collections.abc import Iterable
from pathlib import Path

import pygame
import pytest

from game.cli import main
from game.ui.input import bindings
from game.ui.screens.menus.help import KEYS, OTHERS
from tests.docs.pages import blocks, page, prose

COMMANDS = page("game/cli/COMMANDS.md")
PLAYING = page("game/ui/PLAYING.md")
NAMES = re.findall(r"^## `(\w+)`", COMMANDS, re.MULTILINE)


def _help(arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", "300")
    with pytest.raises(SystemExit):
        main([*arguments, "--help"])
    return capsys.readouterr().out


def test_every_command_has_its_section(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    told = _help([], capsys, monkeypatch)
    assert sorted(NAMES) == sorted(re.findall(r"^    (\w+) ", told, re.MULTILINE))


@pytest.mark.parametrize("command", NAMES)
def test_a_command_is_called_as_its_section_says(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    section = COMMANDS.partition(f"## `{command}`\n")[2].partition("\n## ")[0]
    told = _help([command], capsys, monkeypatch)
    usage = next(line for line in told.splitlines() if line.startswith("usage: "))
    assert next(blocks(section)).text == usage.removeprefix("usage: ").replace(" [-h]", "") + "\n"
    options = re.findall(r"^  (-.*?|[A-Z{].*?)  +(\S.*)$", told, re.MULTILINE)
    rows = [f"| `{name}` | {does} |" for name, does in options if name != "-h, --help"]
    assert re.findall(r"^\| `.*", section, re.MULTILINE) == rows


def test_what_can_be_typed_while_reading_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    typed = tmp_path / "typed"
    typed.write_text("?\nq\n")
    example = Path(__file__).parents[2] / "game/authoring/example"
    with typed.open() as hands:
        monkeypatch.setattr("sys.stdin", hands)
        main(["read", str(example), "--profile", str(tmp_path / "profile")])
    said = " ".join(capsys.readouterr().out.split())
    (told,) = re.findall(r"^> (.*)$", COMMANDS, re.MULTILINE)
    assert told in said


def test_the_keys_are_those_of_the_game_s_own_help() -> None:
    rows = re.findall(r"^\| (.*) \| (.*) \|$", PLAYING, re.MULTILINE)[1:]
    assert rows == [*KEYS, *OTHERS]


@pytest.mark.parametrize(
    ("held", "keys"),
    [
        ("", bindings.KEYS),
        ("Shift", bindings.KEYS_SHIFTED),
        ("Alt", bindings.KEYS_ALT),
        ("Ctrl", bindings.KEYS_HELD),
    ],
)
def test_every_key_that_is_bound_is_told(held: str, keys: Iterable[int]) -> None:
    told = prose(PLAYING)
    for key in keys:
        name = _name(key)
        assert re.search(rf"(?<!\w){held and held + ' and '}{name}(?!\w)", told), f"{held} {name}"


def _name(key: int) -> str:
    """A key as the page calls it; the keypad’s are told of all together."""
    name = pygame.key.name(key)
    said = {
        "return": "Enter",
        "page up": "Page Up",
        "page down": "Page Down",
        "/": r"\(/\)",
        "AC Back": "Backspace",
        "=": r"\+",
        "-": "−",
        "+": r"\+",
    }
    name = re.sub(r"^\[(.*)\]$|^keypad (.*)$", r"\1\2", name).replace("enter", "return")
    if name.isdecimal() and name != "0":
        return "1 to 9"
    return said.get(name) or name[:1].upper() + name[1:]
