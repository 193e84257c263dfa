"""Sentences for CDS0xx: options, paths and settings."""

from cdstrack.words.problems import Sentences

TEXTS: dict[str, Sentences] = {}
