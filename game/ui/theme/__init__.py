"""How all of it looks and moves: colours, sizes, and how long things take."""
