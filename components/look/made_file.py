"""A file that is made when somebody asks for it, and goes to the browser through a component; see made_file.js."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from typing import TypedDict


@dataclass(frozen=True)
class MadeFile:
    """A file with its name and kind."""

    name: str
    mime: str
    content: bytes


class MadeFileError(Exception):
    """A file that could not be made; its text is Dutch and for the screen."""


class SentFile(TypedDict):
    """A file on its way: `number` is that of the request that it answers; `fault` says why there is none."""

    number: int
    name: str
    mime: str
    content: str
    fault: str


def sent_file(number: int, file: MadeFile) -> SentFile:
    """A file for the browser."""
    return SentFile(
        number=number, name=file.name, mime=file.mime, content=b64encode(file.content).decode("ascii"), fault=""
    )


def not_sent(number: int, fault: str) -> SentFile:
    """What the browser hears in place of a file: a Dutch sentence."""
    return SentFile(number=number, name="", mime="", content="", fault=fault)
