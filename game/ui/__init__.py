"""The window: screens, text, painting and sound, on pygame."""

import os

# pygame greets on stdout when it is first imported; every module that imports it lies under this one.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
