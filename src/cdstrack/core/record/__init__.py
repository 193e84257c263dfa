"""What was measured and how it was recorded: observations, periods, acts, revisions."""
