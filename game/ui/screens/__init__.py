"""The screens, one module each: values that answer intents, and how each of them is drawn."""
