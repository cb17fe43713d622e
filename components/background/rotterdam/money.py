"""Geld: the national youth budget of 2008 and the budget of the programme in 2012, printed beside recomputed."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.background.rotterdam.bars import build_bars
from components.background.rotterdam.citation import CREDIT, place, rows_of_plan
from components.frame import loading
from components.frame.glossary_help import meaning
from components.frame.page import Visit, guarded_fragment
from components.look.citation import FIRST_LINE, LAST_LINE, PLACE, place_columns, show_place
from components.look.picture import show_chart
from components.look.table import show_downloads, show_table
from components.look.words import euros, number, plain, unbroken
from model.background.rotterdam.budget_checks import (
    amounts_with_all_domains,
    national_total,
    programme_total,
    recomputed,
)

UNKNOWN, NOT_GIVEN = "onbekend", "–"


@guarded_fragment
def show_money(visit: Visit) -> None:
    """The part of the page."""
    _show_national_budget()
    st.divider()
    _show_programme_budget()


def national_table(budget: pd.DataFrame) -> pd.DataFrame:
    """The printed table, row by row, with the sum of the rows beside the printed total."""
    together = budget["shared_with"].value_counts()
    total = national_total(budget)
    amounts = [
        f"in het bedrag voor {together[row.shared_with]} soorten samen"
        if row.shared_with
        else (number(row.amount_mln_eur) if pd.notna(row.amount_mln_eur) else UNKNOWN)
        for row in budget.itertuples()
    ]
    own = pd.DataFrame(
        {
            "Domein": budget["domain"].where(~budget["is_total"].astype(bool), "Gedrukt totaal"),
            "Kader": budget["frame"].fillna(UNKNOWN).where(~budget["is_total"].astype(bool), ""),
            "Trajecten": [_trajectories(row) for row in budget.itertuples()],
            "Bedrag 2008 (mln €)": amounts,
            **place_columns(loading.citations().of_rows("national_budget", budget)),
        }
    ).astype({FIRST_LINE: "Int64", LAST_LINE: "Int64"})
    added = {
        "Domein": "Som van de regels (eigen berekening)",
        "Kader": "",
        "Trajecten": "",
        "Bedrag 2008 (mln €)": number(total.added_up),
        PLACE: "eigen berekening",
    }
    return pd.concat([own, pd.DataFrame([added])], ignore_index=True)


def programme_table(budget: pd.DataFrame, side: str) -> pd.DataFrame:
    """Rows of one side of the programme budget: printed, recomputed, the difference and the arithmetic."""
    rows = recomputed(budget)
    rows = rows[rows["budget_side"] == side]
    follows = _with_sum(rows, side, budget)
    return pd.DataFrame(
        {
            "Post": rows["item"],
            "Uren": rows["hours"].map(lambda value: number(value) if pd.notna(value) else NOT_GIVEN),
            "Fte": rows["fte"].map(lambda value: number(value, 1) if pd.notna(value) else NOT_GIVEN),
            "Gedrukt (€)": rows["amount_eur"].map(_amount_words),
            "Nagerekend (€)": follows.map(_amount_words),
            "Verschil (€)": (rows["amount_eur"].astype(float) - follows).map(_difference_words),
            "Berekening": rows["arithmetic"].fillna(UNKNOWN),
            **place_columns(loading.citations().of_rows("programme_budget", rows)),
        }
    ).reset_index(drop=True)


def _show_national_budget() -> None:
    st.header(
        "Landelijk budget jeugd, 2008",
        anchor=False,
        help=meaning("ambulante hulp", "residentiële hulp", "AWBZ", "Zorgverzekeringswet"),
    )
    budget = rows_of_plan("national_budget")
    total = national_total(budget)
    if total.agrees:
        st.markdown(unbroken(f"De regels tellen op tot het gedrukte totaal van **€ {number(total.printed)} mln**."))
    else:
        st.warning(
            unbroken(
                f"Het gedrukte totaal is **€ {number(total.printed)} mln**, maar de regels tellen op tot "
                f"**€ {number(total.added_up)} mln**: € {number(abs(total.difference))} mln "
                f"{'meer' if total.difference > 0 else 'minder'}. Het document zegt niet waar het verschil zit. "
                "De aandelen hieronder zijn van de som van de regels."
            ),
            icon=":material/calculate:",
        )
    amounts = amounts_with_all_domains(budget)
    rows = pd.DataFrame(
        {
            "label": amounts["domains"].map(domains_words),
            "amount": amounts["amount_mln_eur"],
            "amount_words": [
                f"€ {number(row.amount_mln_eur)} mln ({number(row.share_pct)}%)" for row in amounts.itertuples()
            ],
        }
    ).sort_values("amount", ascending=False, kind="stable")
    show_chart(
        build_bars(rows, "Bedrag en aandeel"),
        "Landelijk budget per soort hulp, 2008",
        CREDIT,
        name="landelijk-budget",
        key="national_budget_chart",
        alt="Balken met het bedrag per soort hulp in miljoen euro, grootste eerst. De tabel eronder heeft dezelfde "
        "bedragen.",
    )
    shared = amounts[amounts["domains"].map(len) > 1]
    notes = [
        f"Het bedrag van {unbroken(f'€ {number(row.amount_mln_eur)} mln')} is één keer gedrukt bij {len(row.domains)} "
        "soorten hulp. Dat het voor alle samen geldt, is een aanname."
        for row in shared.itertuples()
    ]
    notes += [
        "Voor de aantallen trajecten staat er geen jaar. Ze zijn niet opgeteld en niet op de bedragen gedeeld.",
        "De kolom met het kader is in het bestand deels verloren; waar zij leeg is, staat onbekend.",
    ]
    st.markdown("\n".join(f"* {note}" for note in notes))
    show_table(national_table(budget), "Landelijk budget jeugd, zoals gedrukt", key="national_budget_table")
    show_downloads(lambda: national_table(budget), "landelijk-budget-jeugd-2008", CREDIT)
    show_place(loading.citations().of_all(budget), after="De bedragen zijn van 2008, gedrukt in 2012.")


def _show_programme_budget() -> None:
    st.header(
        "Begroting van het programma, 2012", anchor=False, help=meaning("werkatelier", "RAS-middelen", "transitie")
    )
    budget = rows_of_plan("programme_budget")
    costs, cover = programme_total(budget, "kosten"), programme_total(budget, "dekking")
    rows = recomputed(budget)
    items = rows[(rows["budget_side"] == "kosten") & ~rows["is_total"].astype(bool)]
    apart = items[items["differs_eur"].abs() >= _ROUNDING_EUR]
    st.markdown(
        f"Het plan kost in 2012 **{euros(costs.printed)}** buiten de eigen inzet van ambtenaren. "
        f"{_agrees(costs.agrees, costs.added_up, 'kosten')} {_agrees(cover.agrees, cover.added_up, 'dekking')}"
    )
    for row in apart.itertuples():
        basis = "met het tarief van de andere posten (een aanname)" if row.rate_assumed else "uit uren en tarief"
        st.warning(
            f"**{plain(row.item)}**: gedrukt {euros(row.amount_eur)}, maar {basis} volgt "
            f"{euros(row.follows_eur)}. "
            f"{plain(row.arithmetic or '')} ({plain(loading.citations().of_row('programme_budget', row).mark)}).",
            icon=":material/calculate:",
        )
    bars = pd.DataFrame(
        {
            "label": items["item"],
            "amount": items["amount_eur"].astype(float),
            "amount_words": "€ " + items["amount_eur"].map(_amount_words),
            "follows": items["follows_eur"],
            "follows_words": "€ " + items["follows_eur"].map(_amount_words),
        }
    )
    show_chart(
        build_bars(bars, "Gedrukt"),
        "Programma Rotterdam: kosten per post in 2012",
        CREDIT,
        name="programmakosten-rotterdam",
        notes=["De balk is het gedrukte bedrag. Het streepje is het nagerekende bedrag."],
        key="programme_budget_chart",
        alt="Balken met de gedrukte kosten per post, met een streepje bij de nagerekende kosten. De tabel heeft "
        "dezelfde bedragen.",
    )
    st.caption(
        "De balk is het gedrukte bedrag. Het streepje is waar uren × tarief op uitkomt; waar geen tarief staat, is "
        "dat van de "
        "andere posten aangenomen."
    )
    show_table(programme_table(budget, "kosten"), "Kosten in 2012", key="programme_costs")
    _show_cover(budget)
    with st.expander("Rekenregels en deelbedragen", key="programme_rules"):
        st.markdown(
            "Nagerekend is: (fte × productieve uren per fte + uren) × tarief per uur. "
            "Bedragen van rekenregels zitten al in de kosten, of vallen buiten deze begroting. Tel ze er niet bij op."
        )
        show_table(programme_table(budget, "rekenregel"), "Rekenregels van het document", key="programme_rule_rows")
    show_downloads(
        lambda: pd.concat(
            [programme_table(budget, side).assign(Soort=side) for side in ("kosten", "dekking", "rekenregel")]
        ),
        "begroting-programma-2012",
        CREDIT,
    )
    show_place(place(3488, 3982), after="Per post staat de vindplaats in de tabel.")


_ROUNDING_EUR = 1000
"""Printed amounts are rounded to thousands; a difference from here on is more than rounding."""


def _show_cover(budget: pd.DataFrame) -> None:
    st.markdown("**Waaruit wordt het betaald?**")
    cover = budget[(budget["budget_side"] == "dekking") & ~budget["is_total"].astype(bool)]
    bars = pd.DataFrame(
        {
            "label": cover["item"],
            "amount": cover["amount_eur"].astype(float),
            "amount_words": "€ " + cover["amount_eur"].map(_amount_words),
        }
    )
    show_chart(
        build_bars(bars, "Gedrukt"),
        "Programma Rotterdam: dekking in 2012",
        CREDIT,
        name="programmadekking-rotterdam",
        key="programme_cover_chart",
        alt="Balken met de drie bronnen waaruit het programma wordt betaald. De tabel eronder heeft dezelfde bedragen.",
    )
    show_table(programme_table(budget, "dekking"), "Dekking in 2012", key="programme_cover")


def _with_sum(rows: pd.DataFrame, side: str, budget: pd.DataFrame) -> pd.Series:
    """What each row comes to: hours and rate; the sum for a total; else the amount behind a rounded one, if stored."""
    follows = rows["follows_eur"].where(rows["follows_eur"].notna(), rows["computed_eur"].astype(float))
    if side == "rekenregel":
        return follows
    return follows.mask(rows["is_total"].astype(bool), programme_total(budget, side).added_up)


def _agrees(agrees: bool, added_up: float, what: str) -> str:
    if agrees:
        return f"De gedrukte posten van de {what} tellen op tot dat bedrag."
    return f"De gedrukte posten van de {what} tellen op tot {euros(added_up)}."


def _trajectories(row: object) -> str:
    count, text = row.trajectory_count, row.trajectory_text  # type: ignore[attr-defined]
    if row.is_total:  # type: ignore[attr-defined]
        return ""
    if pd.isna(count):
        return text or UNKNOWN
    return text if text and text != number(count) else number(count)


def domains_words(domains: list[str]) -> str:
    """Kinds of care that share one amount."""
    return domains[0] if len(domains) == 1 else f"{domains[0]} en {len(domains) - 1} andere soorten samen"


def _amount_words(value: float) -> str:
    return number(float(value)) if pd.notna(value) else UNKNOWN


def _difference_words(value: float) -> str:
    if pd.isna(value):
        return NOT_GIVEN
    return "0" if abs(value) < 0.5 else f"{'+' if value > 0 else ''}{number(value)}"
