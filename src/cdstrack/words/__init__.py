"""Vietnamese and English: labels, numbers, dates and sentences, read and written."""
