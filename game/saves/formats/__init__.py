"""What a save holds, and how that is JSON: runs and those beside them, their fingerprints, their summary, what was seen."""
