"""Copies of the store: made, listed, restored."""
