"""The checks of the JavaScript find what they are there for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
BIN = Path(sys.executable).parent
WELL_FORMED = """/** @typedef {{ name: string, share: number }} Region */

/**
 * @param {HTMLElement} parent
 * @param {Region[]} regions
 */
export function draw(parent, regions) {
  for (const { name, share } of regions) {
    const row = document.createElement('p');
    row.textContent = `${name}: ${share.toFixed(1)}`;
    row.onclick = () => { location.hash = name; };
    parent.append(row);
  }
}
"""
LAST_LINE = "    parent.append(row);\n"
TYPE_FAULTS = {
    "a wrong type": "    parent.append(share.toUpperCase());\n",
    "a misspelt field": "    parent.append(regions[0].nam);\n",
    "what may not be there": "    parent.querySelector('p').append(row);\n",
    "state on the window": "    globalThis.regions = regions;\n    parent.append(row);\n",
}
LINT_FAULTS = {
    "no-unused-vars": "    const total = 3;\n    parent.append(row);\n",
    "no-restricted-properties": "    row.innerHTML = name;\n    parent.append(row);\n",
    "no-restricted-globals": "    parent.append(row, window.name);\n",
    "eqeqeq": "    if (share == 0) parent.append(row);\n",
    "no-undef": "    parent.append(row, makeTable(name));\n",
}


def lint(folder: Path) -> str:
    """What the linter says of `folder`; empty where all is well."""
    command = [BIN / "oxlint", "--config", ROOT / ".oxlintrc.json", "--format", "unix", folder]
    said = subprocess.run(command, capture_output=True, text=True, cwd=folder)
    return said.stdout if said.returncode else ""


def type_check(folder: Path) -> str:
    """What the type checker says of `folder`; empty where all is well."""
    rules = {"extends": str(ROOT / "tsconfig.json"), "include": [f"{folder}/*.js"]}
    (folder / "tsconfig.json").write_text(json.dumps(rules))
    command = [BIN / "node", ROOT / "node_modules/typescript/bin/tsc", "--project", folder]
    said = subprocess.run(command, capture_output=True, text=True)
    return said.stdout if said.returncode else ""


def test_a_well_formed_script_passes(tmp_path: Path) -> None:
    (tmp_path / "map.js").write_text(WELL_FORMED)
    assert lint(tmp_path) == ""
    assert type_check(tmp_path) == ""


@pytest.mark.parametrize("line", TYPE_FAULTS.values(), ids=TYPE_FAULTS)
def test_type_checker_finds(line: str, tmp_path: Path) -> None:
    (tmp_path / "map.js").write_text(WELL_FORMED.replace(LAST_LINE, line))
    assert "map.js(" in type_check(tmp_path)


@pytest.mark.parametrize(("rule", "line"), LINT_FAULTS.items(), ids=LINT_FAULTS)
def test_linter_finds(rule: str, line: str, tmp_path: Path) -> None:
    (tmp_path / "map.js").write_text(WELL_FORMED.replace(LAST_LINE, line))
    assert f"({rule})" in lint(tmp_path)
