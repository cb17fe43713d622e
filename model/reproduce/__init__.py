"""A result of the what-if once more, outside the app: the plans to compute with, the lines of Python, the command line.

`source_plan` and `own_plan` give the plan, `lines_of` the six lines for a scenario, and `command.main` is what
`python -m model.what_if` runs.
"""

from model.reproduce.lines import command_of, lines_of
from model.reproduce.plans import own_plan, source_plan

__all__ = ["command_of", "lines_of", "own_plan", "source_plan"]
