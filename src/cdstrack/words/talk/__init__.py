"""Messages of commands in addition to their data, in both languages."""
