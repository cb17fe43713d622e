"""The lock files hold what the pins ask for, and a disagreement is found."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from scripts.check_lock import faults_of

ROOT = Path(__file__).parent.parent.parent
FILES = ("requirements.txt", "requirements.lock", "requirements-dev.txt", "requirements-dev.lock")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Copy of the pins and lock files."""
    for name in (*FILES, "package.json", "package-lock.json"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def replace(path: Path, old: str, new: str) -> None:
    """Puts `new` in the place of the first `old` of a file."""
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_what_is_shipped_agrees() -> None:
    assert faults_of(ROOT) == []


def test_a_changed_pin_is_missed_in_both_lock_files(root: Path) -> None:
    replace(root / "requirements.txt", "\naltair==", "\naltair==99.")
    faults = faults_of(root)
    assert [fault.split()[:3] for fault in faults] == [
        ["requirements.lock", "holds", "altair"],
        ["requirements-dev.lock", "holds", "altair"],
    ]


def test_a_new_pin_is_missed(root: Path) -> None:
    replace(root / "requirements-dev.txt", "pytest==", "New.Package[all]==1.0\npytest==")
    assert faults_of(root) == ["requirements-dev.lock holds new-package not at all, asked for is 1.0"]


def test_a_line_that_pins_nothing_is_refused(root: Path) -> None:
    replace(root / "requirements-dev.txt", "pytest==", "pandas-stubs>=1\npytest==")
    with pytest.raises(ValueError, match=r"requirements-dev\.txt: 'pandas-stubs>=1' is no exact version"):
        faults_of(root)


def test_the_app_is_tested_with_what_it_runs_with(root: Path) -> None:
    replace(root / "requirements.lock", "\nanyio==", "\nanyio==9.")
    assert faults_of(root) == ["requirements.lock and requirements-dev.lock disagree on anyio"]


def test_hashes_are_there_and_addresses_are_not(root: Path) -> None:
    lock = root / "requirements-dev.lock"
    lock.write_text(
        lock.read_text() + "tiny==1.0\n    # via -r requirements-dev.txt\n--index-url https://example.org\n"
    )
    assert faults_of(root) == ["requirements-dev.lock has no hash for tiny", "requirements-dev.lock holds an address"]


def test_npm_packages(root: Path) -> None:
    package = json.loads((root / "package.json").read_text())
    package["devDependencies"] |= {"typescript": "99.0.0", "new-package": "1.0.0"}
    (root / "package.json").write_text(json.dumps(package))
    faults = faults_of(root)
    assert len(faults) == 2
    assert faults[0].startswith("package-lock.json holds typescript ")
    assert faults[1] == "package-lock.json holds new-package not at all, asked for is 1.0.0"
    replace(root / "package-lock.json", '"integrity"', '"resolved": "https://example.org", "was"')
    assert [fault.split()[1] for fault in faults_of(root)][:2] == ["holds", "holds"]
    assert any("has no hash for node_modules/" in fault for fault in faults_of(root))
