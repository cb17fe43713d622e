"""The ASGI app: what the product serves, at which address, and nothing besides.

From outside in: the log, the headers of every answer, whose request it is, what a visit may ask, the base path; then
one list of addresses. Only the last few of those lead to Streamlit.
"""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime import Runtime
from streamlit.starlette import App

from components.look.component_files import ADDRESS, MODULES
from model.site.site_map import EMBED, PAGES, Page
from server.access_log import AccessLog
from server.compression import Compressor
from server.files import ASK_EACH_TIME, FOR_A_YEAR, ROOT, Files, app_files, cache_folder, frontend_files, version_part
from server.headers import SecurityHeaders
from server.health import health, version
from server.in_dutch import FaultsInDutch, say_faults_in_dutch
from server.limits import VisitLimits
from server.own_host import OwnHost
from server.pages import ReadyPage, embed_script, first_page, inline_script, not_found_page
from server.parts import Parts, load_all
from server.run_message import keep_run_message
from server.settings import Settings

Endpoint = Callable[[Request], Awaitable[Response]]


def build(settings: Settings, more_routes: Sequence[BaseRoute] = ()) -> ASGIApp:
    """The app as visitors get it. `more_routes` come first."""
    site = _site(settings, more_routes)
    app: ASGIApp = BasePath(site, settings.base_path)
    app = VisitLimits(app, settings)
    app = OwnHost(app, settings)
    app = SecurityHeaders(app, settings, [inline_script(settings), embed_script()])
    return AccessLog(app) if settings.access_log else app


def _site(settings: Settings, more_routes: Sequence[BaseRoute]) -> Starlette:
    keep_run_message()
    say_faults_in_dutch()
    streamlit = App(ROOT / "app.py")
    compressor = Compressor(cache_folder(settings))
    routes = [
        *more_routes,
        *(Route(f"/{page.address}", _page(page, settings)) for page in PAGES),
        Route("/gezond", health),
        Route("/versie", version),
        Route("/static/{version}/{name:path}", _frontend(Files(frontend_files(), compressor))),
        Route("/app/static/{name}", _own_files(Files(app_files(), compressor))),
        Route(f"/{ADDRESS}/{{name}}", Parts(MODULES, compressor).answer),
        Route("/media/{name}", FaultsInDutch(streamlit), methods=["GET"]),
        Route("/_stcore/health", streamlit, methods=["GET"]),
        Route("/_stcore/host-config", streamlit, methods=["GET"]),
        WebSocketRoute("/_stcore/stream", streamlit),
    ]
    site = Starlette(
        routes=routes,
        lifespan=_lifespan(streamlit),
        exception_handlers={404: _not_found(settings), 405: _not_found(settings), 500: _fault},
    )
    site.router.redirect_slashes = False
    return site


def _lifespan(streamlit: App) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(site: Starlette) -> AsyncIterator[None]:
        async with streamlit.lifespan()(site):
            # The start page once, for nobody: it loads what all pages share, so that the first visitor does not wait.
            await Runtime.instance().does_script_run_without_error()
            load_all()
            # What is loaded now stays until the end: no garbage collection has to look at it again.
            gc.collect()
            gc.freeze()
            yield

    return lifespan


def _page(page: Page, settings: Settings) -> Endpoint:
    alone = ReadyPage.of(first_page(page, settings))
    in_a_frame = ReadyPage.of(first_page(page, settings, embedded=True))

    async def answer(request: Request) -> Response:
        return (in_a_frame if request.query_params.get(EMBED) == "1" else alone).answer(request)

    return answer


def _frontend(files: Files) -> Endpoint:
    async def answer(request: Request) -> Response:
        # A tab that was opened before an update asks for a file that is the same, or is not there.
        is_current = request.path_params["version"] == version_part()
        return await files.answer(request, request.path_params["name"], FOR_A_YEAR if is_current else ASK_EACH_TIME)

    return answer


def _own_files(files: Files) -> Endpoint:
    async def answer(request: Request) -> Response:
        return await files.answer(request, request.path_params["name"], ASK_EACH_TIME)

    return answer


def _not_found(settings: Settings) -> Callable[[Request, Exception], Awaitable[Response]]:
    """Answers where there is nothing; a page that was written a little differently is pointed to."""
    names = {page.address: page.address for page in PAGES} | {page.name.casefold(): page.address for page in PAGES}

    async def answer(request: Request, fault: Exception) -> Response:
        path = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
        address = names.get(path.strip("/").casefold())
        if request.method in ("GET", "HEAD") and address is not None and path != f"/{address}":
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(f"{settings.base_path}/{quote(address)}{query}", 307)
        if isinstance(fault, HTTPException) and fault.status_code == 405:
            return PlainTextResponse("Dit adres is alleen te lezen.", 405, {"allow": "GET, HEAD"})
        return Response(not_found_page(path, settings), 404, media_type="text/html")

    return answer


async def _fault(_: Request, __: Exception) -> Response:
    """Answer where the server itself failed; the log has the details."""
    return PlainTextResponse("Er ging iets mis op de server. Probeer het nog eens.", 500)


class BasePath:
    """Takes the base path off an address; what lies outside it is not ours."""

    def __init__(self, app: ASGIApp, base_path: str) -> None:
        self._app = app
        self._base_path = base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on with the base path as its root path."""
        base = self._base_path
        if not base or scope["type"] == "lifespan" or scope["path"].startswith(f"{base}/"):
            await self._app({**scope, "root_path": base} if base else scope, receive, send)
        elif scope["type"] == "http" and scope["path"] in ("/", base):
            await RedirectResponse(f"{base}/", 307)(scope, receive, send)
        else:
            await self._app({**scope, "root_path": base, "path": f"{base}/-"}, receive, send)
