"""Problems in words: the sentence and the remedy for each code, one module a family."""
