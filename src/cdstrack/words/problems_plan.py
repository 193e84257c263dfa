"""Sentences for CDS1xx: the plan file."""

from cdstrack.words.problems import Sentences

TEXTS: dict[str, Sentences] = {}
