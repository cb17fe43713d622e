"""The app in two processes behind nginx, as `make serve` runs it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.dev import is_taken
from tests.server.asking import ask, made_download, visit
from tests.serving import ROOT, free_port, wait_until_healthy

COOKIE = "schaalwijzer_plek"


@dataclass(frozen=True)
class Cluster:
    """A running `make serve`: its address, its port, and what it said so far."""

    address: str
    port: int
    said: Path

    def workers(self) -> dict[int, int]:
        """Process number by port, of the processes that are there now."""
        found = {}
        for process in Path("/proc").glob("[0-9]*"):
            try:
                command = (process / "cmdline").read_bytes().split(b"\0")
                environment = (process / "environ").read_bytes().split(b"\0")
            except OSError:
                continue
            if command[1:3] == [b"-m", b"server"]:
                ports = [item.partition(b"=")[2] for item in environment if item.startswith(b"SCHAALWIJZER_PORT=")]
                if ports and self.port < int(ports[0]) <= self.port + 2:
                    found[int(ports[0])] = int(process.name)
        return found

    def place_at_each(self) -> dict[int, str]:
        """A value of the cookie for each process, by its port, with which nginx leads there."""
        found: dict[int, str] = {}
        for number in range(40):
            with visit(self.address, Cookie=f"{COOKIE}=p{number}") as socket:
                path = made_download(socket, "deel=downloads", "bronnen")
                for port in (self.port + 1, self.port + 2):
                    if ask(f"http://127.0.0.1:{port}", path, "HEAD").status == 200:
                        found.setdefault(port, f"p{number}")
            if len(found) == 2:
                break
        return found


@contextmanager
def served_cluster(said: Path) -> Iterator[Cluster]:
    """Two processes behind nginx, which is installed where it is not there; all stopped afterwards."""
    nginx = subprocess.run(["sh", "scripts/find_nginx.sh"], cwd=ROOT, check=True, capture_output=True, text=True)
    port = free_port()
    while is_taken(port + 1) or is_taken(port + 2):
        port = free_port()
    with said.open("w") as output:
        program = subprocess.Popen(
            [sys.executable, "scripts/serve_workers.py", "--port", str(port), "--nginx", nginx.stdout.strip()],
            cwd=ROOT,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    running = Cluster(f"http://127.0.0.1:{port}", port, said)
    try:
        for one in range(port, port + 3):
            wait_until_healthy(f"http://127.0.0.1:{one}", program)
        yield running
    finally:
        program.terminate()
        program.wait(timeout=30)
    assert running.workers() == {}
