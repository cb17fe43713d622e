"""README says of every package that is asked for what it is for, and names no other."""

import json
import re

from scripts.check_lock import ROOT, pins


def test_every_direct_package_stands_in_the_table_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf8")
    section = re.search(r"^## Dependencies\n(.*?)^## ", readme, re.DOTALL | re.MULTILINE)
    assert section
    rows = re.findall(r"^\| (.+?) \| (.+?) \|$", section[1], re.MULTILINE)[1:]
    assert all(purpose.strip() for _, purpose in rows)
    named = [name.lower() for cell, _ in rows for name in re.sub(r"\*.*?\*", "", cell).strip().split(", ")]
    npm = json.loads((ROOT / "package.json").read_text(encoding="utf8"))["devDependencies"]
    asked = [*pins(ROOT / "requirements.txt"), *pins(ROOT / "requirements-dev.txt"), *npm]
    assert sorted(named) == sorted(asked)
