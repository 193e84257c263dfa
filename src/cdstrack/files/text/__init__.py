"""Text files: their bytes, their encoding, and files that are no text at all."""
