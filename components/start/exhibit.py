"""What the start page says, for hall, slide and note: how far regions differ per task, and what most of them chose.

Words for the sentences of a storyline: `meest_eens` and `minst_eens` (tasks), `kans_eens` and `kans_oneens` (chance
that two regions chose otherwise), `niveau_eens` and `aantal_eens` (what most chose there), `aantal_keuzes`,
`aantal_afspraak`, `aantal_intentie`, `aantal_open`, `aandeel_afspraak`, `aantal_regios`, `aantal_taken`, `regio`,
`aantal_gewoon` (tasks for which the region chose what most chose) and `eigen_zin` (that, or without a region how far
regions differ at most).
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import streamlit as st

from components.frame import loading
from components.frame.agreement_words import counted_level, findings
from components.frame.exhibit_parts import CHANCE_TO_DIFFER, KEPT_EXHIBITS, NO_REGION, agree_and_differ, short_tasks
from components.frame.linked_view import mine_in
from components.look.citation import INVENTORY_CREDIT
from components.look.exhibit import Bar, BarsDrawing, Exhibit, KeyFigure
from components.look.words import out_of, percent
from model.choices.classes import class_words
from model.choices.consensus import by_difference, with_usual


def exhibit_of(query: Mapping[str, str]) -> Exhibit:
    """What stands out over all regions, and for which tasks "uw regio" did as most."""
    return _exhibit(mine_in(query))


@st.cache_resource(show_spinner=False, max_entries=KEPT_EXHIBITS)
def _exhibit(mine: str | None) -> Exhibit:
    found = findings()
    drawing = _bars(mine)
    usual = sum(bar.marked for bar in drawing.bars)
    names = loading.region_names()
    share = percent(100 * found.agreed_cells / found.cells)
    tasks, alike = loading.tasks_in_sentence(), _chance(found.most_agreed.spread_pct)
    chance = _chance(found.least_agreed.spread_pct)
    most, least = tasks[found.most_agreed.task_code], tasks[found.least_agreed.task_code]
    own = (
        f"{names[mine]} koos bij {out_of(usual, len(drawing.bars))} taken wat het vaakst is gekozen; "
        "die zijn gemarkeerd."
        if mine
        else f"Van de {found.cells} keuzes was {share} een gedeelde afspraak."
    )
    return Exhibit(
        agree_and_differ(),
        f"{CHANCE_TO_DIFFER} {own}",
        INVENTORY_CREDIT,
        "Per taak de kans dat twee regio's verschillen, en hoeveel het vaakst gekozen niveau kozen: "
        f"{'; '.join(f'{bar.label} {bar.words}' for bar in drawing.bars)}.",
        (
            KeyFigure(alike, f"kans op verschil bij {most}"),
            KeyFigure(chance, f"kans op verschil bij {least}"),
        ),
        drawing,
        {
            "meest_eens": most,
            "minst_eens": least,
            "kans_eens": alike,
            "kans_oneens": chance,
            "niveau_eens": class_words(found.most_agreed.leading_class),
            "aantal_eens": str(found.most_agreed.count),
            "aantal_keuzes": str(found.cells),
            "aantal_afspraak": str(found.agreed_cells),
            "aantal_intentie": str(found.intended_cells),
            "aantal_open": str(found.open_cells),
            "aandeel_afspraak": share,
            "aantal_regios": str(len(names)),
            "aantal_taken": str(len(tasks)),
            "regio": names[mine] if mine else NO_REGION,
            "aantal_gewoon": str(usual) if mine else "onbekend",
            "eigen_zin": own,
        },
    )


def _chance(spread_pct: float) -> str:
    return "onbekend" if math.isnan(spread_pct) else percent(spread_pct)


def _bars(mine: str | None) -> BarsDrawing:
    """Per task the chance that two regions differ, least first, with how many chose its most chosen level."""
    choices = loading.scale_choices()
    usual = with_usual(choices)
    own = usual[(usual["region_code"] == mine) & usual["usual"]]["task_code"] if mine else ()
    tasks, total = by_difference(choices), len(loading.region_names())
    return BarsDrawing(
        "%",
        tuple(
            Bar(
                label,
                float(row.spread_pct),
                f"{_chance(row.spread_pct)}; {row.count} van {total} {counted_level(row.task_code, row.leading_class)}",
                row.task_code in set(own),
            )
            for label, row in zip(
                short_tasks(list(tasks["task_code"])),
                tasks[["task_code", "leading_class", "count", "spread_pct"]].itertuples(index=False),
                strict=True,
            )
        ),
    )
