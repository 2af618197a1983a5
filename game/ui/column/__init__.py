"""The column of text and of what can be taken: laid out, browsed, drawn."""
