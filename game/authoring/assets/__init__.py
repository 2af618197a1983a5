"""Paintings, music and sounds that a story names, and the letters that typefaces have."""
