"""The parts of a zipped office file, and their XML: unpacked within limits, and never with entities of its own."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

MOST_UNPACKED_BYTES = 8 * 1024 * 1024
"""Largest size of all parts that are read together; a hundred times what forty measures and ten years take."""
MOST_PARTS = 500
LAST_ROW, LAST_COLUMN = 500, 100
"""Rows and columns of a sheet that are read: a plan has forty measures."""
MOST_CELLS = 30_000
"""Filled cells of a file that are read."""
MOST_SHEETS = 40
LONGEST_NAME = 60

_DECLARED = re.compile(rb"""encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_ENCODINGS = (b"utf-8", b"us-ascii", b"ascii")


class DamagedError(ValueError):
    """A file that is not what it says it is."""


class TooLargeError(ValueError):
    """A file that unpacks to more than is read."""


class Package:
    """The parts of one zipped file by their names."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            parts = self._archive.infolist()
        except Exception as error:
            # Besides BadZipFile the reader lets through whatever a malformed directory leads to.
            raise DamagedError("no readable zip directory") from error
        if len(parts) > MOST_PARTS:
            raise TooLargeError("too many parts")
        self.names = frozenset(part.filename for part in parts)
        self.is_encrypted = any(part.flag_bits & 1 for part in parts)
        self._left = MOST_UNPACKED_BYTES

    def read(self, name: str) -> bytes:
        """Bytes of a part. Raises DamagedError, or TooLargeError beyond what is left of the limit."""
        try:
            if self._archive.getinfo(name).file_size > self._left:
                raise TooLargeError("unpacks to too much")
            # Reading stops at the size that a part states, so it cannot unpack to more.
            data = self._archive.read(name)
        except (
            KeyError,
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            RuntimeError,
            NotImplementedError,
        ) as error:
            raise DamagedError(f"part {name[:60]} cannot be read") from error
        except ValueError as error:
            if isinstance(error, TooLargeError):
                raise
            raise DamagedError("a part cannot be read") from error
        self._left -= len(data)
        return data

    def tree(self, name: str) -> ElementTree.Element:
        """Root of a part that is XML. Raises DamagedError."""
        data = self.read(name)
        refuse_entities(data)
        try:
            return ElementTree.fromstring(data)
        except (ElementTree.ParseError, ValueError, LookupError) as error:
            raise DamagedError("a part is no XML") from error

    def elements(self, name: str) -> Iterator[tuple[str, ElementTree.Element]]:
        """Starts and ends of the elements of a part, one by one. Raises DamagedError."""
        data = self.read(name)
        refuse_entities(data)
        try:
            yield from ElementTree.iterparse(io.BytesIO(data), events=("start", "end"))
        except (ElementTree.ParseError, ValueError, LookupError) as error:
            raise DamagedError("a part is no XML") from error


def refuse_entities(data: bytes) -> None:
    """Refusal of XML that declares entities or hides a declaration in another encoding. Raises DamagedError."""
    declared = _DECLARED.search(data[:200])
    if declared and declared[1].lower() not in _ENCODINGS:
        raise DamagedError("an encoding that spreadsheets do not write")
    if b"\x00" in data or data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise DamagedError("a document type of its own")


def local(tag: str) -> str:
    """Name of an element or attribute without its namespace, so that strict and ordinary files are the same."""
    return tag.rpartition("}")[2]


def attributes(element: ElementTree.Element) -> dict[str, str]:
    """Attributes without their namespaces."""
    return {local(name): value for name, value in element.attrib.items()}


def children(element: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    """Direct children with a name."""
    return (child for child in element if local(child.tag) == name)


def whole(text: str | None, otherwise: int = 0) -> int:
    """Whole number of an attribute, a billion at most; `otherwise` where it is none."""
    if not text or not text.isascii() or not text.isdigit():
        return otherwise
    return int(text) if len(text) < 10 else 10**9
