"""A record on a PostgreSQL server: connection, errors, rows in and out in bulk."""
