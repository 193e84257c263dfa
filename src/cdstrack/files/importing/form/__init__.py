"""Forms that people fill in: found, described, read row by row."""
