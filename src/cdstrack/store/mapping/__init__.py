"""Rows to domain values and back."""
