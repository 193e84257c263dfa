"""The record: a SQLite file that is only ever added to."""
