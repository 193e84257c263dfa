"""What was promised: the plan as values, its vocabulary, and how two versions of it differ."""
