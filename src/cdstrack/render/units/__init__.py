"""Units of the tree, and figures by unit, in words and for programs."""
