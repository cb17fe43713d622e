"""Serves the app in several processes behind nginx, with the site of deploy/nginx: `make serve WORKERS=3`.

A process that ends is started again. For a server of one's own, systemd or a container does this; see docs/beheer.md.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).parent.parent
SITE = ROOT / "deploy" / "nginx" / "site.conf"
SECONDS_TO_STOP = 15
_LISTEN = re.compile(r"^ *listen 80;$", re.MULTILINE)


def main() -> int:
    """Exit status: 0 after Ctrl-C or a stop signal, 1 where nginx stopped by itself."""
    parser = argparse.ArgumentParser(description="Serves the app in several processes behind nginx.")
    parser.add_argument("--port", type=int, default=8501)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--nginx", default="nginx")
    asked = parser.parse_args()
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, _interrupt)
    ports = range(asked.port + 1, asked.port + 1 + asked.workers)
    with tempfile.TemporaryDirectory() as folder:
        # The processes of nginx that answer run as another user.
        Path(folder).chmod(0o755)
        config = Path(folder) / "nginx.conf"
        config.write_text(nginx_config(asked.port, ports), encoding="utf8")
        programs = {port: _worker(port) for port in ports}
        nginx = subprocess.Popen(
            [asked.nginx, "-e", "stderr", "-p", folder, "-c", config, "-g", "daemon off;"], start_new_session=True
        )
        print(f"Schaalwijzer Jeugd: http://localhost:{asked.port} ({asked.workers} processen)", flush=True)
        try:
            while nginx.poll() is None:
                time.sleep(0.2)
                for port, program in programs.items():
                    if program.poll() is not None:
                        print(f"Het proces op poort {port} stopte en start opnieuw.", flush=True)
                        programs[port] = _worker(port)
        except KeyboardInterrupt:
            return 0
        finally:
            _stop([nginx, *programs.values()])
    return 1


def nginx_config(port: int, workers: range) -> str:
    """Whole configuration of an nginx that serves the site on `port` of this machine only."""
    servers = "\n".join(f"        server 127.0.0.1:{worker} max_fails=1 fail_timeout=3s;" for worker in workers)
    site, places = _LISTEN.subn(f"    listen 127.0.0.1:{port};", SITE.read_text(encoding="utf8"))
    if places != 1:
        raise ValueError(f"{SITE} listens at {places} places, not one")
    temporary = "\n".join(
        f"    {kind}_temp_path {kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return f"""pid nginx.pid;
worker_processes 1;
events {{ worker_connections 2048; }}
http {{
{temporary}
    upstream schaalwijzer {{
        zone schaalwijzer 64k;
        hash $schaalwijzer_plek consistent;
{servers}
        keepalive 32;
    }}
{site}
}}
"""


def _worker(port: int) -> subprocess.Popen[bytes]:
    own = {"SCHAALWIJZER_PORT": str(port), "SCHAALWIJZER_TRUSTED_PROXY": "127.0.0.1"}
    # A session of its own: Ctrl-C reaches this process only, which then stops the others in order.
    return subprocess.Popen(
        [sys.executable, "-m", "server"], cwd=ROOT, env={**os.environ, **own}, start_new_session=True
    )


def _stop(programs: list[subprocess.Popen[bytes]]) -> None:
    for program in programs:
        program.terminate()
    for program in programs:
        try:
            program.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()


def _interrupt(_: int, __: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
