"""One folder a purpose, one file a command: options in, a use case, output."""
