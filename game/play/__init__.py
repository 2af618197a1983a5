"""What the player did and sees: situations, playthroughs and pages; choose, advance, rewind. Pure."""
