"""What the player did and sees: moments, playthroughs and pages; choose, advance, rewind. Pure."""
