"""Weighing at which scale a task belongs, by the criteria of the plan."""
