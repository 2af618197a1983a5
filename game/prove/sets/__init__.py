"""Sets of situations, whatever they stand for: kept small, combined, moved and counted."""
