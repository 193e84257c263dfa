"""What `--help` says, in both languages, one module a purpose."""
