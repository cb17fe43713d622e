"""The matrix of regions and tasks, and regions side by side."""
