"""What a row holds: its types, its values, the domain values that it is made into."""
