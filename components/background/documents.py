"""The documents of the page Achtergrond and their parts, in the order of the screen."""

from __future__ import annotations

from components.background.parts import Document
from components.background.zhz import DOCUMENT as ZHZ

DOCUMENTS: dict[str, Document] = {"zhz": ZHZ}
