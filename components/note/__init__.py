"""The note for a board: one or two sheets of A4 on a region or a scenario, as a tagged PDF."""
