"""Pandera schemas of all tables, made from the registry, and the checks that span columns or tables."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import pandera.pandas as pa

from model.dataset.registry import FIELDS, LEVELS, SHIPPED_TABLES, Field
from model.stage.steps import MOST_STEPS, STEP_PAGES, as_step_query

_DTYPES: dict[str, str | None] = {
    "text": "str",
    "integer": "Int64",
    "number": "float64",
    "yes_no": "bool",
    "text_list": None,
    "geometry": None,
}
MAX_GIST_WORDS = 20


def schema_of(name: str) -> pa.DataFrameSchema:
    """Schema of one table: types, nulls, allowed values, key, row count, source lines in order."""
    table = SHIPPED_TABLES[name]
    checks = [pa.Check(lambda frame: len(frame) == table.rows, error=f"must have {table.rows} rows")]
    checks = checks if table.rows else []
    if "line_to" in table.fields:
        checks.append(pa.Check(lambda frame: frame["line_from"] <= frame["line_to"], error="line_from after line_to"))
    return pa.DataFrameSchema(
        {field: _column(FIELDS[field]) for field in table.fields},
        unique=list(table.key),
        checks=checks,
        strict=True,
        coerce=True,
        name=name,
    )


def check_table(table: pd.DataFrame, name: str) -> pd.DataFrame:
    """The table, checked; raises pandera's SchemaErrors with every fault at once."""
    return schema_of(name).validate(pd.DataFrame(table), lazy=True)


def check_dataset(tables: Mapping[str, pd.DataFrame]) -> None:
    """Totals and references between tables. Raises ValueError that names what does not fit."""
    regions = set(tables["regions"]["region_code"])
    _same(regions, set(tables["scale_choices"]["region_code"]), "regions with scale choices")
    _same(regions, set(tables["governance"]["region_code"]), "regions with governance answers")
    _same(regions, set(tables["municipalities"]["region_code"]), "regions with municipalities")
    counted = tables["municipalities"].groupby("region_code").size().sort_index()
    stated = tables["regions"].set_index("region_code")["municipality_count"].sort_index()
    if not (counted == stated).all():
        raise ValueError("municipality_count does not match the list of municipalities")
    for name in ("municipality_names", "partners", "region_notes", "neighbours", "boundary_changes", "name_variants"):
        for column in ("region_code", "partner_region_code", "neighbour_region_code", "polygon_region_code"):
            if column in tables[name]:
                _within(set(tables[name][column].dropna()), regions, f"{name}.{column}")
    _same(
        set(tables["municipalities"]["municipality"]),
        set(tables["municipality_names"]["municipality"]),
        "municipalities that can be searched",
    )
    municipalities = set(tables["municipalities"]["municipality"])
    for name, column in (("places", "municipality"), ("name_variants", "through_municipality")):
        _within(set(tables[name][column].dropna()), municipalities, f"{name}.{column}")
    for row in tables["scale_choices"].itertuples():
        _within(set(row.leading_levels), set(row.levels), f"leading levels of {row.region_code} {row.task_code}")
    long = [row for row in tables["governance"].itertuples() if len(row.gist.split()) > MAX_GIST_WORDS]
    if long:
        raise ValueError(f"gist of more than {MAX_GIST_WORDS} words: {[(r.region_code, r.question) for r in long]}")
    _check_storylines(tables["storylines"], tables["storyline_steps"])


def _check_storylines(storylines: pd.DataFrame, steps: pd.DataFrame) -> None:
    """Every storyline has steps from 1 on, each an address that the app has, without a key that no step holds."""
    _same(set(storylines["storyline"]), set(steps["storyline"]), "storylines with steps")
    for storyline, rows in steps.groupby("storyline"):
        numbers = sorted(rows["step_order"])
        if numbers != list(range(1, len(rows) + 1)) or len(rows) > MOST_STEPS:
            raise ValueError(f"steps of {storyline} are numbered {numbers}")
    for row in steps.fillna("").itertuples():
        _within({row.step_page}, set(STEP_PAGES), f"page of {row.storyline} {row.step_order}")
        if as_step_query(row.step_page, row.step_query) != row.step_query:
            raise ValueError(f"{row.storyline} {row.step_order}: {row.step_query} is no address of its page")


def _column(field: Field) -> pa.Column:
    checks: list[pa.Check] = []
    if field.kind == "text_list":
        allowed = field.allowed
        if allowed == LEVELS:
            checks.append(pa.Check(_ordered_levels, element_wise=True, error="not levels from small to large"))
    elif field.allowed:
        checks.append(pa.Check.isin(field.allowed))
    if field.kind == "text" and not field.nullable:
        checks.append(pa.Check.str_length(min_value=1))
    if field.unit == "mln €":
        checks.append(pa.Check.ge(0))
    if field.name in ("line_from", "line_to"):
        checks.append(pa.Check.ge(1))
    return pa.Column(_DTYPES[field.kind], checks=checks, nullable=field.nullable)


def _ordered_levels(levels: object) -> bool:
    ranks = [LEVELS.index(level) if level in LEVELS else -1 for level in list(levels)]  # type: ignore[call-overload]
    return -1 not in ranks and ranks == sorted(set(ranks))


def _same(left: set[str], right: set[str], what: str) -> None:
    if left != right:
        raise ValueError(f"{what}: differ in {sorted(left ^ right)}")


def _within(part: set[str], whole: set[str], what: str) -> None:
    if part - whole:
        raise ValueError(f"{what}: unknown {sorted(part - whole)}")
