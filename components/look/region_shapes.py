"""Shapes of the regions, which the browser fetches once and draws with region_shapes.js."""

TOPOLOGY_URL = "regions.topo.json"
"""Address of the shapes, from the folder of files that are served as they are."""
