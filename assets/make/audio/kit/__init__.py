"""The tools that music and sounds are made with: samples as float arrays of shape (n, 2) at 48 kHz, all seeded."""
