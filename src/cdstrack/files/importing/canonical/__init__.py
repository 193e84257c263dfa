"""Figures in canonical spelling: read strictly and fast, written so that they read back."""
