"""Many figures at once: compared, listed, tried out, inserted column by column."""
