"""Sharing costs between municipalities: options, a table of one's own, and the outcome."""
