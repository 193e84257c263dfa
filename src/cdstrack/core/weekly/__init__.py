"""The week's page as a value: news, shortcomings, obligations, due dates, issues."""
