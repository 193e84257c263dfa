"""The named methods of judging progress, one a file."""
