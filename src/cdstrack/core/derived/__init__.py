"""Derived figures: composite indices and roll-ups, computed from recorded figures before judging."""
