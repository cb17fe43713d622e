"""Files that browsers fetch: Streamlit's scripts, styles and fonts, and the app's own folder static/.

A file is found in a list made at the start, so no path can lead out of a folder. Fonts of the frontend are handed out
as the subsets in server/fonts, under the same names; `version_part` in the address changes with them, so that
everything below it may be kept for a year.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.types import Receive, Scope, Send

from server.compression import Compressor, fingerprint, is_text, preferred
from server.frontend_words import MARK, content_of
from server.in_dutch import FaultsInDutch
from server.settings import Settings

ROOT = Path(__file__).parent.parent
FRONTEND = Path(streamlit.__file__).parent / "static"
FONTS = Path(__file__).parent / "fonts"

FOR_A_YEAR = "public, max-age=31536000, immutable"
ASK_EACH_TIME = "no-cache"

MEDIA_TYPES = {
    ".css": "text/css",
    ".gif": "image/gif",
    ".js": "text/javascript",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
}


def cache_folder(settings: Settings) -> Path:
    """Folder for compressed files; a path that is not absolute is seen from the root of the product."""
    return ROOT / settings.cache


@cache
def frontend_files() -> Mapping[str, Path]:
    """Files of Streamlit's frontend by their name below static/, fonts replaced by their subset where there is one."""
    folder = FRONTEND / "static"
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: _subset(name) or path for name, path in files.items()}


def _subset(name: str) -> Path | None:
    """Our own cut of a font: server/fonts/<name>.woff2 in the place of media/<name>.<hash>.woff2, if there is one."""
    stem, _, ending = Path(name).name.partition(".")
    ours = FONTS / f"{stem}.woff2"
    return ours if ending.endswith("woff2") and ours.exists() else None


@cache
def version_part() -> str:
    """Part of the address of frontend files that changes when Streamlit, a subset of a font or a word in it does."""
    fonts = b"".join(path.read_bytes() for path in sorted(FONTS.glob("*.woff2")))
    return fingerprint(streamlit.__version__.encode() + fonts + MARK)[:10]


def app_files() -> Mapping[str, Path]:
    """Files of the app's own folder static/, by name."""
    return {path.name: path for path in sorted((ROOT / "static").iterdir())}


class _FileInDutch(FileResponse):
    """File, or a part of it; a part that it does not have is said in Dutch."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await FaultsInDutch(super().__call__)(scope, receive, send)


class Files:
    """Hands out the files of a list: compressed where that helps, once per encoding."""

    def __init__(self, files: Mapping[str, Path], compressor: Compressor) -> None:
        self._files = files
        self._compressor = compressor
        self._tags: dict[str, str] = {}
        self._compressed: dict[tuple[str, str], bytes] = {}

    async def answer(self, request: Request, name: str, cache_control: str) -> Response:
        """Answer to a request for file `name`; HTTPException 404 where there is none of that name."""
        path = self._files.get(name)
        if path is None:
            raise HTTPException(404)
        # A part of a file is a part of what it is, not of what it is compressed to.
        may_compress = is_text(path) and "range" not in request.headers
        encoding = preferred(request.headers.get("accept-encoding", "")) if may_compress else None
        if name not in self._tags:
            self._tags[name] = fingerprint(await run_in_threadpool(content_of, path))
        tag = f'"{self._tags[name]}{f"-{encoding}" if encoding else ""}"'
        headers = {
            "etag": tag,
            "cache-control": cache_control,
            **({"vary": "Accept-Encoding"} if is_text(path) else {}),
        }
        if has_tag(request, tag):
            return Response(status_code=304, headers=headers)
        media_type = MEDIA_TYPES.get(path.suffix, "application/octet-stream")
        if encoding is None and path.suffix == ".js":
            return Response(await run_in_threadpool(content_of, path), headers=headers, media_type=media_type)
        if encoding is None:
            return _FileInDutch(path, headers=headers, media_type=media_type)
        if (name, encoding) not in self._compressed:
            self._compressed[name, encoding] = await run_in_threadpool(self._compress, path, encoding)
        return Response(
            self._compressed[name, encoding], headers={**headers, "content-encoding": encoding}, media_type=media_type
        )

    def _compress(self, path: Path, encoding: str) -> bytes:
        return self._compressor.compressed(content_of(path), encoding)


def has_tag(request: Request, tag: str) -> bool:
    """Whether the browser says that it has the content of this tag."""
    known = request.headers.get("if-none-match", "")
    return tag in (item.strip().removeprefix("W/") for item in known.split(","))
