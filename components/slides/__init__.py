"""Slides: a storyline or one view as a PowerPoint file that can be edited in any office."""
