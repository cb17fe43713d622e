"""What every page has: its frame, menu, links, the loaded data and the search for a region."""
