"""The eight dilemmas of the steering framework, and where a visitor stands."""
