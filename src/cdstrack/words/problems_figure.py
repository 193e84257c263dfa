"""Sentences for CDS2xx: a figure as it is entered."""

from cdstrack.words.problems import Sentences

TEXTS: dict[str, Sentences] = {}
