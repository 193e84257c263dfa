"""One indicator: its page, its chart, its explanation."""
