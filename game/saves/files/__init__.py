"""What stands on disk: files that are written whole or not at all, checked by sums, and locked between copies of the game."""
