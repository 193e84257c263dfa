"""Commands that write files for others."""
