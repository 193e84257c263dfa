"""Sentences for CDS3xx: files of figures."""

from cdstrack.words.problems import Sentences

TEXTS: dict[str, Sentences] = {}
