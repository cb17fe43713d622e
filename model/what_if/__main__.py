"""Figures of a what-if from the command line: `python -m model.what_if "v=1&..."`."""

import sys

from model.reproduce.command import main

sys.exit(main(sys.argv[1:]))
