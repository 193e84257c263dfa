"""cdstrack: how far a provincial digital-transformation plan has come, and how that is known."""

__version__ = "0.1.0"
