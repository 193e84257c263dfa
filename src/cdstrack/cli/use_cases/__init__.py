"""What the commands do, as functions from values to values."""
