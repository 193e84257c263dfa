"""The frame of the program: finds commands, reads options, resolves settings, reports problems."""
