"""One play at a time: what it can come to next, the graph of all that, and plays taken at random."""
