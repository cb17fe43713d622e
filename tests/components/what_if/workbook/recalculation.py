"""The workbook opened and computed anew by another program's rules: cells found by their labels, as a reader does."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import formulas
import openpyxl

from model.what_if import Scenario, controls_of

FILE = "doorrekening.xlsx"
RESULTS = ("Resultaat", "Waterval", "Bijdragen")
Cell = tuple[str, str]
"""Sheet and address, such as ("Invoer", "B6")."""
NAMES = {
    "doel_keuze": "target",
    "doel_eigen_bedrag": "own_target_mln_eur",
    "overlap_aandeel": "overlap_share",
    "groei_per_jaar": "growth_pct",
    "investeringen_meetellen": "investments_counted",
}


class Workbook:
    """One workbook: where its inputs stand, what a viewer shows, and what its formulas give for other inputs."""

    def __init__(self, content: bytes, folder: Path) -> None:
        self._path = folder / FILE
        self._path.write_bytes(content)
        self.book = openpyxl.load_workbook(io.BytesIO(content))
        self.shown = openpyxl.load_workbook(io.BytesIO(content), data_only=True)

    def formula_cells(self, *sheets: str) -> list[Cell]:
        """Cells with a formula on these sheets, or on all."""
        return [
            (sheet.title, cell.coordinate)
            for sheet in self.book
            if not sheets or sheet.title in sheets
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "f"
        ]

    @cached_property
    def model(self) -> Any:
        """The formulas as the engine reads them; it is given no value of a cell with a formula."""
        return formulas.ExcelModel().loads(str(self._path)).finish()

    @cached_property
    def _function(self) -> Any:
        outputs = self.formula_cells(*RESULTS)
        return self.model.compile(
            inputs=[_engine_name(cell) for cell in self.inputs], outputs=[_engine_name(cell) for cell in outputs]
        )

    def recomputed(self, values: Mapping[Cell, object]) -> dict[Cell, Any]:
        """Values of the cells with results when the inputs are these; what is not named stays as it is."""
        given = [values.get(cell, self.shown[cell[0]][cell[1]].value) for cell in self.inputs]
        found = self._function(*given)
        return {cell: _plain(value) for cell, value in zip(self.formula_cells(*RESULTS), found, strict=True)}

    @cached_property
    def inputs(self) -> dict[Cell, str]:
        """Cells of the sheet Invoer that a reader can set, with the key of what they set."""
        found: dict[Cell, str] = {}
        for name, key in NAMES.items():
            sheet, _, address = self.book.defined_names[name].attr_text.partition("!")
            found[sheet, address.replace("$", "")] = key
        rows = list(self.book["Invoer"].iter_rows())
        labels = [str(row[0].value) for row in rows]
        national = labels.index("Jaar")
        realised = labels.index("Jaar", national + 1)
        for first, last, field in (
            (national, realised - 1, "national_contribution_mln_eur"),
            (realised, labels.index("Maatregelen"), "realised_cost_mln_eur"),
        ):
            for row in rows[first + 1 : last]:
                if row[0].value:
                    found["Invoer", row[1].coordinate] = f"{field}:{row[0].value}"
        for row in rows[labels.index("Maatregel") + 1 :]:
            code = str(row[0].value).split(" ")[0]
            for column, field in ((1, "on"), (2, "saving_mln_eur"), (5, "delay_months"), (6, "investment_mln_eur")):
                found["Invoer", row[column].coordinate] = f"{field}:{code}"
        return found

    def inputs_of(self, scenario: Scenario) -> dict[Cell, object]:
        """What a reader would type for a scenario of the same table."""
        return {cell: _typed(key, scenario) for cell, key in self.inputs.items()}


def _typed(key: str, scenario: Scenario) -> object:
    plan, (field, _, of) = scenario.plan, key.partition(":")
    if field == "investment_mln_eur":
        index = plan.codes.index(of)
        own = scenario.unknown_investment_mln_eur[index]
        known = float(plan.known_investment_mln_eur[index])
        return _or_unknown(own if own is not None else known)
    if field == "national_contribution_mln_eur":
        index = plan.years.index(int(of))
        own, source = scenario.national_contribution_mln_eur[index], plan.national_contribution_mln_eur[index]
        return _or_unknown(own if own is not None else float(source))
    if field == "realised_cost_mln_eur":
        cost = scenario.realised_cost_mln_eur[plan.years.index(int(of))]
        return "onbekend" if cost is None else cost
    control = controls_of(plan)[key]
    value: Any = control.get(scenario)
    if field == "on":
        return "ja" if value else "nee"
    if control.words:
        return control.words[control.values.index(value)]
    return value / 100 if field == "growth_pct" else value


def _or_unknown(value: float) -> object:
    return "onbekend" if value != value else value


def _engine_name(cell: Cell) -> str:
    return f"'[{FILE}]{cell[0].upper()}'!{cell[1]}"


def _plain(value: Any) -> Any:
    found = value.value[0, 0] if hasattr(value, "value") else value[0][0]
    return found.item() if hasattr(found, "item") else found
