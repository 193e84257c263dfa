"""YAML as a tree of texts with the position of every key and value."""
