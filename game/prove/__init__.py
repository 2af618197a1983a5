"""What can happen in a story: every reachable situation, how each thing is reached, and the odds of it."""
