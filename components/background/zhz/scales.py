"""Schaaltabel: what lies on which scale in the framework of 2013, and whether the inventory says the same."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.background.zhz import scale_words
from components.background.zhz.citation import FRAMEWORK, FRAMEWORK_CREDIT, PAPERS
from components.frame import loading
from components.frame.glossary_help import meaning
from components.frame.linked_choice import linked_choice
from components.frame.page import LINK_ICON, Visit, guarded_fragment
from components.frame.region_links import looking_at
from components.look import component_files
from components.look.citation import cited_briefly, show_place
from components.look.picture import offer_picture
from components.look.table import show_downloads, show_table
from components.look.words import capitalised, plain
from model.background.zhz.scales import OUTCOMES, REGION_CODE, TaskOutcome, compare, with_possible_scales
from model.choices.classes import STATUS_WORDS
from model.dataset.registry import LEVELS
from model.site.site_map import background_part

ROW, OUTCOME = background_part("zhz", "schaaltabel").parameters
"""Keys in the address: the task whose cells are explained, and the outcome that the comparison is narrowed to."""

_EVERY = "alle"
_COMPARISON_CREDIT = (
    f"Bron: {PAPERS[FRAMEWORK]}, naast de inventarisatie van 20 juni 2013, profiel 32; vergelijking: eigen bewerking."
)

_table = component_files.component("zhz_scales", __file__, "scales")


@guarded_fragment
def show_scales(visit: Visit) -> None:
    """The table as far as its columns can be told, the reasons per task, and the comparison with the inventory."""
    cells = with_possible_scales(loading.table("framework_scales"))
    names = dict(zip(cells["framework_task_code"], cells["name"], strict=True))
    if visit.on_stage:
        # First what the title of the stage speaks of.
        _show_comparison(outcomes_per_task(), names, visit)
        _show_framework(cells, names)
    else:
        _show_framework(cells, names)
        _show_comparison(outcomes_per_task(), names, visit)


def _show_framework(cells: pd.DataFrame, names: dict[str, str]) -> None:
    _say_what_is_lost(cells)
    _table(
        key="zhz_scales",
        data={
            "caption": "U = uitvoering, I = inkoop, B = beleid, VB = voorwaardenstellend beleid",
            "columns": [*map(capitalised, LEVELS), scale_words.UNKNOWN_COLUMN],
            "rows": _drawing(),
            "legend": list(scale_words.BASIS_WORDS.items()),
            "chosen": asked if (asked := st.query_params.get(ROW)) in names else "",
        },
    )
    offer_picture(
        "zhz_scales",
        "Zuid-Holland Zuid: wat ligt op welke schaal?",
        FRAMEWORK_CREDIT,
        drawn=(".legend", "table"),
        name="zhz-schaaltabel",
    )
    chosen = linked_choice(ROW, {"": "Geen taak", **names}, "Uitleg bij één taak", "een taak", as_list=True)
    if chosen:
        _explain(cells[cells["framework_task_code"] == chosen], outcomes_per_task())
    with st.expander("Alle cellen als tabel, met reden en vindplaats"):
        show_table(scale_words.cells_table(cells), "Cellen van de schaaltabel", key="zhz_cells")
        show_downloads(lambda: scale_words.cells_table(cells), "zhz-schaaltabel-2013", FRAMEWORK_CREDIT)
    st.caption(FRAMEWORK_CREDIT)


def _say_what_is_lost(cells: pd.DataFrame) -> None:
    counts = cells["column_basis"].value_counts()
    st.header("Wat ligt op welke schaal?", anchor=False, help=meaning("schaal", "primaat", "U, I, B en VB"))
    st.info(
        "**Lees dit eerst.** In de tekst van het document zijn de kolommen en de kleuren van deze tabel verloren. "
        f"Van de {len(cells)} cellen staat de kolom bij **{counts.get('zeker', 0)} vast**. Bij "
        f"**{counts.get('afgeleid', 0)} is de kolom afgeleid** en bij **{counts.get('onbekend', 0)} is zij onbekend**. "
        "De kleuren gaven het primaat aan: de schaal die de eerste verantwoordelijkheid heeft. "
        f"**Welke schaal dat is, is daardoor onbekend** ({plain(_place_of_legend())}).",
        icon=":material/info:",
    )


def _place_of_legend() -> str:
    faults = loading.table("source_faults")
    colours = faults[(faults["source_file"] == FRAMEWORK) & faults["what"].str.contains("kleuren")]
    return cited_briefly(loading.citations().of_rows("source_faults", colours)) or "vindplaats onbekend"


def _explain(row: pd.DataFrame, outcomes: tuple[TaskOutcome, ...]) -> None:
    """Cells of one task with the reason of each column, beside what the inventory says of the tasks that go with it."""
    framework, inventory = st.columns(2, gap="medium")
    with framework.container(border=True, height="stretch"):
        st.markdown(f"**{plain(row['name'].iloc[0])} in de schaaltabel**")
        for cell in row.itertuples(index=False):
            scale = capitalised(cell.scale) if cell.scale else "Schaal onbekend"
            escape = f" {plain(cell.escape)}." if cell.escape else ""
            st.markdown(
                f"- **{scale}**: {scale_words.roles_in_words(cell.roles)} (gedrukt als "
                f"“{plain(cell.role_text)}”).{escape} "
                f"*{capitalised(scale_words.BASIS_WORDS[cell.column_basis])}.* {plain(cell.column_reason)}"
            )
        show_place(*loading.citations().of_rows("framework_scales", row))
    with inventory.container(border=True, height="stretch"):
        st.markdown("**Dezelfde gemeenten in de inventarisatie**")
        code = row["framework_task_code"].iloc[0]
        choices = choices_of_region().set_index("task_code", drop=False)
        cited = []
        for item in outcomes:
            if code in item.framework_task_codes:
                choice = choices.loc[item.task_code]
                cited.append(loading.citations().of_row("scale_choices", choice))
                st.markdown(
                    f"- **{loading.task_names()[item.task_code]}**: {plain(choice['level_text'])} "
                    f"({STATUS_WORDS[choice['status']]}). "
                    f"**{capitalised(scale_words.OUTCOME_WORDS[item.outcome])}.** {scale_words.reason_in_words(item)}"
                )
        if cited:
            show_place(*cited)
        st.caption("Welke taken bij elkaar horen, is een eigen koppeling; de documenten delen de taken anders in.")


def _show_comparison(outcomes: tuple[TaskOutcome, ...], rows: dict[str, str], visit: Visit) -> None:
    if not visit.on_stage:
        # There the title says it, and the key figures.
        _say_what_is_compared(outcomes)
    names = {code: f"{scale_words.OUTCOME_SIGNS[code]} {words}" for code, words in scale_words.OUTCOME_WORDS.items()}
    wanted = linked_choice(OUTCOME, {_EVERY: "Alle taken", **names}, "Toon", "een uitkomst")
    shown = [item for item in outcomes if wanted in (_EVERY, item.outcome)]

    def table() -> pd.DataFrame:
        return scale_words.comparison_table(shown, loading.task_names(), rows, choices_of_region())

    if shown:
        # Which rows go with a task stands in the explanation and the files; here it would take a phone's room.
        show_table(
            table().drop(columns="Rijen in de schaaltabel"),
            "Schaaltabel en inventarisatie per taak",
            key="zhz_comparison",
        )
        show_downloads(table, "zhz-schaaltabel-naast-inventarisatie", _COMPARISON_CREDIT)
    else:
        st.markdown("Geen enkele taak heeft deze uitkomst.")
    with st.expander("Zo is vergeleken"):
        st.markdown(
            "- **Wat telt.** In de schaaltabel tellen cellen met inkoop of beleid. Cellen met alleen uitvoering "
            "tellen niet: "
            "lokaal uitvoeren is het uitgangspunt voor alle taken. In de inventarisatie telt elke schaal die de "
            "regio noemt.\n"
            "- **Gewoon of alleen soms.** Een schaal staat er “alleen soms” als de schaaltabel er een voorwaarde bij "
            "geeft. Dat geldt ook als de inventarisatie haar alleen voor een deel of als mogelijkheid noemt.\n"
            "- **Lezingen.** Waar de tabel zelf een kolom openlaat, is elke kolom geprobeerd die nog kan. Kolommen "
            "die met hulp "
            "van de inventarisatie zijn gevonden, tellen ook als open. "
            "Een cel die tussen twee vaste cellen maar in één kolom past, telt als vast. "
            "Ook een vaste kolom kan zijn afgeleid, maar dan uit de tabel en haar toelichting zelf.\n"
            "- **Komt overeen:** in elke lezing noemen beide dezelfde schalen, op dezelfde manier.\n"
            "- **Verschilt:** in geen enkele lezing is dat zo.\n"
            "- **Niet te zeggen:** in de ene lezing wel en in de andere niet, of er is geen rij voor de taak.\n"
            "- **Eigen keuzes.** De koppeling van taken, en deze regels, zijn een eigen bewerking."
        )
    st.caption(_COMPARISON_CREDIT)
    st.page_link(
        "pages/regio.py",
        label="Alle keuzes van Zuid-Holland Zuid in de inventarisatie",
        icon=LINK_ICON,
        query_params=looking_at(REGION_CODE, visit.region_code),
    )


def _say_what_is_compared(outcomes: tuple[TaskOutcome, ...]) -> None:
    st.header(
        "Zegt de inventarisatie van dezelfde zomer hetzelfde?", anchor=False, help=meaning("inventarisatie", "taak")
    )
    counts = {outcome: sum(item.outcome == outcome for item in outcomes) for outcome in OUTCOMES}
    st.markdown(
        f"Van de {len(outcomes)} taken van de inventarisatie "
        + ", ".join(f"**{scale_words.OUTCOME_WORDS[code]}: {count}**" for code, count in counts.items())
        + ". Een kolom die alleen **met de inventarisatie zelf** is in te vullen, bewijst niets: die telt als open."
    )


def choices_of_region() -> pd.DataFrame:
    """Choices of the same municipalities in the inventory."""
    choices = loading.table("scale_choices")
    return choices[choices["region_code"] == REGION_CODE]


@st.cache_resource(show_spinner=False)
def outcomes_per_task() -> tuple[TaskOutcome, ...]:
    """The comparison with the inventory, task by task."""
    return compare(loading.table("framework_scales"), choices_of_region())


def _drawing() -> list[dict[str, object]]:
    return scale_words.drawing_of(with_possible_scales(loading.table("framework_scales")))
