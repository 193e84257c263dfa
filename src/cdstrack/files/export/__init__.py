"""Workbooks for offices: reports, figures, and the template that comes back filled in."""
