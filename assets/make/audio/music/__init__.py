"""The pieces, one a file, and the themes that they share."""
