"""Four answers below the panel: over the years, who does what, what first, how sure."""
