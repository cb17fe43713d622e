"""The map of the 42 regions, coloured by the choice per task."""
