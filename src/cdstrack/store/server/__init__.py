"""A PostgreSQL server that keeps the record: its connection, its errors, rows in and out in bulk."""
