"""The window of the desktop: where it stands, what is drawn into, what was done in it."""
