"""The report on the whole plan: pages, pictures and the numbers beside them."""
