"""Search over everything: field, results, and help where nothing is found."""
