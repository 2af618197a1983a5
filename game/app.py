"""The composition root of the window, and the only frame loop."""

import sys
import time
from concurrent.futures import ThreadPoolExecutor

from game.story.model import Story
from game.ui.game import Game
from game.ui.setup import Setup
from game.ui.sound import open_sound
from game.ui.window.window import NoDisplay, Window

NO_DISPLAY = 2
ICON = "icon/icon-128.png"


def run(story: Story, setup: Setup) -> int:
    """Open the window and play until it is closed. The exit status: 0, or 2 where there is no display."""
    try:
        window = Window.open(story.title, setup.size, setup.kept.window)
    except NoDisplay as problem:
        sys.stderr.write(f"The game needs a window, and {problem}.\n")
        return NO_DISPLAY
    window.wear(setup.assets / ICON)
    executor, writer = ThreadPoolExecutor(max_workers=1), ThreadPoolExecutor(max_workers=1)
    sound = open_sound(setup.assets, quiet=setup.quiet)
    try:
        play(Game(story, setup, window, sound, executor, writer))
    finally:
        writer.shutdown()  # not before all is written
        window.close()
        executor.shutdown(cancel_futures=True)
        sound.close()
    return 0


def play(game: Game) -> None:
    """Frame after frame, with a pause between them: waiting on events instead would take more of the processor."""
    before = time.monotonic()
    while game.open:
        began = time.monotonic()
        wanted = game.frame(began - before)
        before = began
        worked = time.monotonic() - began
        time.sleep(max(0.001, wanted - worked, worked))  # on a slow machine half of it is left to others
