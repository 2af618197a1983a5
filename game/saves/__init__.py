"""Playthroughs and the player’s profile as JSON on disk: versioned, written whole or not at all."""
