"""Administrative units as a tree that changes with the days, and what is added up over them."""
