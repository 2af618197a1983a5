"""A story as a map for its authors: what is on it, and the forms it is drawn in."""
