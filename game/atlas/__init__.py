"""A graph laid out to be looked at: layers, orders, positions. It knows nothing of stories."""
