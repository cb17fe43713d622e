"""The dialog "Delen": the view at an address as link, mail, QR code and text for another website, in words.

Its parts go over the line when someone asks for them. What the browser shows is in its own address, also after steps
of which Python has not heard, under a base path and behind a proxy: so it says which address is shared.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import partial
from html import escape
from typing import TypeAlias, TypedDict
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import streamlit as st

from components.frame.link_words import left_out_of_link, title_of_link, told_to_receiver, words_of_link
from components.frame.qr_code import LONGEST, qr_code
from components.frame.reports import reported_by
from components.look import component_files
from components.look.file_names import file_stem
from components.look.made_file import MadeFile, MadeFileError, SentFile, not_sent, sent_file
from components.look.words import listed, number
from model.site.publisher import PREFIX
from model.site.site_map import CHOSEN, DOCUMENT, EMBED, REGION, STORYLINES, Page, background_opened

LONGEST_ADDRESS = 8_000
"""Characters of an address that servers and chat programs still take."""
MakeSlides: TypeAlias = Callable[[str, Mapping[str, str], str], MadeFile]
"""Makes slides of the view of a page: its address in the app, its keys, and its full address. Raises MadeFileError."""
_ASKED, _SLIDES = "share_asked", "share_slides"
_FRAME_ANCESTORS = f"{PREFIX}FRAME_ANCESTORS"
_HEIGHTS_PX = {"kaart": 640, "doorrekening": 640}
"""Height of a page in a frame in which its drawing is seen whole with its key and its source, also on a phone."""
_USUAL_HEIGHT_PX = 800
_KEEP_THE_REGION = ("", "vergelijking")
"""Pages that show another view to whoever has a region of his own, and can show it in no other way."""

_HOW_TO_ALLOW = f"De beheerder zet het adres van die website in de instelling {_FRAME_ANCESTORS}."
_OWN_REGION_IN_FRAME = "Uw regio gaat mee in deze regel. Ook wie van elders komt, leest daar “uw regio”."

_share = component_files.component("share", __file__, "share")


class _Asked(TypedDict):
    page: str
    address: str
    number: int


class Framing(TypedDict):
    """Whether another website may show the app in a frame, and what there is to say of it."""

    isOpen: bool
    words: str


def hear_request(component: str, page: Page, name: str = "share") -> None:
    """Takes over what the bar, the component with this key, reported under a name: the address to share, and a mark of
    the asking. The dialog itself reports another address that came while it is open, with the mark that it has.

    Anything that is no address of a page is left alone.
    """
    reported = reported_by(component, name)
    if not isinstance(reported, Mapping):
        return
    address, asked = reported.get("address"), reported.get("number")
    if isinstance(address, str) and isinstance(asked, int) and _is_of_page(address):
        st.session_state[_ASKED] = _Asked(page=page.address, address=address, number=asked)


def show_share(page: Page, slides: MakeSlides | None) -> None:
    """The dialog for what was asked on this page; it stays, closed, until another page comes.

    With `slides` it also makes slides of the view.
    """
    asked: _Asked | None = st.session_state.get(_ASKED)
    if asked is None or asked["page"] != page.address:
        st.session_state.pop(_ASKED, None)
        return
    address = asked["address"]
    query = dict(parse_qsl(urlsplit(address).query))
    words = words_of_link(page, query)
    code, told = qr_code(address), told_to_receiver(page)
    _share(
        key="share",
        data={
            "number": asked["number"],
            "page": page.address,
            "address": address,
            "words": words,
            "missing": left_out_of_link(page),
            "code": {"size": code.size, "path": code.path} if code else None,
            "noCode": "" if code else _too_long(address),
            "mail": {
                "subject": title_of_link(page, query),
                "body": "\n\n".join(filter(None, (words, address, told))) + "\n",
            },
            "told": told,
            "frame": frame_text(page, address),
            "frameNote": _OWN_REGION_IN_FRAME if query.get(REGION) and page.address in _KEEP_THE_REGION else "",
            "isStep": page.address != STORYLINES,
            "framing": framing(os.environ.get(_FRAME_ANCESTORS, "")),
            "file": file_stem(page.address or "start", "qr-code"),
            "hasSlides": slides is not None,
            "slides": st.session_state.pop(_SLIDES, None),
        },
        on_slides_change=partial(_make_slides, page, slides),
        on_moved_change=partial(hear_request, "share", page, "moved"),
    )


def _make_slides(page: Page, slides: MakeSlides | None) -> None:
    """Makes what the dialog asked for; it goes to the browser once."""
    reported = reported_by("share", "slides")
    asked: _Asked | None = st.session_state.get(_ASKED)
    number = reported.get("number") if isinstance(reported, Mapping) else None
    if slides is None or asked is None or not isinstance(number, int):
        return
    address = asked["address"]
    query = dict(parse_qsl(urlsplit(address).query))
    made: SentFile
    try:
        made = sent_file(number, slides(page.address, query, address))
    except MadeFileError as fault:
        made = not_sent(number, str(fault))
    st.session_state[_SLIDES] = made


def frame_text(page: Page, address: str) -> str:
    """HTML that shows the view at an address within another page, for whoever makes that page.

    Who reads that page need not be of the region of whoever made it: there it is the region that is looked at.
    """
    parts = urlsplit(address)
    query = {key: value for key, value in parse_qsl(parts.query, keep_blank_values=True) if key != EMBED}
    title = title_of_link(page, query)
    if page.address not in _KEEP_THE_REGION and REGION in query:
        if DOCUMENT in page.parameters:
            query = {DOCUMENT: background_opened(query).key, **query}
        region = query.pop(REGION)
        if CHOSEN in page.parameters:
            query = {CHOSEN: region, **query}
    source = urlunsplit(parts._replace(query=urlencode({**query, EMBED: "1"}), fragment=""))
    height = _HEIGHTS_PX.get(page.address, _USUAL_HEIGHT_PX)
    return (
        f'<iframe src="{escape(source)}" title="{escape(title)}" width="100%" height="{height}" '
        'style="border: 0" loading="lazy" allow="clipboard-write; fullscreen"></iframe>'
    )


def framing(frame_ancestors: str) -> Framing:
    """Whether other websites may show the app in a frame, by the setting of the administrator, and which, in words."""
    allowed = frame_ancestors.split() or ["'self'"]
    if "*" in allowed or "https:" in allowed:
        return {"isOpen": True, "words": ""}
    hosts = [source for source in allowed if not source.startswith("'")]
    if hosts:
        words = f"Dat kan op {listed(hosts)}. Een andere website moet de beheerder van deze site eerst toestaan."
        return {"isOpen": True, "words": f"{words} {_HOW_TO_ALLOW}"}
    return {"isOpen": False, "words": f"Dat kan nu niet: op een andere website blijft de plek leeg. {_HOW_TO_ALLOW}"}


def _too_long(address: str) -> str:
    return (
        f"Deze link is met {number(len(address))} tekens te lang voor een QR-code; een telefoon leest er hooguit "
        f"{number(LONGEST)}."
    )


def _is_of_page(address: str) -> bool:
    """Whether a text is the address of a page on the web, as the browser writes it."""
    if len(address) > LONGEST_ADDRESS or not address.isascii() or not address.isprintable() or " " in address:
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
