"""What both notes have: the way back, the colophon, and the button that makes one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from components.frame.own_address import address_from, public_url
from components.frame.qr_code import QrCode, qr_code
from components.look.about_file import PRODUCT, VERSION
from components.look.typeset import Exact, pdf_of
from components.look.words import date_words

PDF_MIME = "application/pdf"
MOST_PAGES = 2
_SIZES_PT = (9.5, 9.0, 8.5, 8.0)
"""Of the letters: the first with which a note fits on its pages."""
MOST_IN_WORDS = 240
"""Characters of an address that someone may still type over."""
_FOLDER = Path(__file__).parent
_ONLY_HERE = ("localhost", "127.0.0.1", "[::1]")
_ADDRESS = re.compile(r"https?://[!-~]+")
"""What can be an address: the browser reports where it is, and can report anything."""
_BREAK = "\N{ZERO WIDTH SPACE}"


@dataclass(frozen=True)
class WayBack:
    """How a reader of the paper comes back to the view.

    Attributes
    ----------
    address : str
        Empty where no address can hold the view.
    said : str
        Why there is none, or what holds for it; may be empty.
    """

    address: str = ""
    said: str = ""

    def data(self) -> dict[str, Any]:
        """The same for a template: the address as link, in words, and as a code."""
        if not _ADDRESS.fullmatch(self.address):
            return {"link": "", "words": "", "code": "", "said": self.said}
        # Of one too long to type over, the link and the code hold all.
        words = self.address if len(self.address) <= MOST_IN_WORDS else self.address.partition("?")[0]
        code = qr_code(self.address)
        more = (
            ""
            if words == self.address
            else f"De rest van het adres zit in de link{' en in de QR-code' if code else ''}."
        )
        return {
            "link": Exact(self.address),
            "words": Exact(re.sub(r"(?<=[/?&=])", _BREAK, re.sub(r"^https?://", "", words))),
            "code": Exact(_drawing_of(code)) if code else "",
            "said": " ".join(filter(None, [more, self.said])),
        }


def way_back(page: str, query: Mapping[str, str] | str) -> WayBack:
    """Way to a view of a page, by the address under which visitors come: of the administrator, else of the browser."""
    return way_from(st.context.url or "", public_url(), page, query)


def way_from(here: str, public: str, page: str, query: Mapping[str, str] | str) -> WayBack:
    """The same from the address `here` of the page in the browser and the public one; either may be empty.

    >>> way_from("http://10.0.0.5:8501/jeugd/regio?x=1", "https://jeugd.nl", "regio", {"regio": "JZ31"}).address
    'https://jeugd.nl/jeugd/regio?regio=JZ31'
    """
    address = address_from(here, public, page, query)
    if not address:
        return WayBack(said="Het adres van deze weergave is onbekend.")
    is_local = (urlsplit(address).hostname or "") in _ONLY_HERE
    said = "Dit adres werkt alleen op de computer waarop deze notitie is gemaakt." if is_local else ""
    return WayBack(address, said)


def _drawing_of(code: QrCode) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {code.size} {code.size}">'
        f'<path fill="#fff" d="M0 0h{code.size}v{code.size}h-{code.size}z"/><path d="{code.path}"/></svg>'
    )


def note_pdf(template: str, data: Mapping[str, Any], way: WayBack, today: date) -> bytes:
    """PDF of a note: `data` of its own and what every note says of itself. Raises TypesetError."""
    about = {"day": date_words(today), "made_with": f"{PRODUCT} {VERSION}", "way": way.data()}
    return pdf_of(_FOLDER / template, {**data, "about": about}, today, sizes_pt=_SIZES_PT, most_pages=MOST_PAGES)


def show_note_button(label: str, make: Callable[[], bytes], file_name: str, key: str) -> None:
    """Button that makes a note when it is pressed, and no sooner; it turns while that lasts, and says when it fails."""
    st.download_button(label, make, f"{file_name}.pdf", PDF_MIME, on_click="ignore", key=key)
