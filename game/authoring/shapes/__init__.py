"""What may stand where: each shape reads a node, tells what is wrong with it, and gives its own JSON Schema."""
