"""The frame of the program: commands found, options read, settings resolved, mistakes reported."""
