"""Database rows: the types of their columns, and their conversion to and from domain values."""
