"""Health tells who keeps watch whether visitors can be served, and version which release it is."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from model.dataset.reading import PARQUET_DIR
from server.health import STATIC_DIR, missing_files
from tests.server.asking import ask
from tests.serving import ROOT, served_app

PARTS = (
    ".streamlit",
    "components",
    "data/parquet",
    "model",
    "pages",
    "server",
    "static",
    "app.py",
    "CHANGELOG.md",
    "VERSION",
)


def test_a_server_with_all_its_data_is_healthy(site: str) -> None:
    answer = ask(site, "/gezond")
    assert (answer.status, json.loads(answer.body)) == (200, {"status": "in orde"})
    assert ask(site, "/_stcore/health").text == "ok"


def test_the_version_is_that_of_the_release(site: str) -> None:
    version = (ROOT / "VERSION").read_text().strip()
    assert json.loads(ask(site, "/versie").body) == {"naam": "Schaalwijzer Jeugd", "versie": version}


@pytest.mark.parametrize("what", ["gone", "empty"])
def test_a_file_that_is_gone_or_empty_is_named(tmp_path: Path, what: str) -> None:
    parquet, static = tmp_path / "parquet", tmp_path / "static"
    shutil.copytree(PARQUET_DIR, parquet)
    shutil.copytree(STATIC_DIR, static)
    assert missing_files(parquet, static) == []
    for path in (parquet / "measures.parquet", static / "regions.topo.json"):
        path.unlink()
        if what == "empty":
            path.touch()
    assert missing_files(parquet, static) == ["measures.parquet", "regions.topo.json"]


def test_a_server_without_its_data_says_so_and_stays_up(tmp_path: Path) -> None:
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        (tmp_path / part).parent.mkdir(exist_ok=True)
        copy(ROOT / part, tmp_path / part)  # type: ignore[operator]
    with served_app(tmp_path, SCHAALWIJZER_CACHE=str(ROOT / ".cache/server")) as address:
        assert ask(address, "/gezond").status == 200
        (tmp_path / "data/parquet/regions.parquet").unlink()
        answer = ask(address, "/gezond")
        assert answer.status == 503
        assert json.loads(answer.body) == {"status": "niet in orde", "ontbreekt": ["regions.parquet"]}
        assert ask(address, "/_stcore/health").status == 200
