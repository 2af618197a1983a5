"""What a syntax error of YAML means in an author's words, and the repair that lets the reading go on."""
