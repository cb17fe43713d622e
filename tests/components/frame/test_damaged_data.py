"""A data file that is missing, damaged or of another version: said in Dutch where it is missed, and the rest works."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components.background.documents import DOCUMENTS
from components.frame import loading
from components.look.about_file import VERSION
from components.sources.parts import PARTS
from model.dataset.reading import CHECKSUMS, DataError, read_table
from model.dataset.registry import SHIPPED_TABLES, TABLES
from model.site.site_map import PAGES
from tests.components.opening import ALL_PAGES, component_data, opened, said
from tests.data.shipped import PARQUET

KAART, REGIO = "pages/kaart.py", "pages/regio.py"
ACHTERGROND, BRONNEN = "pages/achtergrond.py", "pages/bronnen.py"
WHAT_TO_DO = "Vraag de beheerder om de gegevens opnieuw te maken met `make data` en daarna deze pagina te verversen."
MOST_TABLES = 2
"""Every view reads its tables through one function; where there are more, two of them stand for all day by day."""

View = tuple[str, dict[str, str]]
VIEWS: dict[str, View] = {
    **{Path(page).stem: (page, {"regio": "JZ31"}) for page in ALL_PAGES if page not in (ACHTERGROND, BRONNEN)},
    **{
        f"achtergrond-{document}-{part}": (ACHTERGROND, {"regio": "JZ31", "document": document, "deel": part})
        for document, of_document in DOCUMENTS.items()
        for part in of_document.parts
    },
    **{f"bronnen-{part}": (BRONNEN, {"regio": "JZ31", "deel": part}) for part in PARTS},
    "bronnen-zoek": (BRONNEN, {"regio": "JZ31", "zoek": "zorg"}),
}
"""Every page, and every part of the pages that have parts: page and address."""


@pytest.fixture
def tables_read(own_data: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], tuple[list[str], str]]:
    """Function that opens a view with all data and gives the tables that it read, in that order, and what it says."""
    seen: list[str] = []
    read = loading.read_table

    def noted(name: str) -> object:
        seen.append(name)
        return read(name)

    def reading(view: str) -> tuple[list[str], str]:
        monkeypatch.setattr(loading, "read_table", noted)
        app = cold(view)
        assert not app.exception
        assert not app.error
        monkeypatch.setattr(loading, "read_table", read)
        return list(dict.fromkeys(seen)), any_visit(app)

    return reading


def cold(view: str) -> AppTest:
    """The view as the first visit after a start."""
    page, query = VIEWS[view]
    st.cache_resource.clear()
    return opened(page, **query)


def any_visit(app: AppTest) -> str:
    """What the view says to whoever visits."""
    return re.sub(r'"visit": "\w+"', '"visit": ""', said(app))


def test_every_page_is_looked_at() -> None:
    assert {page for page, _ in VIEWS.values()} == {page.file for page in PAGES}


def check_missing_one_by_one(view: str, tables: list[str], whole: str, folder: Path) -> None:
    """Takes each table away in turn: it is named and the frame stands; with the last one back, a refresh mends all."""
    amiss = {}
    for table in tables:
        file = folder / f"{table}.parquet"
        content = file.read_bytes()
        file.unlink()
        app = cold(view)
        file.write_bytes(content)
        found = (
            {error.value for error in app.error},
            [exception.value for exception in app.exception],
            VERSION in app.caption[-1].value,
            len(component_data(app, "finder")[0]["bar"]["pages"]) == len(PAGES),
        )
        said_of_it = (
            set()
            if table in missed_in_silence(view)
            else {f"Het gegevensbestand {table}.parquet ontbreekt. {WHAT_TO_DO}"}
        )
        if found != (said_of_it, [], True, True):
            amiss[table] = found
    assert amiss == {}
    app.run()
    assert not app.exception
    assert not app.error
    assert any_visit(app) == whole


def missed_in_silence(view: str) -> set[str]:
    """Without the glossary a page only lacks the explanations beside its headings."""
    return set() if view.startswith("bronnen") else {"glossary"}


@pytest.mark.parametrize("view", VIEWS)
def test_each_missing_table_is_said_the_frame_stands_and_a_refresh_mends_it(
    view: str, own_data: Path, tables_read: Callable[[str], tuple[list[str], str]]
) -> None:
    tables, whole = tables_read(view)
    assert tables
    if len(tables) > MOST_TABLES:
        tables = [tables[len(tables) // 2], tables[-1]]
    check_missing_one_by_one(view, tables, whole, own_data)


@pytest.mark.deep
@pytest.mark.parametrize("view", VIEWS)
def test_each_of_many_missing_tables_is_said(
    view: str, own_data: Path, tables_read: Callable[[str], tuple[list[str], str]]
) -> None:
    tables, whole = tables_read(view)
    check_missing_one_by_one(view, tables, whole, own_data)


def test_truncated_file_is_said(own_data: Path) -> None:
    content = (PARQUET / "tasks.parquet").read_bytes()
    (own_data / "tasks.parquet").write_bytes(content[: len(content) // 2])
    app = opened(KAART, regio="JZ31")
    assert not app.exception
    assert {error.value for error in app.error} == {
        f"Het gegevensbestand tasks.parquet is beschadigd en kan niet worden gelezen. {WHAT_TO_DO}"
    }


def test_other_version_is_said(own_data: Path) -> None:
    table = pq.read_table(own_data / "tasks.parquet")
    metadata = {**table.schema.metadata, b"schaalwijzer_schema": b"99"}
    pq.write_table(table.replace_schema_metadata(metadata), own_data / "tasks.parquet")
    app = opened(KAART, regio="JZ31")
    assert not app.exception
    assert app.error[0].value.startswith(
        "Het gegevensbestand tasks.parquet heeft versie 99 van het schema; de app verwacht 1. Vraag de beheerder"
    )


def rewritten(folder: Path, name: str, change: Callable[[pd.DataFrame], pd.DataFrame]) -> None:
    """A table with other rows or values, well-formed in all else."""
    file = folder / f"{name}.parquet"
    table = pq.read_table(file)
    changed = change(table.to_pandas())
    pq.write_table(pa.Table.from_pandas(changed, schema=table.schema, preserve_index=False), file)


def no_rows(table: pd.DataFrame) -> pd.DataFrame:
    return table.iloc[:0]


def other_values(table: pd.DataFrame) -> pd.DataFrame:
    """Each text becomes one that the app does not know, each number one that is out of range."""
    wrong = {"O": "www.evil.example", "i": -1, "f": float("nan"), "b": True}
    return table.assign(**{name: wrong[kind] for name in table if (kind := table[name].dtype.kind) in wrong
                           and name != "geometry" and not isinstance(table[name].iloc[0], np.ndarray)})  # fmt: skip


@pytest.mark.parametrize("change", [no_rows, other_values])
@pytest.mark.parametrize("name", SHIPPED_TABLES)
def test_a_table_with_no_rows_or_other_values_is_refused_with_its_name(
    name: str, change: Callable[[pd.DataFrame], pd.DataFrame], tmp_path: Path
) -> None:
    folder = shutil.copytree(PARQUET, tmp_path / "parquet")
    assert len(read_table(name, folder)) > 0
    rewritten(folder, name, change)
    with pytest.raises(DataError, match=rf"^Het gegevensbestand {name}\.parquet (heeft 0 rijen|bevat andere gegevens)"):
        read_table(name, folder)


@pytest.mark.parametrize("change", [no_rows, other_values])
@pytest.mark.parametrize("view", ["kaart", "regio", "doorrekening", "bronnen-waar", "achtergrond-rotterdam-opgaven"])
def test_a_view_says_that_its_tables_are_wrong(
    view: str, change: Callable[[pd.DataFrame], pd.DataFrame], own_data: Path
) -> None:
    for name in TABLES:
        rewritten(own_data, name, change)
    app = cold(view)
    assert not app.exception
    assert app.error
    assert all(re.match(r"Het gegevensbestand \w+\.parquet ", error.value) for error in app.error)
    assert VERSION in app.caption[-1].value


def test_tables_without_their_checksums_are_not_trusted(own_data: Path) -> None:
    (own_data / CHECKSUMS).unlink()
    app = cold("kaart")
    assert not app.exception
    assert {error.value for error in app.error} == {
        f"Het gegevensbestand {CHECKSUMS} ontbreekt of is niet te lezen. {WHAT_TO_DO}"
    }


def test_map_stays_when_only_the_search_misses_its_names(own_data: Path) -> None:
    (own_data / "municipality_names.parquet").unlink()
    app = opened(KAART, regio="JZ31")
    assert len(component_data(app, "region_map")) == 1
    assert "## Zuid-Holland Zuid" in said(app)


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
