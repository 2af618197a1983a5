"""Type: faces, lines and blocks."""
