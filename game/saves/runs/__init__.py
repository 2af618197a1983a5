"""What was saved, taken up again in the story as it is today."""
