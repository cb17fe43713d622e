"""Whether the app can do its work, and which version it is, for who keeps watch over it."""

from __future__ import annotations

from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from streamlit.runtime import Runtime

from model.dataset.reading import CHECKSUMS, PARQUET_DIR
from model.dataset.registry import SHIPPED_TABLES
from server.files import ROOT

PRODUCT = "Schaalwijzer Jeugd"
VERSION = (ROOT / "VERSION").read_text(encoding="utf8").strip()
STATIC_DIR = ROOT / "static"
STATIC_FILES = ("regions.geo.json", "regions.topo.json")


def missing_files(parquet: Path = PARQUET_DIR, static: Path = STATIC_DIR) -> list[str]:
    """Names of data files that the app needs and that are not there, or empty."""
    needed = [
        parquet / CHECKSUMS,
        *(parquet / f"{name}.parquet" for name in SHIPPED_TABLES),
        *(static / name for name in STATIC_FILES),
    ]
    return [path.name for path in needed if not path.is_file() or not path.stat().st_size]


async def health(_: Request) -> Response:
    """200 where visitors can be served, else 503 with what is wrong."""
    missing = missing_files()
    ready, _why = await Runtime.instance().is_ready_for_browser_connection
    if missing or not ready:
        faults = {"ontbreekt": missing} if missing else {"gestart": False}
        return JSONResponse({"status": "niet in orde", **faults}, 503)
    return JSONResponse({"status": "in orde"})


async def version(_: Request) -> Response:
    """Name and version of the product."""
    return JSONResponse({"naam": PRODUCT, "versie": VERSION})
