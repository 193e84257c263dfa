"""The questions that the store is asked, as selects."""
