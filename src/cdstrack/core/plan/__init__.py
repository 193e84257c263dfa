"""The plan as values, its vocabulary, and the differences between two versions of it."""
