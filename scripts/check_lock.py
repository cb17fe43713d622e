"""Checks, without a network, that the lock files hold what the requirements files and package.json ask for."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PIN = re.compile(r"^(?P<name>[A-Za-z0-9][\w.-]*)(?:\[[\w,-]+\])?==(?P<version>[^\s;]+)")


def main() -> int:
    """Exit status: 1 where a lock file and its pins disagree."""
    faults = faults_of(ROOT)
    for fault in faults:
        print(f"{fault}. Run `make lock`, and commit the lock files together with the pins.", file=sys.stderr)
    return 1 if faults else 0


def faults_of(root: Path) -> list[str]:
    """Sentences on what is wrong with the lock files in `root`; empty where nothing is."""
    direct = {name: pins(root / f"{name}.txt") for name in ("requirements", "requirements-dev")}
    locked = {name: locked_versions(root / f"{name}.lock") for name in direct}
    return [
        *_missing("requirements.lock", direct["requirements"], locked["requirements"]),
        *_missing(
            "requirements-dev.lock", direct["requirements"] | direct["requirements-dev"], locked["requirements-dev"]
        ),
        *_at_odds(locked["requirements"], locked["requirements-dev"]),
        *_not_checkable(root, [f"{name}.lock" for name in locked]),
        *_npm_faults(root),
    ]


def pins(requirements: Path) -> dict[str, set[str]]:
    """Version of each package that a requirements file names itself; ValueError for a line that pins nothing."""
    lines = [line.strip() for line in requirements.read_text(encoding="utf8").splitlines()]
    found: dict[str, set[str]] = {}
    for line in lines:
        if not line or line.startswith(("#", "-r ")):
            continue
        pin = PIN.match(line)
        if not pin:
            raise ValueError(f"{requirements.name}: {line!r} is no exact version, such as pandas==3.1.1")
        found[_plain(pin["name"])] = {pin["version"]}
    return found


def locked_versions(lock: Path) -> dict[str, set[str]]:
    """Versions of each package in a lock file: more than one where Python versions need different ones."""
    found: dict[str, set[str]] = {}
    for line in lock.read_text(encoding="utf8").splitlines():
        if pin := PIN.match(line):
            found.setdefault(_plain(pin["name"]), set()).add(pin["version"])
    return found


def _missing(lock: str, direct: dict[str, set[str]], locked: dict[str, set[str]]) -> list[str]:
    return [
        f"{lock} holds {name} {' and '.join(sorted(locked.get(name, {'not at all'})))}, asked for is {min(asked)}"
        for name, asked in direct.items()
        if locked.get(name) != asked
    ]


def _at_odds(run: dict[str, set[str]], develop: dict[str, set[str]]) -> list[str]:
    return [
        f"requirements.lock and requirements-dev.lock disagree on {name}"
        for name, versions in run.items()
        if develop.get(name) != versions
    ]


def _not_checkable(root: Path, locks: list[str]) -> list[str]:
    """Packages without a hash, and addresses: a lock file says what to install, the machine from where."""
    faults = []
    for lock in locks:
        text = (root / lock).read_text(encoding="utf8")
        entries = re.split(r"\n(?=[A-Za-z0-9])", text)
        faults += [
            f"{lock} has no hash for {pin['name']}"
            for entry in entries
            if (pin := PIN.match(entry)) and "--hash=sha256:" not in entry
        ]
    return faults + [
        f"{name} holds an address" for name in (*locks, "package-lock.json") if "://" in (root / name).read_text()
    ]


def _npm_faults(root: Path) -> list[str]:
    asked: dict[str, str] = json.loads((root / "package.json").read_text(encoding="utf8"))["devDependencies"]
    lock: dict[str, dict[str, Any]] = json.loads((root / "package-lock.json").read_text(encoding="utf8"))["packages"]
    faults = []
    for name, version in asked.items():
        held = lock.get(f"node_modules/{name}", {}).get("version", "not at all")
        if held != version:
            faults.append(f"package-lock.json holds {name} {held}, asked for is {version}")
    return faults + [
        f"package-lock.json has no hash for {place}"
        for place, entry in lock.items()
        if place and "integrity" not in entry
    ]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    sys.exit(main())
