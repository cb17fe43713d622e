"""Several processes behind nginx: a visit stays with its process, and goes on at another one when that is gone."""

from __future__ import annotations

import os
import re
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection

from scripts.serve_workers import nginx_config
from tests.server.asking import ask, made_download, rerun, until_finished, visit
from tests.server.cluster import Cluster, served_cluster

PEOPLE = 12
VIEW = "bekijk=JZ29"


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Two processes behind nginx."""
    with served_cluster(tmp_path_factory.mktemp("cluster") / "said") as running:
        yield running


@dataclass
class Person:
    """Someone with a browser: keeps the cookie, connects again when the connection breaks, and looks at one view."""

    address: str
    cookie: str = ""
    views: list[str] = field(default_factory=list)
    breaks: int = 0

    def arrive(self) -> None:
        answer = ask(self.address, f"/regio?{VIEW}")
        assert answer.status == 200
        self.cookie = answer.headers["set-cookie"].partition(";")[0]

    @contextmanager
    def connected(self) -> Iterator[ClientConnection]:
        with visit(self.address, Cookie=self.cookie, Origin=self.address) as socket:
            yield socket

    def look_while(self, going: threading.Event) -> None:
        """Looks at the view again and again, and comes back when the connection breaks."""
        while going.is_set():
            try:
                with self.connected() as socket:
                    while going.is_set():
                        socket.send(rerun(VIEW, "regio"))
                        self.views.append(heading(until_finished(socket)))
                        time.sleep(0.3)
            except (OSError, WebSocketException):
                self.breaks += 1
                time.sleep(0.3)


def wait_until(holds: Callable[[], bool]) -> None:
    """Waits for what must come about within a minute, however busy the machine is."""
    deadline = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.2)


def heading(messages: list[ForwardMsg]) -> str:
    """First heading on the page that was sent: the region that is looked at."""
    elements = [found.delta.new_element for found in messages if found.HasField("delta")]
    return next(element.heading.body for element in elements if element.HasField("heading"))


def test_the_site_is_the_one_of_the_deployment() -> None:
    config = nginx_config(9000, range(9001, 9004))
    assert "listen 127.0.0.1:9000;" in config
    assert re.findall(r"server 127.0.0.1:(\d+)", config) == ["9001", "9002", "9003"]
    assert "listen 80" not in config


def test_who_had_a_process_that_is_killed_comes_back_in_the_same_view(cluster: Cluster) -> None:
    people = [Person(cluster.address) for _ in range(PEOPLE)]
    for person in people:
        person.arrive()
    going = threading.Event()
    going.set()
    threads = [threading.Thread(target=person.look_while, args=(going,)) for person in people]
    for thread in threads:
        thread.start()
    try:
        wait_until(lambda: all(person.views for person in people))
        before = cluster.workers()
        assert len(before) == 2
        victim = before[cluster.port + 1]
        os.kill(victim, signal.SIGKILL)
        wait_until(lambda: any(person.breaks for person in people))
        seen = [len(person.views) for person in people]
        wait_until(lambda: all(len(person.views) > count for person, count in zip(people, seen, strict=True)))
    finally:
        going.clear()
        for thread in threads:
            thread.join()
    broken = [person for person in people if person.breaks]
    assert 0 < len(broken) < PEOPLE
    assert {view for person in people for view in person.views} == {"Rijnmond"}
    wait_until(lambda: cluster.workers().get(cluster.port + 1) not in (None, victim))
    assert "stopte en start opnieuw" in cluster.said.read_text()


def test_a_download_is_found_at_whichever_process_has_it(cluster: Cluster) -> None:
    for one in range(cluster.port, cluster.port + 3):
        _wait_for(f"http://127.0.0.1:{one}")
    person = Person(cluster.address)
    person.arrive()
    with person.connected() as socket:
        path = made_download(socket, "deel=downloads", "bronnen")
        for cookie in (person.cookie, "schaalwijzer_plek=a", "schaalwijzer_plek=b", "schaalwijzer_plek=c", ""):
            file = ask(cluster.address, path, cookie=cookie)
            assert (file.status, file.body[:2]) == (200, b"PK")
    # nginx passes over a process that stopped for some seconds more after it is back.
    wait_until(lambda: ask(cluster.address, "/media/nergens.csv").status == 404)


def _wait_for(address: str) -> None:
    """Waits until a process that may have been started again answers."""
    deadline = time.monotonic() + 30
    while True:
        with suppress(OSError):
            if ask(address, "/gezond").status == 200:
                return
        assert time.monotonic() < deadline
        time.sleep(0.2)
