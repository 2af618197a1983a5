"""What the proof found, as messages to the author: defects, what causes what, and how each is told."""
