"""The page Bronnen: documents and their sections, faults, what moved, terms, data dictionary, downloads, account."""
