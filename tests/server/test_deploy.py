"""What deploy/ says of the app is so: its settings, its ports, and what the container file puts into the container."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from urllib.parse import urlsplit

from model.site.site_map import PAGES
from server.settings import Settings, name_of
from tests.server.asking import rerun, until_finished, visit
from tests.serving import ROOT, served_app

DEPLOY = ROOT / "deploy"
CONTAINER = (DEPLOY / "Containerfile").read_text("utf8").replace("\\\n", "")
UNIT = (DEPLOY / "systemd" / "schaalwijzer@.service").read_text("utf8")
COMPOSE = (DEPLOY / "compose.yaml").read_text("utf8")


def processes(name: str) -> list[tuple[str, str]]:
    """Host and port of each process that a file for nginx names."""
    return re.findall(r"^ +server (\S+):(\d+) ", (DEPLOY / "nginx" / name).read_text("utf8"), re.MULTILINE)


def test_every_setting_that_is_named_exists() -> None:
    texts = [path.read_text("utf8") for path in (*DEPLOY.rglob("*.*"), DEPLOY / "Containerfile") if path.is_file()]
    named = set(re.findall(r"\bSCHAALWIJZER_[A-Z_]+", "".join(texts)))
    assert {"SCHAALWIJZER_PORT", "SCHAALWIJZER_PUBLIC_URL", "SCHAALWIJZER_ADDRESS"} <= named
    assert named <= {name_of(item.name) for item in fields(Settings)}


def test_nginx_knows_the_processes_that_are_started() -> None:
    numbers = re.findall(r"schaalwijzer@(\d)", UNIT.splitlines()[0])
    assert processes("upstream.conf") == [("127.0.0.1", f"850{number}") for number in numbers]
    services = re.findall(r"^  (app\d): \*app$", COMPOSE, re.MULTILINE)
    assert processes("upstream.containers.conf") == [(service, str(Settings().port)) for service in services]


def test_files_that_the_compose_file_mounts_are_there() -> None:
    mounted = re.findall(r"^ +- (\./\S+?):/", COMPOSE, re.MULTILINE)
    assert [path for path in mounted if not (DEPLOY / path).is_file()] == []
    assert len(mounted) == 2
    assert not re.search(r"^configs:", COMPOSE, re.MULTILINE), "podman-compose knows none"


def test_container_holds_all_that_the_app_needs_and_its_check_finds_the_app(tmp_path: Path) -> None:
    for words in re.findall(r"^COPY (.+)$", CONTAINER, re.MULTILINE):
        *sources, target = words.split()
        for source in sources:
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, tmp_path / target, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(ROOT / source, tmp_path / target)
    (check,) = re.findall(r"^HEALTHCHECK .*? CMD (\[.*\])$", CONTAINER, re.MULTILINE)
    _, *arguments = json.loads(check)
    cache = str(ROOT / Settings().cache)
    with served_app(tmp_path, SCHAALWIJZER_BASE_PATH="/jeugd", SCHAALWIJZER_CACHE=cache) as address:
        settings = {"SCHAALWIJZER_PORT": str(urlsplit(address).port), "SCHAALWIJZER_BASE_PATH": "/jeugd"}
        subprocess.run([sys.executable, *arguments], check=True, env={**os.environ, **settings})
        for page in PAGES:
            with visit(address) as socket:
                socket.send(rerun(page=page.address))
                messages = until_finished(socket)
            elements = [message.delta.new_element.WhichOneof("type") for message in messages]
            assert "exception" not in elements, page.name
            assert len(elements) > 5, page.name
