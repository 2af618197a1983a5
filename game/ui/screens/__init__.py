"""What a player sees: values that answer intents, and how each of them is drawn."""
