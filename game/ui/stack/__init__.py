"""The screens that lie over one another, and what becomes of what they ask for."""
