"""Commands that take figures and documents in."""
