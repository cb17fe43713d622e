"""The what-if page: session, panel in the browser, results, scenarios."""
