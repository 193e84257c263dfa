"""The command line: options in, core, rendering out; one file a command."""
