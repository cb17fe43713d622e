"""Texts compressed once, with brotli and gzip at their best, and kept in a folder for the next start.

`python -m server.prepare` fills that folder beforehand, as `make run` and the container file do: the best brotli takes
about a second per megabyte.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from server.frontend_words import content_of

BROTLI, GZIP = "br", "gzip"
TEXTS = frozenset({".css", ".html", ".js", ".json", ".svg", ".wasm"})
"""Endings of files that compression makes smaller; fonts and pictures are compressed as they are."""

_COMPRESSED: dict[str, Callable[[bytes], bytes]] = {
    BROTLI: lambda content: brotli.compress(content, quality=11),
    # Without a moment in it, so that the same content is always the same bytes.
    GZIP: lambda content: gzip.compress(content, compresslevel=9, mtime=0),
}


def is_text(path: Path) -> bool:
    """Whether a file becomes smaller."""
    return path.suffix in TEXTS


def fingerprint(content: bytes) -> str:
    """Short name of a content, for an ETag or a file in the cache."""
    return hashlib.sha256(content).hexdigest()[:24]


def preferred(accept_encoding: str) -> str | None:
    """Encoding to answer with, of those that a browser says it takes; None is as it is."""
    offered = {}
    for item in accept_encoding.lower().split(","):
        name, _, quality = item.replace(" ", "").partition(";q=")
        offered[name] = quality.strip("0.") != "" if quality else True
    return next((encoding for encoding in (BROTLI, GZIP) if offered.get(encoding)), None)


class Compressor:
    """Compresses a content once; the cache folder may be filled beforehand, unwritable, or not there."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def compressed(self, content: bytes, encoding: str) -> bytes:
        """Content in `encoding`."""
        kept = self._folder / f"{fingerprint(content)}.{encoding}" if self._folder else None
        if kept:
            with contextlib.suppress(OSError):
                return kept.read_bytes()
        made = _COMPRESSED[encoding](content)
        if kept:
            with contextlib.suppress(OSError):
                _write_at_once(kept, made)
        return made

    def fill(self, files: Iterable[Path]) -> int:
        """Compresses all texts among `files`, on all cores; returns how many texts there are."""
        texts = [path for path in files if is_text(path)]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(self._fill, sorted(texts, key=lambda path: -path.stat().st_size)))
        return len(texts)

    def _fill(self, path: Path) -> None:
        content = content_of(path)
        for encoding in _COMPRESSED:
            self.compressed(content, encoding)


def _write_at_once(path: Path, content: bytes) -> None:
    """Writes a file so that another process sees all of it or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(name).replace(path)
