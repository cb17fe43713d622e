"""Libraries that the pages use, loaded when the server starts, so that the first visitor does not wait for them."""

import altair  # noqa: F401
import numpy  # noqa: F401
import pandas  # noqa: F401
import pyarrow.parquet  # noqa: F401
import pydeck  # noqa: F401
import scipy.cluster.hierarchy
import scipy.spatial.distance  # noqa: F401
import segno  # noqa: F401
import typst  # noqa: F401
import xlsxwriter  # noqa: F401
