"""The tables, the released schemas and how one follows the other."""
