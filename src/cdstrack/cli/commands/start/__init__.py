"""Commands that set up a folder and check it."""
