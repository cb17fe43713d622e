"""Aantallen: what each table of the plan counts, as bars and as a table, and why there is no rate per inhabitant."""

from __future__ import annotations

import altair as alt
import pandas as pd
import streamlit as st

from components.background.rijnland.citation import CREDIT, fact, fact_source, show_credit
from components.frame import loading
from components.frame.glossary_help import meaning
from components.frame.linked_choice import linked_filter
from components.frame.page import Visit, guarded_fragment
from components.look.citation import place_columns
from components.look.fitting import LINE_BREAK, in_lines
from components.look.layers import layered
from components.look.palette import INK
from components.look.picture import show_chart
from components.look.table import show_downloads, show_table
from components.look.words import capitalised, number, plain
from model.background.rijnland.volumes import refusals_per_table, with_rates
from model.site.site_map import background_part

(TABLE,) = background_part("rijnland", "aantallen").parameters
NAMES = {
    "1.1": "Provinciale jeugdzorg",
    "1.2": "Jeugd-ggz",
    "1.3": "Verstandelijke beperking",
    "1.4": "Jeugdbescherming",
    "1.5": "Jeugdreclassering",
    "1.6": "Jeugdzorgplus",
    "1.7": "Meldpunt kindermishandeling",
}
COLOURS = {"werkelijk": "#2f7fb8", "schatting": "#c2751c"}
_ROW_PX, _AROUND_PX = 34, 50


@st.cache_resource(show_spinner=False)
def rated_volumes() -> pd.DataFrame:
    """Counts of the plan with their rate per inhabitant, where there can be one."""
    return with_rates(loading.table("care_volumes"))


_KEY = "Gevuld vlak: werkelijk geteld. Open vlak met streepjesrand: schatting. Het getal staat erboven."


@guarded_fragment
def show_volumes(visit: Visit) -> None:
    """Bars per table of the plan, the same as a table, and the rates that the plan does not support."""
    st.header(
        "Hoeveel jeugdigen kregen welke hulp?",
        anchor=False,
        help=meaning("jeugd-ggz", "DBC", "verstandelijke beperking", "residentiële hulp"),
    )
    st.markdown(
        "De tabellen gaan over **verschillende jaren** en tellen **verschillende dingen**. Eén kind kan in meer "
        "tabellen "
        "staan. Tel ze dus niet bij elkaar op."
    )
    chosen = linked_filter(TABLE, NAMES, "Welke tabel?", "een tabel", every="Alle tabellen")
    volumes = rated_volumes()
    shown = volumes if chosen is None else volumes[volumes["table_number"] == chosen]
    show_chart(
        build_volume_chart(shown),
        "Holland Rijnland: hoeveel jeugdigen kregen welke hulp?",
        CREDIT,
        key="rijnland_volumes",
        alt=volumes_in_words(shown),
        name="aantallen-holland-rijnland",
        notes=[_KEY],
    )
    st.caption(_KEY)
    with st.expander("Dezelfde gegevens als tabel", expanded=chosen is not None):
        show_table(volume_table(shown), "Aantallen in Holland Rijnland", key="rijnland_volume_rows", whole=["Aantal"])
        show_downloads(lambda: volume_export(shown), "aantallen-holland-rijnland", CREDIT)
    _show_rates(shown)
    _show_size_of_region()
    show_credit()


def chart_rows(volumes: pd.DataFrame) -> pd.DataFrame:
    """One row per line of the chart: a heading per table of the plan, then its counts.

    Columns: `row`, `label`, `count`, `certainty`.
    """
    rows: list[dict[str, object]] = []
    for table, counts in volumes.groupby("table_number", sort=True):
        first = counts.iloc[0]
        heading = f"{NAMES[str(table)]} · {first['year']} · {first['certainty']}"
        rows.append({"row": len(rows), "heading": heading})
        for item in counts.itertuples():
            label = capitalised(str(item.care_type).partition(": ")[2] or str(item.counted))
            rows.append(
                {
                    "row": len(rows),
                    "label": label,
                    "count": int(volumes.at[item.Index, "count"]),
                    "certainty": item.certainty,
                    "total": bool(item.is_total),
                    "counted": item.counted,
                    "source": loading.citations().of_row("care_volumes", item).in_full,
                }
            )
    return pd.DataFrame(rows)


