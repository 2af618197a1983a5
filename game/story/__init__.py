"""What the author wrote: the story as values, its conditions and its prose. Pure, standard library only."""
