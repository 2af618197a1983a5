"""A story as what can be done to sets: its slots, tests and moves, and which slots matter where."""
