"""Every marked place of docs/doorrekening.md, by its name and in its order, with what the model gives for it."""

from __future__ import annotations

from collections.abc import Callable

from tests.docs import doorrekening_answers as answers
from tests.docs import doorrekening_figures as figures
from tests.docs.doorrekening_figures import Figures

SUMS: dict[str, Callable[[], Figures]] = {
    "voorbeeld": figures.example_sums,
    "voorbeeld-later": figures.later_sums,
    "prijs-van-uitstel": figures.price_of_delay,
    "ijking": figures.calibration,
    "gemiddelde-plaats": figures.mean_positions,
    "bijdrage": answers.contribution_sums,
    "terugrekenen": answers.seek_sums,
    "jaren-samen": answers.together_sums,
    "terugverdienen": answers.payback_sums,
    "eigen-tabel": figures.own_table_sums,
    "werkelijk": answers.realised_sums,
}

TABLES: dict[str, Callable[[], list[list[str]]]] = {
    "instellen": figures.input_rows,
    "pad": figures.path_rows,
    "maatregelen": figures.measure_rows,
    "voorbeeld": figures.example_rows,
    "uitstel": figures.delay_rows,
    "voorsprong": figures.ahead_rows,
    "lijn-en-band": figures.band_rows,
    "samenhang": answers.dependence_rows,
    "speling": answers.overlap_rows,
    "bijdrage": answers.contribution_rows,
    "partijen": answers.party_rows,
    "doelen": answers.target_rows,
    "zekerheid": answers.certainty_rows,
    "later-beginnen": answers.later_rows,
    "wat-eerst": answers.first_rows,
    "links": figures.link_rows,
}

SENTENCES: dict[str, Callable[[], set[str]]] = {
    "vaste-bedragen": figures.fixed_amounts,
    "voorbeeld-na": figures.after_the_example,
    "ijking": figures.rounded_overlap,
    "schuif-aan-het-einde": figures.sliders_at_an_end,
    "grootste-in-het-midden": figures.largest_in_the_middle,
    "speling": answers.chance_in_tenths,
    "afgerond": answers.rounded_sums,
    "op-de-schuif": answers.on_the_slider,
    "eerste-jaar": answers.first_year,
    "een-jaar-later": answers.a_year_later,
    "wat-onbekend-is": answers.unknown_investments,
    "investeringen": figures.counted_investments,
    "lopend": figures.already_running,
    "maatregel-14": figures.measure_14,
}
