"""The functional core: plan, figures, verdicts and reports. No files, clock, database or terminal."""
