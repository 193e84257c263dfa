"""The outside world's files: plans, figures, and output that is written whole or not at all."""
