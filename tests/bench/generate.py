"""Writes stories of any size, alike in shape to a real one: `python tests/bench/generate.py FOLDER SCENES`."""

import random
import sys
from pathlib import Path

SEED = 20_260
SCENES_A_FILE = 1_000
WORDS = (
    "the dust comes down and you hold the rope with both hands because nobody told you what else to hold "
    "she laughs once and looks at the stairs where water stands in the prints of boots that went the other way"
).split()

STORY = """\
id: generated
title: Generated
start: scene_0
cast:
  ada:
    name: Ada
  bo:
    name: Bo
variables:
  trust:
    range: 0..9
  carrying:
    one_of: [nothing, rope, lamp]
  seen:
places:
  hall:
    about: A hall.
endings:
  out:
    name: Out
"""


def prose(dice: random.Random, words: int) -> str:
    return " ".join(dice.choice(WORDS) for _ in range(words)).capitalize() + "."


def scene(dice: random.Random, number: int, scenes: int) -> str:
    """About 500 bytes: three paragraphs, and most often a menu of two or three options."""
    lines = [f"  scene_{number}:", "    place: hall", "    text: |"]
    lines += [f"      {prose(dice, 22)}", "", f"      ada: {prose(dice, 8)}", ""]
    lines += [f"      You {{trust >= {dice.randint(1, 9)} ? nod | look away}}. {prose(dice, 9)}"]
    goals = [dice.randrange(scenes) for _ in range(3)]
    if number % 50 == 49:
        lines += ["    ending: out"]
    elif number % 5 == 4:
        lines += [f"    go: scene_{goals[0]}"]
    else:
        lines += ["    choices:"]
        for index, goal in enumerate(goals[: dice.choice((2, 3))]):
            lines += [f"      - say: {prose(dice, 3)[:-1]} {index}"]
            if index == 1:
                lines += ["        if: seen or carrying == rope", "        set: {trust: +1}"]
            lines += [f"        go: scene_{goal}"]
    return "\n".join(lines)


def write(folder: Path, scenes: int) -> int:
    """Writes the story and returns its size in bytes."""
    dice = random.Random(SEED)
    (folder / "scenes").mkdir(parents=True, exist_ok=True)
    (folder / "story.yaml").write_text(STORY, encoding="utf-8")
    size = len(STORY)
    for first in range(0, scenes, SCENES_A_FILE):
        body = "\n".join(scene(dice, n, scenes) for n in range(first, min(first + SCENES_A_FILE, scenes)))
        text = f"chapter: Part {first // SCENES_A_FILE + 1}\nscenes:\n{body}\n"
        (folder / "scenes" / f"{first // SCENES_A_FILE + 1}.yaml").write_text(text, encoding="utf-8")
        size += len(text)
    return size


if __name__ == "__main__":
    print(f"{write(Path(sys.argv[1]), int(sys.argv[2])):,} bytes")
