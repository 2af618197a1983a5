"""What the window itself sounds like, softly, one a file."""