def build_volume_chart(volumes: pd.DataFrame) -> alt.LayerChart:
    """Bars with their label above them, so that long names fit on a phone; estimates open with a dashed edge."""
    rows = chart_rows(volumes)
    counts = rows[rows["count"].notna()].assign(
        shown=lambda table: [
            f"{label}: {number(count)}" for label, count in zip(table["label"], table["count"], strict=True)
        ]
    )
    y = alt.Y("row:O", axis=None, scale=alt.Scale(domain=rows["row"].tolist(), paddingInner=0.1))
    x = alt.X(
        "count:Q",
        title="aantal",
        axis=alt.Axis(
            labelExpr="replace(format(datum.value, ',.0f'), ',', '.')", labelColor=INK, titleColor=INK, tickCount=4
        ),
    )
    tooltip = [
        alt.Tooltip("label:N", title="Hulp"),
        alt.Tooltip("shown:N", title="Aantal"),
        alt.Tooltip("counted:N", title="Geteld"),
        alt.Tooltip("certainty:N", title="Zekerheid"),
        alt.Tooltip("source:N", title="Bron"),
    ]
    bars = [
        alt.Chart(counts[counts["certainty"] == certainty])
        .mark_bar(
            height=9,
            yOffset=8,
            color=colour,
            stroke=colour,
            strokeWidth=1.5,
            fillOpacity=1.0 if certainty == "werkelijk" else 0.12,
            strokeDash=[1, 0] if certainty == "werkelijk" else [4, 2],
        )
        .encode(y=y, x=x, tooltip=tooltip)
        for certainty, colour in COLOURS.items()
        if (counts["certainty"] == certainty).any()
    ]
    labels = (
        alt.Chart(counts)
        .mark_text(align="left", dy=-6, color=INK, fontSize=13)
        .encode(y=y, x=alt.value(0), text="shown:N", tooltip=tooltip)
    )
    headings = (
        alt.Chart(rows[rows["heading"].notna()])
        .transform_calculate(lines=in_lines("datum.heading", 14))
        .mark_text(align="left", dy=-3, color=INK, fontSize=14, fontWeight="bold", lineBreak=LINE_BREAK)
        .encode(y=y, x=alt.value(0), text="lines:N")
    )
    return layered(*bars, labels, headings, height=_ROW_PX * len(rows) + _AROUND_PX)


def volumes_in_words(volumes: pd.DataFrame) -> str:
    """What the chart shows, for who cannot see it."""
    parts = [
        f"{row.care_type} {number(count)} ({row.year}, {row.certainty})"
        for row, count in zip(volumes.itertuples(), volumes["count"], strict=True)
    ]
    return "Staafdiagram van aantallen in Holland Rijnland: " + "; ".join(parts) + "."


def volume_table(volumes: pd.DataFrame) -> pd.DataFrame:
    """The counts with Dutch headings for the screen."""
    return pd.DataFrame(
        {
            "Hulp": volumes["care_type"],
            "Aantal": volumes["count"],
            "Jaar": volumes["year"],
            "Zekerheid": volumes["certainty"],
            "Wat er geteld is": volumes["counted"],
            "Leeftijd": volumes["client_age"].fillna("onbekend"),
            "Tabel": volumes["table_number"],
            **place_columns(loading.citations().of_rows("care_volumes", volumes)),
        }
    )


def volume_export(volumes: pd.DataFrame) -> pd.DataFrame:
    """The same with what the tables say about inhabitants, for download."""
    return volume_table(volumes).assign(
        **{
            "Totaal van de tabel": volumes["is_total"].map({True: "ja", False: "nee"}),
            "Inwoners die de tabel noemt": volumes["population"],
            "Leeftijd van die inwoners": volumes["population_age"].fillna("onbekend"),
            "Per 1.000 inwoners": volumes["per_1000"],
            "Waarom geen aantal per inwoner": volumes["refusal"].fillna(""),
            "Herkomst": volumes["producer_text"],
        }
    )


def _show_rates(volumes: pd.DataFrame) -> None:
    st.subheader("En per 1.000 inwoners?", anchor=False)
    rated = volumes[volumes["per_1000"].notna()]
    refusals = refusals_per_table(volumes)
    for row in rated.itertuples():
        st.markdown(
            f"- {plain(str(row.care_type))}: **{number(float(row.per_1000), 1)}** per 1.000 inwoners van "
            f"{row.population_age}"
        )
    if refusals:
        which = "Bij geen van deze tabellen" if rated.empty else "Bij de andere tabellen"
        st.markdown(
            f"{which} kan dat. Een aantal per inwoner klopt alleen als de getelde jeugdigen en de inwoners **even "
            f"oud** zijn, "
            "en als dat ook in de tabel staat. Waarom het hier niet kan:"
        )
        table = pd.DataFrame(
            {"Tabel": [f"{key} {NAMES[key]}" for key in refusals], "Waarom niet": list(refusals.values())}
        )
        show_table(table, "Waarom er geen aantal per inwoner staat", key="rijnland_refusals")


def _show_size_of_region() -> None:
    youth = fact("H_inwoners_0_17")
    st.caption(
        f"De tabellen noemen zelf {number(float(youth['value']))} inwoners van 0 tot en met 17 jaar; van welk jaar, "
        f"staat er niet "
        f"bij ({fact_source('H_inwoners_0_17')})."
    )
