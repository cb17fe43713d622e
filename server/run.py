"""Runs an app under uvicorn, as the settings say."""

from __future__ import annotations

import contextlib
import logging
import socket
import sys
import time

import uvicorn
from starlette.types import ASGIApp

from server.in_dutch import DutchHttp, DutchSockets
from server.settings import Settings, name_of

PING_S = 30


def run(app: ASGIApp, settings: Settings) -> int:
    """Serves `app` until a signal to stop; exit status 1 where the port is taken."""
    logging.Formatter.converter = time.gmtime
    logging.basicConfig(stream=sys.stdout, format="%(asctime)s %(message)s", datefmt="%Y-%m-%dT%H:%M:%SZ")
    logging.getLogger("schaalwijzer.access").setLevel(logging.INFO)
    family = socket.AF_INET6 if ":" in settings.address else socket.AF_INET
    try:
        listening = socket.create_server((settings.address, settings.port), family=family, backlog=2048)
    except OSError as fault:
        place = f"{settings.address}, poort {settings.port}"
        print(f"Luisteren op {place} lukt niet: {fault.strerror}. Zie {name_of('port')}.", file=sys.stderr)
        return 1
    config = uvicorn.Config(
        app,
        loop="uvloop",
        http=DutchHttp,
        ws=DutchSockets,
        ws_max_size=settings.message_bytes,
        ws_ping_interval=PING_S,
        ws_ping_timeout=PING_S,
        ws_per_message_deflate=False,
        lifespan="on",
        log_config=None,
        # Lines below this level name the address of the visitor.
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.trusted_proxy),
        forwarded_allow_ips=settings.trusted_proxy or None,
        timeout_graceful_shutdown=settings.stop_seconds,
    )
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])
    return 0
