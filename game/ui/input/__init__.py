"""What the player did, by whatever device, and what is meant by it."""
