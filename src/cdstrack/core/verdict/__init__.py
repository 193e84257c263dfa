"""The judgement of one target: the figures that count, the path, the decision table, the methods."""
