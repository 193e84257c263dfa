"""Workbooks: the cells of their sheets and the facts beside the values."""
