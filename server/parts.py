"""Modules of the components: what the browser fetches once per version, instead of getting it at every step."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from server.compression import Compressor, fingerprint, preferred
from server.files import ASK_EACH_TIME, FOR_A_YEAR, has_tag


def load_all() -> None:
    """Imports all that register a component, so that its module is there before anyone opens a page that shows it, and
    tells the stage what each page says.

    Inside a function, for a component can be registered only once Streamlit runs.
    """
    import components.background.rotterdam.assignments
    import components.background.zhz.scales
    import components.frame.entry_list
    import components.frame.page
    import components.frame.share
    import components.look.class_bar
    import components.look.exhibit_drawing
    import components.look.picture
    import components.look.table
    import components.map.view
    import components.matrix.side_by_side
    import components.matrix.view
    import components.partners.view
    import components.region.choices
    import components.region.cooperation
    import components.region.locator
    import components.region.peers
    import components.region.print
    import components.sources.search
    import components.stage.view
    import components.start.overview
    import components.start.region_map
    import components.what_if.answers.section
    import components.what_if.own_table.draft
    import components.what_if.own_table.kept
    import components.what_if.own_table.proposal
    import components.what_if.own_table.section
    import components.what_if.panel.panel
    import components.what_if.panel.stage
    import components.what_if.saved.section  # noqa: F401
    from components.frame.stage import told_by
    from components.slides.exhibits import exhibit_of_visit

    told_by(exhibit_of_visit)


class Parts:
    """Hands out modules by the name of their file, compressed once per encoding."""

    def __init__(self, modules: Mapping[str, str], compressor: Compressor) -> None:
        self._modules = modules
        self._compressor = compressor
        self._compressed: dict[tuple[str, str], bytes] = {}

    async def answer(self, request: Request) -> Response:
        """Answer to a request for a module; HTTPException 404 where there is none of that name.

        A tab that was opened before an update asks for the version of then, and gets the one of now.
        """
        asked = str(request.path_params["name"])
        name = asked if asked in self._modules else self._of_now(asked)
        if name is None:
            raise HTTPException(404)
        encoding = preferred(request.headers.get("accept-encoding", ""))
        content = self._modules[name].encode()
        tag = f'"{fingerprint(content)}{f"-{encoding}" if encoding else ""}"'
        headers = {
            "etag": tag,
            "cache-control": FOR_A_YEAR if name == asked else ASK_EACH_TIME,
            "vary": "Accept-Encoding",
        }
        if has_tag(request, tag):
            return Response(status_code=304, headers=headers)
        if encoding:
            if (name, encoding) not in self._compressed:
                made = await run_in_threadpool(self._compressor.compressed, content, encoding)
                self._compressed[name, encoding] = made
            content = self._compressed[name, encoding]
            headers["content-encoding"] = encoding
        return Response(content, headers=headers, media_type="text/javascript")

    def _of_now(self, asked: str) -> str | None:
        component = Path(asked).name.partition(".")[0]
        return next((name for name in self._modules if name.partition(".")[0] == component), None)
