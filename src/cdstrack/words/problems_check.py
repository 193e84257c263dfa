"""Sentences for CDS5xx: what `check` finds in the figures."""

from cdstrack.words.problems import Sentences

TEXTS: dict[str, Sentences] = {}
