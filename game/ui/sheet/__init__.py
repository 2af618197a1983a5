"""A column of text with rows to take at its foot: laid out, moved over, drawn."""
