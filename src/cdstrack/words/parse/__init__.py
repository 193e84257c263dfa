"""What people type or write in files, read: numbers, days, periods, values, names."""
