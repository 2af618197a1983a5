"""What lies behind the text: paintings, their light, the air before them, and the dark that text stands on."""
