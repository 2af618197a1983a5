"""What a screen is shown by: scene and sound around it, and what is said over everything."""
