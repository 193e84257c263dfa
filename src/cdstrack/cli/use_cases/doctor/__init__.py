"""What `doctor` looks at: the settings in force, and the store."""
