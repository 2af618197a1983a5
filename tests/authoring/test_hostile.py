"""Stories made to hurt: each is refused with a message and exit code 1, in seconds and in bounded memory."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MOST_SECONDS, MOST_MEGABYTES = 5, 300
MOST_BYTES = 8 * 1024 * 1024

# It has all modules and has checked nothing: each check is a process of its own that starts as this one is. What goes
# on for ever is ended by the system, three times as late as what is only too slow.
STARTED = f"""
import os, resource, sys
from game.cli import check, main

def checked(story, told):
    resource.setrlimit(resource.RLIMIT_CPU, ({3 * MOST_SECONDS}, {3 * MOST_SECONDS}))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for stream, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(os.path.join(told, name), os.O_WRONLY | os.O_CREAT), stream)
    code = main(["check", "--json", story])
    with open("/proc/self/status") as status, open(os.path.join(told, "peak"), "w") as peak:
        peak.writelines(line.split()[1] for line in status if line.startswith("VmHWM"))
    return code

while True:
    story, told = sys.stdin.readline().split()
    if not (child := os.fork()):
        sys.exit(checked(story, told))
    _, status, used = os.wait4(child, 0)
    print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, flush=True)
"""

Lay = Callable[[Mapping[str, str] | Path], Path]
Make = Callable[[Path], object]
Check = Callable[[Path, Path], tuple[int, float]]

HEAD = "chapter: The Lighthouse\nscenes:\n"
DOOR = HEAD + "  door:\n"
END = "    ending: light\n"


def written(text: str | bytes | Callable[[], str]) -> Make:
    """Puts the text where the scenes are. What is large is only made when it is wanted."""

    def write(story: Path) -> None:
        content = text() if callable(text) else text
        (story / "scenes/1.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())

    return write


def filled(piece: str, *, before: str = "", after: str = "") -> Make:
    """As much of the piece as the largest file holds."""
    room = MOST_BYTES - len(before) - len(after)
    return written(lambda: before + piece * (room // len(piece)) + after)


def instead(file: str, make: Callable[[Path], object]) -> Make:
    """Puts something else where a file of the story should be."""

    def replace(story: Path) -> None:
        (story / file).unlink()
        make(story / file)

    return replace


def socket(path: Path) -> None:
    os.mknod(path, stat.S_IFSOCK | 0o600)


def folder(path: Path) -> None:
    path.mkdir()


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100_000_000)


def scenes(*bodies: str) -> Make:
    """Scenes called door, s1, s2 and so on."""
    return written(HEAD + "".join(f"  {f's{n}' if n else 'door'}:\n{body}" for n, body in enumerate(bodies)))


def includes(*names: str) -> str:
    return "    text:\n" + "".join(f"      - include: {name}\n" for name in names)


def condition(text: Callable[[], str]) -> Make:
    return written(lambda: f"{DOOR}    text:\n      - if: {text()}\n        then: It rains.\n{END}")


def bomb() -> str:
    anchors = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" if n else "a0: &a0 [x]\n" for n in range(40)]
    return "".join(anchors)


STRANGE_FILES: Mapping[str, Make] = {
    f"{what} as {file}": instead(file, make)
    for file in ("story.yaml", "scenes/1.yaml")
    for what, make in {
        "pipe": os.mkfifo,
        "folder": folder,
        "socket": socket,
        "dangling link": lambda path: path.symlink_to("nowhere"),
        "link to itself": loop,
        "100 MB": huge,
        "device": lambda path: path.symlink_to("/dev/zero"),
    }.items()
}
STRANGE_BYTES: Mapping[str, Make] = {
    "NULs": written(b"chapter: x\0\0\0\n"),
    "nothing but NULs": written(bytes(1_000_000)),
    "UTF-16": written("chapter: The Lighthouse\n".encode("utf-16")),
    "UTF-16 without a mark": written("chapter: The Lighthouse\n".encode("utf-16-le")),
    "latin-1": written("chapter: Café\n".encode("latin-1")),
    "lone surrogates": written(b"chapter: \xed\xa0\x80\n"),
    "escaped surrogates": written('chapter: "\\ud800"\nscenes: {}\n'),
    "escaped NUL": written(f'{DOOR}    text: "a\\0b {{"\n{END}'),
    "half of a letter": written(b"chapter: caf\xc3"),
}
BIG: Mapping[str, Make] = {
    "alias bomb": written(bomb),
    "a million [": written(lambda: "[" * 1_000_000),
    "a million {": written(lambda: "{" * 1_000_000),
    "a million dashes": written(lambda: "- " * 1_000_000),
    "a million ? keys": written(lambda: "? " * 1_000_000),
    "a million indents": written(lambda: "".join(" " * min(n, 3_000) + "a:\n" for n in range(3_000))),
    "8 MB of [],": filled("[],", before="[", after="]"),
    "8 MB of one line": filled("x", before="chapter: ", after="\n"),
    "8 MB of one quoted word": filled("x", before=f"{DOOR}    text: '", after="\n"),
    "8 MB of one word between braces": filled("x", before=f"{DOOR}    text: |\n      {{", after="\n" + END),
    "8 MB of a: b": filled("a: b\n"),
    "8 MB of keys": written(lambda: "".join(f"k{n}: b\n" for n in range(700_000))),
    "8 MB of keys in a line": written(lambda: "chapter: {" + "".join(f"k{n}: b," for n in range(700_000)) + "}\n"),
    "8 MB of dashes in a line": filled("-", before="chapter: ", after=" x: y\n"),
    "8 MB of colons": filled(": "),
    "8 MB of quotes": filled("'a' "),
    "8 MB of tabs": filled("\t"),
    "8 MB of empty lines and a slip": filled("\n", before=DOOR, after="   text: a: b\n"),
    "8 MB of bad lines in a scene": filled("    a: b: c\n", before=DOOR),
    "300,000 bad lines in a scene": written(lambda: DOOR + "    a: b: c\n" * 300_000),
    "300,000 empty lines and a slip": written(lambda: DOOR + "\n" * 300_000 + "   text: a: b\n"),
    "20 scenes of bad lines": written(
        lambda: HEAD + "".join(f"  s{n}:\n" + "    a: b: c\n" * 15_000 for n in range(20))
    ),
    "8 MB of prose in a scene with slips": filled("      It rains.\n", before=f"{DOOR}    go: a: b\n    text: |\n"),
    "thousands of anchors": written(lambda: "chapter: [" + "".join(f"&a{n} x," for n in range(50_000)) + "]\n"),
    "thousands of tags": written(lambda: HEAD + "".join(f"  s{n}: !x y\n" for n in range(50_000))),
    "thousands of broken scenes": written(
        lambda: HEAD + "".join(f"  s{n}:\n    text: a: b\n{END}" for n in range(20_000))
    ),
    "thousands of scenes that open quotes": written(
        lambda: HEAD + "".join(f"  s{n}:\n    text: 'a\n" for n in range(20_000))
    ),
    "thousands of unknown scenes": written(
        lambda: HEAD + "".join(f"  s{n}:\n    text: a\n    go: t{n}\n" for n in range(9_000))
    ),
    "one scene of slips of every kind": written(
        lambda: DOOR + "    text: a: b\n    - 'x\n    {\n\tgo\n    *x* y\n" * 2_000
    ),
    "thousands of braces that open": written(lambda: f"{DOOR}    text: |\n      {'{lit ? ' * 10_000}\n{END}"),
    "thousands of braces that close": written(lambda: f"{DOOR}    text: |\n      {'}' * 100_000}\n{END}"),
    "thousands of stars": written(lambda: f"{DOOR}    text: |\n      {'*a **b ' * 50_000}\n{END}"),
    "thousands of marks of other tools": written(
        lambda: (
            f"{DOOR}    text: |\n"
            + "".join(
                f"      {mark * 5_000}\n"
                for mark in ("(set: ", "(if: x)[ ", "[a", "x /* ", "<<if ", "<b a=", "{$a ", "_a")
            )
            + END
        )
    ),
    "a million parentheses": condition(lambda: "(" * 1_000_000),
    "a million nots": condition(lambda: "not " * 1_000_000),
    "a million ors": condition(lambda: " or ".join(["lit"] * 1_000_000)),
    "a number of 10,000 digits": condition(lambda: f"trust >= {'9' * 10_000}"),
    "a range of 10,000 digits": lambda story: (story / "story.yaml").write_text(
        (story / "story.yaml").read_text().replace("0..3", "0.." + "9" * 10_000)
    ),
    "a change of 10,000 digits": written(lambda: f"{DOOR}    text:\n      - set: {{trust: {'9' * 10_000}}}\n{END}"),
    "a pause of 10,000 digits": written(lambda: f"{DOOR}    text:\n      - pause: {'9' * 10_000}\n{END}"),
    "a name of 1 MB": written(lambda: f"{DOOR}    text: a\n    go: {'x' * 1_000_000}\n{END}"),
    "a scene of 1 MB": written(lambda: f"{HEAD}  {'x' * 1_000_000}:\n    text: a\n    ending: dark\n"),
    "an option of 1 MB twice": written(
        lambda: (
            f"{DOOR}    choices:\n      - say: {'x' * 1_000_000}\n        go: door\n      - say: {'x' * 1_000_000}\n        go: door\n"
        )
    ),
    "100,000 options": written(lambda: f"{DOOR}    choices:\n" + "      - {say: Go., go: door}\n" * 100_000),
}
ROUND: Mapping[str, Make] = {
    "an include of itself": scenes(includes("door") + END),
    "a round of includes": scenes(includes("s1") + END, includes("s2"), includes("s1")),
    "includes doubling sixty times": scenes(
        includes("s1", "s1") + END,
        *(includes(f"s{n + 1}", f"s{n + 1}") for n in range(1, 60)),
        "    text: It rains.\n",
    ),
    "a chain of 5,000 includes": scenes(
        includes("s1") + END,
        *(includes(f"s{n + 1}") for n in range(1, 5_000)),
        "    text: It rains.\n",
    ),
    "go round without a word": scenes("    go: s1\n", "    go: door\n"),
    "a long round without a word": scenes(*(f"    go: s{n + 1}\n" for n in range(5_000)), "    go: door\n"),
    "go to itself": scenes("    go: door\n"),
}
HOSTILE: Mapping[str, Make] = {**STRANGE_FILES, **STRANGE_BYTES, **BIG, **ROUND}


@pytest.fixture(scope="module")
def started() -> Iterator[Check]:
    """A process that checks each story in a process of its own: tells its exit code, and the seconds that it took."""
    command, pipe = [sys.executable, "-c", STARTED], subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        asked, answers = process.stdin, process.stdout
        assert asked
        assert answers

        def check(story: Path, told: Path) -> tuple[int, float]:
            print(story, told, file=asked, flush=True)
            code, seconds = answers.readline().split()
            return int(code), float(seconds)

        yield check
        process.kill()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_story_is_refused_with_a_message(
    name: str, lay: Lay, tmp_path_factory: pytest.TempPathFactory, started: Check
) -> None:
    story, told = lay({}), tmp_path_factory.mktemp("told")
    HOSTILE[name](story)
    code, seconds = started(story, told)
    out = told / "out"
    assert (told / "err").read_text() == ""
    assert code == 1
    assert '"severity": "error"' in out.read_text()
    assert out.stat().st_size < 1_000_000
    assert seconds < MOST_SECONDS
    assert int((told / "peak").read_text()) < MOST_MEGABYTES * 1024
