"""Where in the product everything stands: pages, parts, search entries, version notes."""
