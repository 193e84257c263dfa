"""Status, gaps, targets and the comparison of methods, as pages."""
