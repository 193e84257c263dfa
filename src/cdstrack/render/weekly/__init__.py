"""The week's page, the list of pages, owners and reminders."""
