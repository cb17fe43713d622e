"""Scenarios that a visitor saved, and how they compare."""
