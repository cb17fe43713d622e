"""The figures of the matrix as tables, with downloads; the XLSX looks like the matrix."""

from __future__ import annotations

import streamlit as st

from components.frame import loading
from components.look.file_names import file_stem, page_here
from components.look.table import XLSX_MIME, csv_bytes, show_downloads, show_table
from components.matrix.export import consensus_table, matrix_table, matrix_xlsx
from components.matrix.view import CREDIT, MatrixView, shown_bands, shown_tasks


def show_as_table(view: MatrixView, mine: str | None) -> None:
    """Matrix and consensus as tables, in the order of the view; filled when someone opens them."""
    holder = st.expander("Dezelfde gegevens als tabel", key="matrix_as_table", on_change="rerun")
    if not holder.open:
        return
    bands, task_codes = shown_bands(view, mine), shown_tasks(view)
    regions, tasks, choices = loading.table("regions"), loading.table("tasks"), loading.scale_choices()
    with holder:
        table = matrix_table(bands, task_codes, regions, tasks, choices)
        show_table(table, "Schaalkeuze per regio en taak, met de status", key="matrix_rows")
        with st.container(horizontal=True):
            st.download_button(
                "Download CSV",
                lambda: csv_bytes(table, CREDIT),
                f"{file_stem(page_here(), 'matrix')}.csv",
                "text/csv",
                on_click="ignore",
                key="matrix_csv",
            )
            st.download_button(
                "Download XLSX in kleur",
                lambda: matrix_xlsx(bands, task_codes, regions, tasks, choices, source_lines()),
                f"{file_stem(page_here(), 'matrix')}.xlsx",
                XLSX_MIME,
                on_click="ignore",
                key="matrix_xlsx",
            )
        consensus = consensus_table(task_codes, tasks, choices)
        show_table(consensus, "Overeenstemming per taak", key="consensus_rows")
        show_downloads(lambda: consensus, "overeenstemming-per-taak", CREDIT)


def source_lines() -> list[str]:
    """Sources of the choices, for the last sheet: document, producer, date, licence, and what was done to them."""
    cited = set(loading.scale_choices()["source_file"])
    documents = loading.table("sources")
    return [
        "Bronnen",
        *(
            f"{row.title}. {row.producer}, {row.date}. {row.licence}."
            for row in documents.itertuples(index=False)
            if row.source_file in cited
        ),
        "Bewerking: niveaus en status zijn overgenomen van de regio's zelf en in klassen gezet; opmerkingen zijn in "
        "eigen woorden. Gelijkenis, groepen en de kans dat regio's verschillen zijn door Schaalwijzer Jeugd berekend.",
        "Regio's: indeling van de jeugdregio's van 2017; keuzes zoals opgegeven in juni 2013.",
    ]
