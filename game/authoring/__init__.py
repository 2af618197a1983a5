"""From YAML to a Story or to diagnostics, and what else authors need: the schema and a story to start from."""
