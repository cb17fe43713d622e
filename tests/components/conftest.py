"""Pages opened without a browser, on the shipped data or on a damaged copy."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner

from components.frame import loading
from model.dataset.reading import PARQUET_DIR, read_table

# Each page opened is a server of its own that reads what all installed packages say of themselves, for four times as
# long as the page takes; nothing is installed while the tests run.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


@pytest.fixture(autouse=True)
def starts_from_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every visit numbers its starts from 1, so that what is sent can be compared."""
    monkeypatch.setattr("components.frame.revisions.secrets.randbelow", lambda most: 0)


@pytest.fixture
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Folder with a copy of the dataset that the app reads instead of the shipped one."""
    folder = shutil.copytree(PARQUET_DIR, tmp_path / "parquet")
    monkeypatch.setattr(loading, "read_table", partial(read_table, folder=folder))
    st.cache_resource.clear()
    yield folder
    st.cache_resource.clear()


class Address(dict[str, str]):
    """What stands in the address behind the question mark, with how often it was written."""

    def __init__(self) -> None:
        super().__init__()
        self.writings = 0

    def to_dict(self) -> dict[str, str]:
        return dict(self)

    def from_dict(self, values: dict[str, str]) -> None:
        self.writings += 1
        self.clear()
        self.update(values)


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Address:
    """What stands in the address behind the question mark, for code that runs outside a page."""
    parameters = Address()
    monkeypatch.setattr(st, "query_params", parameters)
    return parameters


@pytest.fixture
def warnings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Warnings that code outside a page would show."""
    shown: list[str] = []
    show: Callable[[str], None] = shown.append
    monkeypatch.setattr(st, "warning", show)
    return shown
