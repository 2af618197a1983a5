"""From fields that were read to the parts of a Story, every name in them looked up."""
