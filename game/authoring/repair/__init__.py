"""Finds the line that was meant otherwise where a file stumbles over others."""
