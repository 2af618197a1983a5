"""The sounds, one a file."""
