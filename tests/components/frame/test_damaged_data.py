"""A data file that is missing, damaged or of another version: said in Dutch where it is missed, and the rest works."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest
from streamlit.testing.v1 import AppTest

from components.frame.page import PAGES, VERSION
from model.dataset.registry import TABLES
from tests.components.opening import START, component_data, menu, opened, said
from tests.data.shipped import PARQUET

KAART, REGIO = "pages/kaart.py", "pages/regio.py"
WHAT_TO_DO = "Vraag de beheerder om de gegevens opnieuw te maken met `make data` en daarna deze pagina te verversen."

MISSED_BY = {
    START: {"regions", "tasks", "scale_choices"},
    KAART: {"regions", "tasks", "scale_choices", "governance", "region_notes", "neighbours", "boundary_changes"},
    REGIO: {"regions", "municipalities", "tasks", "scale_choices", "governance", "partners", "region_notes",
            "boundary_changes"},
}  # fmt: skip
"""Tables that a page about a region cannot do without; it may use others too."""


def cases() -> list:
    """Every page with every table."""
    return [
        pytest.param(
            page,
            table,
            id=f"{Path(page).stem}-{table}",
        )
        for page in MISSED_BY
        for table in TABLES
    ]


@pytest.mark.parametrize(("page", "table"), cases())
def test_missing_file_is_said_and_the_frame_stands(page: str, table: str, own_data: Path) -> None:
    (own_data / f"{table}.parquet").unlink()
    app = opened(page, regio="JZ31")
    assert not app.exception
    messages = {error.value for error in app.error}
    assert messages <= {f"Het gegevensbestand {table}.parquet ontbreekt. {WHAT_TO_DO}"}
    if table in MISSED_BY[page]:
        assert messages
    assert VERSION in app.caption[-1].value
    assert list(menu(app))[: len(PAGES)] == list(PAGES.values())


@pytest.mark.parametrize("page", MISSED_BY)
def test_truncated_file_is_said(page: str, own_data: Path) -> None:
    content = (PARQUET / "tasks.parquet").read_bytes()
    (own_data / "tasks.parquet").write_bytes(content[: len(content) // 2])
    app = opened(page, regio="JZ31")
    assert not app.exception
    assert {error.value for error in app.error} == {
        f"Het gegevensbestand tasks.parquet is beschadigd en kan niet worden gelezen. {WHAT_TO_DO}"
    }


@pytest.mark.parametrize("page", MISSED_BY)
def test_other_version_is_said(page: str, own_data: Path) -> None:
    table = pq.read_table(own_data / "tasks.parquet")
    metadata = {**table.schema.metadata, b"schaalwijzer_schema": b"99"}
    pq.write_table(table.replace_schema_metadata(metadata), own_data / "tasks.parquet")
    app = opened(page, regio="JZ31")
    assert not app.exception
    assert app.error[0].value.startswith(
        "Het gegevensbestand tasks.parquet heeft versie 99 van het schema; de app verwacht 1. Vraag de beheerder"
    )


@pytest.mark.parametrize("page", MISSED_BY)
def test_a_mended_file_works_after_a_refresh(page: str, own_data: Path) -> None:
    (own_data / "tasks.parquet").unlink()
    app = opened(page, regio="JZ31")
    assert app.error
    (own_data / "tasks.parquet").write_bytes((PARQUET / "tasks.parquet").read_bytes())
    app.run()
    assert not app.exception
    assert not app.error
    assert said(app) == said(opened(page, regio="JZ31"))


def test_map_stays_when_only_the_search_misses_its_names(own_data: Path) -> None:
    (own_data / "municipality_names.parquet").unlink()
    app = opened(KAART, regio="JZ31")
    assert len(component_data(app, "region_map")) == 1
    assert "### Zuid-Holland Zuid" in said(app)


SECTIONS = {
    # What goes missing, and a text further on that does not need it.
    "partners": "Opmerkingen bij",
    "governance": "Opmerkingen bij",
    "scale_choices": "Alblasserdam",
    "municipalities": "Samenwerking",
    "boundary_changes": "Samenwerking",
}


def sections(app: AppTest) -> str:
    """Headings and text of the page, without its menu."""
    return "\n".join(str(element.value) for kind in ("header", "subheader", "markdown") for element in app.get(kind))


def test_the_region_page_has_these_sections() -> None:
    text = sections(opened(REGIO, regio="JZ31"))
    assert [section for section in SECTIONS.values() if section not in text] == []


@pytest.mark.parametrize("missing", SECTIONS)
def test_other_sections_of_the_region_page_stay(missing: str, own_data: Path) -> None:
    (own_data / f"{missing}.parquet").unlink()
    assert SECTIONS[missing] in sections(opened(REGIO, regio="JZ31"))
