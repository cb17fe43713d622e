"""The first HTML of every page, and the page for what is not there: readable before any script has come.

Streamlit's own first page says "Streamlit", in English, until two megabytes of scripts have run. Ours takes over the
scripts and styles that it names, and says in Dutch what the page is.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from components.look.component_files import without_comments
from model.site.site_map import PAGES, Page
from server.compression import BROTLI, GZIP, Compressor, fingerprint, preferred
from server.files import ASK_EACH_TIME, FRONTEND, frontend_files, has_tag, version_part
from server.health import PRODUCT
from server.settings import Settings

_HERE = Path(__file__).parent
LINK_PICTURE = "link_picture.png"
ICON = "data:image/svg+xml," + quote(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><text y=".9em" font-size="90">🧭</text></svg>'
)
_START_NAME = "Wie organiseert welke jeugdhulp op welke schaal?"
_ABOUT = {
    "": "De keuzes van 42 jeugdregio's voor elf taken, op de kaart en in tabellen, elk met zijn plek in de bron.",
    "achtergrond": "Wat de documenten van Zuid-Holland Zuid, regio Rotterdam en Holland Rijnland verder zeggen.",
    "bronnen": "Waar elk cijfer vandaan komt: documenten, fouten en leemten, begrippen, downloads en verantwoording.",
}
"""What the pages are about of which the site map only names the parts."""
_OUT = f"""
    <footer class="out"><span class="source"></span>
      <a href="./" target="_blank" rel="noopener">Open in {PRODUCT}</a></footer>"""
"""What stays in sight below a page in a frame: its source, which the page says itself, and a link, which `embed.js`
leads to what is shown now.
"""
_LOADED_BY_ALL = ("BidiComponent", "Html", "PageLink")
"""Parts of the frontend that every page shows; it would ask for them only once it has heard what the page is."""


def _text(name: str) -> str:
    return without_comments((_HERE / name).read_text(encoding="utf8"))


def about(page: Page) -> str:
    """What one finds on a page, in a sentence."""
    return page.about or _ABOUT[page.address]


def page_title(page: Page) -> str:
    """Title as Streamlit sets it later."""
    return f"{page.name} | {PRODUCT}"


def inline_script(settings: Settings) -> str:
    """Script in the page that tells the frontend where the app is, and the visitor how the connection is.

    Knowing that, it connects at once, instead of asking first at each path above the page. No other website may send it
    messages; `.invalid` is a name that no site can have. Its dialogs are in English: `connection.js` says it in Dutch.
    """
    host = {
        "allowedOrigins": ["https://geen.invalid"],
        "useExternalAuthToken": False,
        "enableCustomParentMessages": False,
        "blockErrorDialogs": True,
    }
    base = json.dumps(settings.base_path)
    return (
        "window.prerenderReady = false; "
        f"window.__streamlit = {{BACKEND_BASE_URL: location.origin + {base}, HOST_CONFIG: {json.dumps(host)}}};\n"
        + _text("connection.js")
    )


def embed_script() -> str:
    """Script of a page that another website shows in a frame."""
    return _text("embed.js")


def frontend_tags(base_path: str) -> str:
    """Scripts and styles of Streamlit's first page, and what every page of ours needs beside them, at our addresses."""
    below = f"{base_path}/static/{version_part()}/"
    names = re.findall(r'(?:src|href)="\./static/((?:js|css)/[^"]+)"', (FRONTEND / "index.html").read_text("utf8"))
    main = names[0]
    styles = [name for name in names if name.endswith(".css")]
    fonts = [
        name for name in frontend_files() if Path(name).name.startswith(("SourceSansVF-Upright", "MaterialSymbols"))
    ]
    scripts = [name for name in dict.fromkeys([*names[1:], *_also_loaded()]) if name not in styles]
    return "\n    ".join(
        [
            *(f'<link rel="stylesheet" crossorigin href="{below}{name}">' for name in styles),
            f'<script type="module" crossorigin src="{below}{main}"></script>',
            *(f'<link rel="modulepreload" crossorigin href="{below}{name}">' for name in scripts),
            *(f'<link rel="preload" as="font" type="font/woff2" crossorigin href="{below}{name}">' for name in fonts),
        ]
    )


