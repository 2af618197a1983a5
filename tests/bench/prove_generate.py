"""Writes stories for the proof to be measured on: `python tests/bench/prove_generate.py KIND FOLDER [SCENES]`.

`maze` is a graph of scenes that lead anywhere: three numbers, three flags, three options with a condition each, loops.
`bible` has the shape of a long story: six chapters, 17 variables with 672 million valuations, about 140 scenes.
`hub` is one room in which things can be taken in any order, each told in its text: twenty, if SCENES says no other number.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

SEED = 4_820
SCENES_A_FILE = 1_000

MAZE = """\
id: maze
title: Maze
start: s0
variables:
{variables}
endings:
  out:
    name: Out
"""


def maze(folder: Path, scenes: int) -> None:
    """Writes a maze of so many scenes. One of two options is always open, so nobody is ever stuck."""
    dice = random.Random(f"{SEED} maze {scenes}")
    numbers = "".join(f"  n{n}:\n    range: 0..9\n" for n in range(3))
    flags = "".join(f"  f{n}:\n" for n in range(3))
    rooms = [_room(dice, n, scenes) for n in range(scenes)]
    files = [rooms[first : first + SCENES_A_FILE] for first in range(0, scenes, SCENES_A_FILE)]
    _write(folder, MAZE.format(variables=(numbers + flags).rstrip()), files)


def _room(dice: random.Random, number: int, scenes: int) -> str:
    lines = [f"  s{number}:", "    text: |", f"      Room {number}, {{n0 >= 5 ? bright | dark}}."]
    if number % 50 == 49:
        return "\n".join([*lines, "    ending: out"])
    lines += ["    choices:"]
    first = _asks(dice)
    for index, condition in enumerate((first, _asks(dice), f"not ({first})")):
        goal = number + 1 if index == 2 and number + 1 < scenes else dice.randrange(scenes)
        lines += [
            f"      - say: Door {index}",
            f"        if: {condition}",
            f"        set: {_sets(dice)}",
            f"        go: s{goal}",
        ]
    return "\n".join(lines)


def _asks(dice: random.Random) -> str:
    if dice.random() < 0.5:
        return f"f{dice.randrange(3)}"
    return f"n{dice.randrange(3)} {dice.choice(('>=', '<'))} {dice.randint(2, 8)}"


def _sets(dice: random.Random) -> str:
    changes = {f"n{dice.randrange(3)}": dice.choice(("+1", "-1", "+2", "0"))}
    if dice.random() < 0.5:
        changes[f"f{dice.randrange(3)}"] = dice.choice(("yes", "no"))
    return "{" + ", ".join(f"{name}: {value}" for name, value in changes.items()) + "}"


# name, values (a number is a range from 0), the chapter it is first set in, whether it is added to
BIBLE: tuple[tuple[str, int | tuple[str, ...], int], ...] = (
    ("belief", 4, 1),
    ("sisters", 3, 2),
    ("ground", 4, 1),
    ("blood", 3, 3),
    ("light", 3, 2),
    ("line", ("held", "broken"), 1),
    ("hand", ("none", "taken", "burned"), 1),
    ("looked_back", ("no_look", "glance", "long"), 1),
    ("told", ("nothing", "trapped", "dust"), 2),
    ("stop", ("nowhere", "blanket", "batteries"), 2),
    ("tool", ("no_tool", "chain", "blade"), 4),
    ("cord", ("nobody", "dawn", "buffy", "spike"), 4),
    ("giles_knows", ("dead", "maybe"), 3),
    ("below", ("both", "dawn_alone", "buffy_alone", "all"), 4),
    ("mask", ("unseen", "refused", "followed"), 5),
    ("opener", ("closed", "dawn_did", "buffy_did"), 3),
    ("credit", ("open", "to_dawn", "hers"), 6),
)
CHAPTERS = ((20, 2), (18, 3), (23, 3), (22, 3), (34, 4), (22, 4))  # scenes, endings


def bible(folder: Path) -> None:
    """Writes the story: chapters of scenes that branch and meet, endings from the first chapter on."""
    dice = random.Random(f"{SEED} bible")
    variables = "".join(
        f"  {name}:\n" + (f"    range: 0..{kind}\n" if isinstance(kind, int) else f"    one_of: [{', '.join(kind)}]\n")
        for name, kind, _ in BIBLE
    )
    story = f"id: bible\ntitle: Bible\nstart: c1_0\nvariables:\n{variables}endings:\n"
    story += "".join(f"  e{n}:\n    name: Ending {n}\n" for n in range(sum(endings for _, endings in CHAPTERS)))
    _write(folder, story.rstrip(), list(_acts(dice)))


def _acts(dice: random.Random) -> Iterator[list[str]]:
    first = 0
    for chapter, (count, endings) in enumerate(CHAPTERS, start=1):
        here = range(first, first + endings)
        scenes = [_scene(dice, chapter, number, count, here) for number in range(count)]
        scenes += [f"  end_{n}:\n    text: {_prose(dice, chapter)}\n    ending: e{n}" for n in here]
        yield scenes
        first += endings


def hub(folder: Path, things: int) -> None:
    """Writes the one of that many things."""
    numbers = range(things)
    story = ["id: hub", "title: Hub", "start: room", "variables:", *(f"  item{n}:" for n in numbers)]
    room = [
        "  room:",
        "    text: |",
        "      A room. " + " ".join(f"{{item{n} ? | Item {n} lies here.}}" for n in numbers),
    ]
    room += ["    choices:"]
    for n in numbers:
        room += [
            f"      - say: Take item {n}.",
            f"        if: not item{n}",
            f"        set: {{item{n}: yes}}",
            "        go: room",
        ]
    room += ["      - say: Leave.", "        go: door"]
    told = "".join(f"{{item{n} ? , with item {n}}}" for n in numbers)
    door = ["  door:", "    text: |", f"      You leave{told}.", "    ending: done"]
    _write(folder, "\n".join([*story, "endings:", "  done:", "    name: Done"]), [["\n".join(room), "\n".join(door)]])


def _scene(dice: random.Random, chapter: int, number: int, count: int, endings: range) -> str:
    """Each leads on to the next at least; the last two of a chapter to its endings, too."""
    lines = [f"  c{chapter}_{number}:", f"    text: {_prose(dice, chapter)}", "    choices:"]
    goals = [f"c{chapter}_{number + 1}" if number < count - 1 else f"c{chapter + 1}_0"]
    if number < count - 2:
        farther = (min(count - 1, number + 1 + dice.randint(1, 3)) for _ in range(dice.choice((1, 2, 2))))
        goals += [f"c{chapter}_{each}" for each in farther]
    else:
        goals += [f"end_{n}" for n in endings[number % 2 :: 2]]
    if chapter == len(CHAPTERS) and number == count - 1:
        del goals[0]
    for option, goal in enumerate(dict.fromkeys(goals)):
        lines += [f"      - say: Do {option}"]
        if option:
            lines += [f"        if: {_question(dice, chapter)}"]
        lines += [f"        set: {_turn(dice, chapter)}", f"        then: You do {option}.", f"        go: {goal}"]
    return "\n".join(lines)


def _known(chapter: int) -> list[tuple[str, int | tuple[str, ...]]]:
    return [(name, kind) for name, kind, since in BIBLE if since <= chapter]


def _question(dice: random.Random, chapter: int) -> str:
    name, kind = dice.choice(_known(chapter))
    if isinstance(kind, int):
        return f"{name} {dice.choice(('>=', '<='))} {dice.randint(1, kind - 1)}"
    return f"{name} {dice.choice(('==', '!='))} {dice.choice(kind)}"


def _turn(dice: random.Random, chapter: int) -> str:
    new = [(name, kind) for name, kind, since in BIBLE if since == chapter]
    changes = {}
    for _ in range(dice.choice((1, 1, 2))):
        name, kind = dice.choice(new if dice.random() < 0.6 else _known(chapter))
        changes[name] = dice.choice(("+1", "-1", "+1")) if isinstance(kind, int) else dice.choice(kind)
    return "{" + ", ".join(f"{name}: {value}" for name, value in changes.items()) + "}"


def _prose(dice: random.Random, chapter: int) -> str:
    parts = [f"{{{_question(dice, chapter)} ? So it is. | So it is not.}}" for _ in range(dice.choice((1, 2, 3)))]
    return "|\n      " + " ".join(parts)


def _write(folder: Path, story: str, files: list[list[str]]) -> None:
    (folder / "scenes").mkdir(parents=True, exist_ok=True)
    (folder / "story.yaml").write_text(story + "\n", encoding="utf-8")
    for part, scenes in enumerate(files, start=1):
        text = f"chapter: Part {part}\nscenes:\n" + "\n".join(scenes) + "\n"
        (folder / "scenes" / f"{part}.yaml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1] == "maze":
        maze(Path(sys.argv[2]), int(sys.argv[3]))
    elif sys.argv[1] == "hub":
        hub(Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 20)
    else:
        bible(Path(sys.argv[2]))
