"""CSV: lines with their places, the dialect of Excel, the guard against formulas."""