def _also_loaded() -> list[str]:
    """Files behind `_LOADED_BY_ALL`, with all that they import."""
    entries = json.loads((FRONTEND / "manifest.json").read_text("utf8"))
    wanted = [key for key, entry in entries.items() if entry.get("name") in _LOADED_BY_ALL]
    seen: list[str] = []
    while wanted:
        key = wanted.pop(0)
        if key in seen or key == "index.html":
            continue
        seen.append(key)
        wanted += entries[key].get("imports", [])
    return [entries[key]["file"].removeprefix("static/") for key in seen]


def first_page(page: Page, settings: Settings, *, embedded: bool = False) -> str:
    """HTML of a page before Streamlit has drawn it; `embedded` is how another website shows it in a frame."""
    root = (settings.public_url.rstrip("/") or f"http://localhost:{settings.port}") + settings.base_path
    texts = {
        "title": page_title(page),
        "name": page.name if page.address else _START_NAME,
        "product": PRODUCT,
        "about": about(page),
        "address": f"{root}/{page.address}",
        "picture": f"{root}/app/static/{LINK_PICTURE}",
    }
    return Template(_text("first_page.html")).substitute(
        {name: escape(text) for name, text in texts.items()},
        icon=ICON,
        script=inline_script(settings),
        style=_text("page.css") + (_text("embed.css") if embedded else ""),
        frontend=frontend_tags(settings.base_path),
        mark=" data-embed" if embedded else "",
        embed_script=f"\n    <script>{embed_script()}</script>" if embedded else "",
        out=_OUT if embedded else "",
    )


def not_found_page(path: str, settings: Settings) -> str:
    """HTML that says that there is nothing at a path of the app, with the pages that there are."""
    first = path.strip("/").partition("/")[0].casefold()
    meant = next((page for page in PAGES if first and first == page.address), None)
    why = (
        f"Dit adres heeft te veel delen. Bedoelt u de pagina {meant.name}?"
        if meant
        else "Op dit adres staat niets. Misschien is de link niet helemaal overgenomen. Deze pagina's zijn er wel:"
    )
    links = [
        f'<li><a href="{settings.base_path}/{page.address}">{page.name}</a></li>'
        for page in ([meant] if meant else PAGES)
    ]
    return Template(_text("not_found.html")).substitute(
        title="Pagina niet gevonden",
        product=PRODUCT,
        icon=ICON,
        style=_text("page.css"),
        why=why,
        links="\n        ".join(links),
    )


@dataclass(frozen=True)
class ReadyPage:
    """A first page in all its encodings, made at the start."""

    encodings: dict[str | None, bytes]
    tag: str

    @classmethod
    def of(cls, html: str) -> ReadyPage:
        """Page ready to be sent."""
        content = html.encode()
        compressor = Compressor(None)
        encodings: dict[str | None, bytes] = {None: content}
        for encoding in (BROTLI, GZIP):
            encodings[encoding] = compressor.compressed(content, encoding)
        return cls(encodings, fingerprint(content))

    def answer(self, request: Request) -> Response:
        """Answer to a request for this page."""
        encoding = preferred(request.headers.get("accept-encoding", ""))
        tag = f'"{self.tag}{f"-{encoding}" if encoding else ""}"'
        headers = {"etag": tag, "cache-control": ASK_EACH_TIME, "vary": "Accept-Encoding"}
        if has_tag(request, tag):
            # With its kind, for the browser replaces the headers that it kept by these.
            return Response(status_code=304, headers=headers, media_type="text/html")
        if encoding:
            headers["content-encoding"] = encoding
        return Response(self.encodings[encoding], headers=headers, media_type="text/html")
