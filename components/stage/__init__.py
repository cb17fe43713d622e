"""Room of the page Presenteren: storylines that ship, and those that a visitor makes."""
