"""Out of the Jaws of Hell: a choose-your-path game and the engine that plays it."""
