"""Parts of Achtergrond, Holland Rijnland, opened by a link, and their tables."""

from __future__ import annotations

from typing import Any

from streamlit.testing.v1 import AppTest

from tests.components.opening import component_data, opened

PAGE = "pages/achtergrond.py"


def part(name: str, **query: str) -> AppTest:
    return opened(PAGE, document="rijnland", deel=name, **query)


def table(app: AppTest, caption: str) -> list[dict[str, Any]]:
    """Rows of the table with this caption, by heading; of a formatted number the text."""
    (data,) = [data for data in component_data(app, "table") if data["caption"] == caption]
    names = [column["name"] for column in data["columns"]]
    return [
        dict(zip(names, [cell[0] if isinstance(cell, list) else cell for cell in row], strict=True))
        for row in data["rows"]
    ]


def dutch(text: str) -> str:
    """Whole number of a CSV cell as the screen shows it."""
    return f"{int(float(text)):,}".replace(",", ".")
