"""Commands that read the figures against the plan."""
