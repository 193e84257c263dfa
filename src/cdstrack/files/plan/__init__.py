"""The plan file: read with every mistake at once, and described for editors."""
