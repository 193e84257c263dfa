"""What reports say: labels, numbers with units, fixed texts, in both languages."""
