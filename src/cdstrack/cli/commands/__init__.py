"""One file a command: options in, a use case, output."""
