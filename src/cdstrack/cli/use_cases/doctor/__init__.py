"""The diagnosis of `doctor`: the settings in force, and the store."""
