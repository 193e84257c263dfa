"""Reports on their way to paper: layout, wrapping, documents, letters."""
