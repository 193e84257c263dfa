"""Reports as frozen values: status, gaps, targets, one indicator, an explanation, the log."""
