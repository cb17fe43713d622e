"""Where the app stands for who opens a file of it: a note or a slide leads back to the view."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit

from model.site.publisher import PREFIX

_WEB = re.compile(r"https?://[!-~]+")


def public_url() -> str:
    """Address under which the administrator says that visitors come; "" where nothing is said."""
    return os.environ.get(f"{PREFIX}PUBLIC_URL", "")


def home_from(here: str, public: str, page: str) -> str:
    """Address of the start page, ending in a slash, from that of a page in the browser and the public one.

    Either may be empty; the public one goes first. "" where neither is known.

    >>> home_from("http://10.0.0.5:8501/jeugd/regio?x=1", "https://jeugd.nl", "regio"), home_from("", "", "kaart")
    ('https://jeugd.nl/jeugd/', '')
    """
    seen = urlsplit(here)
    root = public.strip().rstrip("/") or (f"{seen.scheme}://{seen.netloc}" if _WEB.match(here) else "")
    if not root:
        return ""
    path = seen.path.rstrip("/")
    return f"{root}{path.removesuffix(f'/{page}') if page else path}/"


def address_from(here: str, public: str, page: str, query: Mapping[str, str] | str) -> str:
    """The same of a view of that page.

    >>> address_from("http://10.0.0.5:8501/jeugd/regio?x=1", "https://jeugd.nl", "regio", {"regio": "JZ31"})
    'https://jeugd.nl/jeugd/regio?regio=JZ31'
    >>> address_from("", "", "regio", "regio=JZ31")
    ''
    """
    home, search = home_from(here, public, page), query if isinstance(query, str) else urlencode(query)
    return f"{home}{page}{f'?{search}' if search else ''}" if home else ""
