"""What is kept in the user's own cache folder so that a command need not do the same work twice."""
