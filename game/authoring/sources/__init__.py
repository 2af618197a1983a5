"""The files of a story as text: found, decoded, and read as they were meant."""
