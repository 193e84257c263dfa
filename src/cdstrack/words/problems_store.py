"""Sentences for CDS4xx: the store."""

from cdstrack.words.problems import Sentences

TEXTS: dict[str, Sentences] = {}
