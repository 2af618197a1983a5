"""What places sound like, one a file."""
