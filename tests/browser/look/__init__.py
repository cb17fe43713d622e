"""Shared parts of the pages in a browser."""
