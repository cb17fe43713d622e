"""A table of the visitor's own region: opened, typed, checked."""
