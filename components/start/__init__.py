"""The start page: what stands out, and all choices in one chart."""
