"""The pure part: plan, figures, verdicts and reports as values. No files, clock, database, terminal."""
