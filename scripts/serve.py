"""Starts the app with its libraries already loaded, so that the first visitor does not wait for them.

Arguments go to `streamlit run`, for example `--server.port 8600`.
"""

import sys

import altair  # noqa: F401
import pandas  # noqa: F401
import pyarrow.parquet  # noqa: F401
from streamlit.web import cli

sys.argv = ["streamlit", "run", "app.py", *sys.argv[1:]]
sys.exit(cli.main())
