"""All plays at once: what can be reached, from where, by which route, and what is met on the way."""
