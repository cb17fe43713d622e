"""The table of the source, for the workbook."""

from __future__ import annotations

import pytest

from components.what_if.session import source_plan
from model.what_if import SavingsPlan


@pytest.fixture(scope="session")
def source() -> SavingsPlan:
    return source_plan()
