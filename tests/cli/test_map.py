"""`map`: what it writes, and what it refuses to."""

from pathlib import Path

import pytest

from game.cli import main


@pytest.mark.parametrize(("ending", "opening"), [(".svg", "<svg "), (".dot", "digraph "), (".html", "<!doctype html>")])
def test_the_form_is_told_by_the_name_of_the_file(
    ending: str, opening: str, example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / f"lamp{ending}"
    assert main(["map", str(example), "-o", str(file)]) == 0
    assert capsys.readouterr() == (f"wrote {file}: 6 scenes, 10 ways\n", "")
    assert file.read_text(encoding="utf-8").startswith(opening)


def test_other_forms_are_refused(example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["-o", str(tmp_path / "lamp.png")], []):
        with pytest.raises(SystemExit) as left:
            main(["map", str(example), *arguments])
        assert left.value.code == 2
    assert "does not end in .svg, .dot or .html" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_is_told(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["map", str(example), "-o", str(tmp_path / "no/lamp.svg")]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "cannot be written" in told.err
