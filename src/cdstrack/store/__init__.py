"""The record: a SQLite file that is only ever added to.

`ledger` is the front door, `backup` and `migrations` look after the file; the other modules are
their workings.
"""
