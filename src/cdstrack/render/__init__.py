"""Functions from a report to a string, one module a format."""
