"""Commands of the week: its page, who owes what, what cron prints."""
