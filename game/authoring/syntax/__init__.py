"""From text to nodes: YAML, the slips of it told in an author's words, and where each character stands."""
