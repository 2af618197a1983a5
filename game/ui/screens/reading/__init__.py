"""The pages of the story, and the cards between them."""
