"""What was recorded and changed: receipts, the log, sources, versions of the plan."""
