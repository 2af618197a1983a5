"""The screens that are one column of rows to take, from the title to the history."""
