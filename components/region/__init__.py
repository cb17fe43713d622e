"""The page of one region: its choices, peers, cooperation and where it lies."""
