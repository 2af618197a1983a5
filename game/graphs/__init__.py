"""Graphs as such: strongly connected components, and the search for a cycle. Pure, and knows nothing of stories."""
