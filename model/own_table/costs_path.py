"""The path that a plan follows: costs as they are, a target beside them, costs less a task, or the sum of parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from model.faults import dutch_number
from model.own_table.asking import Asking, First
from model.own_table.assumptions import growth_said
from model.own_table.costs import Figure, YearValue
from model.own_table.costs_after import ADDED_UP, OF_YEAR, said_after_task
from model.own_table.costs_proposed import PART
from model.own_table.tables_found import Found
from model.own_table.workbook import EMPTY

Values = dict[tuple[int, str], YearValue]
_SAME = 1e-6
_ROUNDED = 0.05
"""Within which figures of a budget that are rounded to tenths of a million follow from each other, mln €."""
_DIGITS = 9
_MOST_SHOWN = 4


def path_of(
    found: Found, values: Values, years: Sequence[int], headings: dict[str, str], asking: Asking, *, is_template: bool
) -> Values | None:
    """The same figures with those of the path as the yearly costs; None while the visitor must say what it is.

    `headings` says of each role what it is called, and gets what the path is called.
    """
    values = {key: value for key, value in values.items() if key[0] in years}
    if any(role == "doel" and value.number is not None for (_, role), value in values.items()):
        return _towards(found, values, years, headings, asking)
    tasks = [values[year, "taakstelling"] for year in years if _number(values, year, "taakstelling")]
    costs = any(role == "kosten" for _, role in values)
    if tasks and costs and not is_template and not _follows_from_budget(values, years):
        return _less_the_task(found, values, years, headings, tasks[0], asking)
    return values


def gathered(amounts: Iterable[tuple[Figure, float | None]]) -> Values:
    """Figures by year and role; parts of the costs are added up, unknown where one of them is."""
    values: Values = {}
    parts: dict[int, list[YearValue]] = {}
    for figure, number in amounts:
        value = YearValue(number, figure.written.cell, figure.row, figure.written.column)
        if figure.role == PART:
            parts.setdefault(figure.year, []).append(value)
        else:
            values[figure.year, figure.role] = value
    for year, several in parts.items():
        values.setdefault((year, "kosten"), _summed(several))
    return values


def _summed(parts: Sequence[YearValue]) -> YearValue:
    numbers = [part.number for part in parts if part.number is not None]
    shown = " + ".join(part.cell.text or "?" for part in parts[:_MOST_SHOWN])
    more = f" en nog {len(parts) - _MOST_SHOWN}" if len(parts) > _MOST_SHOWN else ""
    total = round(sum(numbers), _DIGITS) if len(numbers) == len(parts) else None
    return replace(parts[0], number=total, cell=replace(EMPTY, text=f"{shown}{more}"))


def _number(values: Values, year: int, role: str) -> float | None:
    value = values.get((year, role))
    return value.number if value else None


def _towards(
    found: Found, values: Values, years: Sequence[int], headings: dict[str, str], asking: Asking
) -> Values | None:
    """From the costs of the first year to the target of the others."""
    first = years[0]
    cost, goal = _number(values, first, "kosten"), _number(values, first, "doel")
    begin = "kosten" if cost is not None else "doel"
    if cost is not None and goal is not None and abs(cost - goal) > _SAME:
        place = found.place(values[first, "kosten"].row, values[first, "kosten"].column)
        chosen = asking.ask(
            "begin:kosten",
            f"In {first} staan er kosten (€ {dutch_number(cost)} mln) en een doel (€ {dutch_number(goal)} mln). "
            "Waar begint het plan?",
            [("kosten", "bij de kosten"), ("doel", "bij het doel")],
            "kosten",
            "het eerste jaar is wat de regio uitgeeft voordat er iets verandert",
            place,
        )
        begin = chosen or begin
    later = {(year, "kosten"): values[year, "doel"] for year in years[1:] if (year, "doel") in values}
    kept = {key: value for key, value in values.items() if key[1] not in ("kosten", "doel")}
    if (start := values.get((first, begin))) is not None:
        later[first, "kosten"] = start
    _note_forecast(values, years, headings, later.get((first, "kosten")), asking)
    if "kosten" in headings and begin == "kosten":
        headings["kosten"] = f"{headings['kosten']} ({first}), {headings['doel']}"
    else:
        headings["kosten"] = headings["doel"]
    return kept | later


def _note_forecast(
    values: Values, years: Sequence[int], headings: Mapping[str, str], start: YearValue | None, asking: Asking
) -> None:
    """Costs of later years are not in the plan, which lets costs without measures grow by one percentage."""
    costs = [(year, number) for year in years if (number := _number(values, year, "kosten")) is not None]
    if len(costs) < 2:
        return
    (first, begin), (last, end) = costs[0], costs[-1]
    name = f"“{headings['kosten'][:60]}”"
    if abs(end - begin) <= _SAME:
        asking.note(
            "raming:kosten",
            f"{name} is gelezen als de kosten zonder maatregelen: alleen {first} telt mee, en het doel komt uit "
            f"“{headings['doel'][:60]}”.",
            (),
            First.COLUMN,
        )
        return
    if start is not None and start.number is not None:
        first, begin = years[0], start.number
    per_year = ((end / begin) ** (1 / (last - first)) - 1) * 100 if begin > 0 and end > 0 else 0.0
    growth = growth_said(per_year) or "de pagina begint op 0%, want zoveel kan de schuif Autonome groei niet aan"
    asking.note(
        "raming:kosten",
        f"Aanname: van {name} telt alleen {first} mee. In het blad gaan die kosten zonder maatregelen naar "
        f"€ {dutch_number(round(end, 3))} mln in {last}, ongeveer {dutch_number(round(per_year, 1))}% per jaar; "
        f"{growth}.",
        (),
        First.ASSUMPTION,
    )


def _follows_from_budget(values: Values, years: Sequence[int]) -> bool:
    """Whether the costs are the budget with interim reports less the task already, in every year with a budget."""
    known = [
        year for year in years if None not in (_number(values, year, "kosten"), _number(values, year, "begroting"))
    ]
    with_task = [year for year in known if _number(values, year, "taakstelling")]
    return bool(with_task) and all(
        abs(
            (_number(values, year, "begroting") or 0.0)
            + (_number(values, year, "burap") or 0.0)
            - (_number(values, year, "taakstelling") or 0.0)
            - (_number(values, year, "kosten") or 0.0)
        )
        <= _ROUNDED
        for year in known
    )


def _less_the_task(
    found: Found, values: Values, years: Sequence[int], headings: dict[str, str], task: YearValue, asking: Asking
) -> Values | None:
    name, costs = f"“{headings['taakstelling'][:40]}”", f"“{headings.get('kosten', 'kosten')[:40]}”"
    said = said_after_task(found, values, years)
    how = asking.ask(
        "taakstelling:kosten",
        f"Naast {costs} staat {name}. Wat wil de regio uitgeven?",
        [
            ("af", f"{costs}: {name} is er al af"),
            (OF_YEAR, f"{costs} min {name} van hetzelfde jaar"),
            (ADDED_UP, f"{costs} min alle bedragen van {name} tot en met dat jaar"),
        ],
        said[0] if said else None,
        f"“{said[1][:40]}” is precies dat" if said else "aan de bedragen is het niet te zien",
        found.place(task.row, task.column),
    )
    if how in (None, "af"):
        return values if how else None
    lowered = dict(values)
    for place, year in enumerate(years[1:], start=1):
        if (cost := values.get((year, "kosten"))) is None:
            continue
        until = [year] if how == OF_YEAR else years[: place + 1]
        tasks = [_number(values, it, "taakstelling") for it in until]
        is_known = cost.number is not None and None not in tasks
        number = round((cost.number or 0.0) - sum(task or 0.0 for task in tasks), _DIGITS) if is_known else None
        less = " − ".join(values[it, "taakstelling"].cell.text or "?" for it in until)
        lowered[year, "kosten"] = replace(cost, number=number, cell=replace(EMPTY, text=f"{cost.cell.text} − {less}"))
    headings["kosten"] = f"{headings.get('kosten', '')} − {headings['taakstelling']}"
    asking.note(
        "taakstelling:kosten",
        f"Het doel is {costs} min {name}; {years[0]} is zonder aftrek het begin.",
        (),
        First.COLUMN,
    )
    return lowered
