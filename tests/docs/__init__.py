"""The documents hold: their figures are those of the model."""
