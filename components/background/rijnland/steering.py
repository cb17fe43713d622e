"""Wie stuurt, wie voert uit: two scales per part of the youth care, and beside the inventory of the same year."""

from __future__ import annotations

import altair as alt
import pandas as pd
import streamlit as st

from components.background.rijnland.citation import CREDIT, of_plan, places_of_lines, show_credit
from components.frame import loading
from components.frame.glossary_help import meaning
from components.frame.linked_choice import linked_choice, linked_filter
from components.frame.page import LINK_ICON, Visit, guarded_fragment
from components.frame.region_links import looking_at
from components.look.citation import PLACE, edition_help, place_columns
from components.look.fitting import LINE_BREAK, in_lines, legend
from components.look.layers import layered
from components.look.palette import INK
from components.look.picture import show_chart
from components.look.table import show_downloads, show_table
from components.look.words import capitalised, plain
from model.background.rijnland.steering import REGION_CODE, Outcome, compared_with_inventory
from model.choices.classes import STATUS_WORDS
from model.dataset.registry import LEVELS
from model.regions.profile import choice_of
from model.site.citation import Citation
from model.site.site_map import background_part

CHOSEN_PART, GROUND = background_part("rijnland", "sturing").parameters
UNKNOWN = "onbekend"
SCALES = {"sturing": "steering", "uitvoering": "execution"}
_COLOURS = {"sturing": "#2f7fb8", "uitvoering": "#c2751c"}
_SHAPES = {"sturing": "square", "uitvoering": "circle"}
TAG_WORDS = {
    "wettelijk_verplicht": "wettelijk verplicht",
    "kosten": "kosten",
    "omvang_vraag": "omvang van de vraag",
    "expertise": "expertise",
    "nabijheid": "nabijheid",
    "massa": "massa",
    "eigen_accent": "eigen accent",
}
_NO_GROUND = "geen grond genoemd"
_PART_PX, _AROUND_PX = 64, 90
_TWO_LINES = (
    "indexof(datum.label, 'sub') == 0 ? ['sub-', 'regionaal'] : "
    "indexof(datum.label, 'boven') == 0 ? ['boven-', 'regionaal'] : datum.label"
)


@guarded_fragment
def show_steering(visit: Visit) -> None:
    """Both scales of every part, the story of one part, and the comparison with the inventory."""
    parts = loading.table("steering_scales").sort_values("steering_order")
    if visit.on_stage:
        # First what the title of the stage speaks of.
        _show_comparison(parts, visit)
        _show_scales(parts)
    else:
        _show_scales(parts)
        _show_comparison(parts, visit)
    show_credit()


def levels_words(levels: object) -> str:
    """Levels in words, 'onbekend' where there are none.

    >>> levels_words(["lokaal", "regionaal"]), levels_words([])
    ('lokaal en regionaal', 'onbekend')
    """
    return " en ".join(str(level) for level in levels if level) or UNKNOWN  # type: ignore[attr-defined]


def chart_rows(parts: pd.DataFrame) -> pd.DataFrame:
    """One row per dot: `part`, `order`, `which` (sturing or uitvoering), `level` (or onbekend), `words`, `source`."""
    rows = [
        {
            "part": part["name"],
            "order": part["steering_order"],
            "which": which,
            "level": level,
            "words": levels_words(part[f"{column}_levels"]),
            "source": loading.citations().of_row("steering_scales", part).in_full,
        }
        for part in parts.to_dict("records")
        for which, column in SCALES.items()
        for level in ([level for level in part[f"{column}_levels"] if level] or [UNKNOWN])
    ]
    return pd.DataFrame(rows)


def build_scales_chart(parts: pd.DataFrame) -> alt.LayerChart:
    """Dots per part on the scale from lokaal to bovenregionaal; names stand above their dots, to fit a phone."""
    rows = chart_rows(parts)
    first = {part: number * _PART_PX for number, part in enumerate(rows["part"].drop_duplicates())}
    rows["y"] = rows["part"].map(first) + rows["which"].map({"sturing": 36, "uitvoering": 50})
    names = pd.DataFrame({"part": list(first), "y": [top + 14 for top in first.values()]})
    height = _PART_PX * len(first) + 4
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, height], reverse=True, nice=False))
    which = list(SCALES)
    key = legend(120, beside_px=10, symbolSize=130)
    axis = alt.Axis(
        orient="top",
        labelAngle=0,
        labelColor=INK,
        labelFontSize=12,
        grid=True,
        labelOverlap=False,
        labelExpr=_TWO_LINES,
    )
    dots = (
        alt.Chart(rows)
        .mark_point(filled=True, size=150, opacity=1)
        .encode(
            y=y,
            x=alt.X("level:N", title=None, scale=alt.Scale(domain=[*LEVELS, UNKNOWN]), axis=axis),
            color=alt.Color(
                "which:N",
                scale=alt.Scale(domain=which, range=[_COLOURS[name] for name in which]),
                legend=key,
            ),
            shape=alt.Shape(
                "which:N", scale=alt.Scale(domain=which, range=[_SHAPES[name] for name in which]), legend=key
            ),
            tooltip=[
                alt.Tooltip("part:N", title="Onderdeel"),
                alt.Tooltip("which:N", title="Wat"),
                alt.Tooltip("words:N", title="Schaal"),
                alt.Tooltip("source:N", title="Bron"),
            ],
        )
    )
    labels = (
        alt.Chart(names)
        .transform_calculate(lines=in_lines("datum.part", 12))
        .mark_text(align="left", baseline="middle", color=INK, fontSize=12, fontWeight=600, lineBreak=LINE_BREAK)
        .encode(y=y, x=alt.value(2), text="lines:N")
    )
    between = alt.Chart(names.iloc[1:].assign(y=lambda table: table["y"] - 10)).mark_rule(color=INK, opacity=0.25)
    return layered(between.encode(y=y), dots, labels, height=height + _AROUND_PX)


def scales_in_words(parts: pd.DataFrame) -> str:
    """What the chart shows, for who cannot see it."""
    said = [
        f"{part['name']}: sturing {levels_words(part['steering_levels'])}, "
        f"uitvoering {levels_words(part['execution_levels'])}"
        for part in parts.to_dict("records")
    ]
    return "Stippen per onderdeel van de jeugdhulp. " + "; ".join(said) + "."


def steering_table(parts: pd.DataFrame) -> pd.DataFrame:
    """Parts with Dutch headings."""
    return pd.DataFrame(
        {
            "Onderdeel": parts["name"],
            "Sturing": parts["steering_levels"].map(levels_words),
            "Uitvoering": parts["execution_levels"].map(levels_words),
            "Gronden": parts["criteria_tags"].map(_tags_words),
            "Zekerheid": parts["confidence"],
            "Wie stuurt": parts["steering_gist"].fillna(UNKNOWN),
            "Wie voert uit": parts["execution_gist"].fillna(UNKNOWN),
            **place_columns(loading.citations().of_rows("steering_scales", parts)),
        }
    )


def comparison_table(compared: pd.DataFrame) -> pd.DataFrame:
    """The comparison with Dutch headings, the differences first."""
    tasks = loading.task_names()
    order = {Outcome.OTHER: 0, Outcome.UNKNOWN: 1, Outcome.SAME: 2}
    ranked = compared.assign(
        rank=compared["steering_outcome"].map(order), second=compared["execution_outcome"].map(order)
    ).sort_values(["rank", "second"], kind="stable")
    return pd.DataFrame(
        {
            "Taak": ranked["task_code"].map(tasks),
            "Onderdeel van het plan": ranked["name"],
            "Inventarisatie": [
                f"{levels_words(levels)} ({STATUS_WORDS[status]})"
                for levels, status in zip(ranked["inventory_levels"], ranked["status"], strict=True)
            ],
            "Sturing": _outcomes(ranked, "steering"),
            "Uitvoering": _outcomes(ranked, "execution"),
            "Zekerheid van het plan": ranked["confidence"],
            f"{PLACE} in het plan": [place.place for place in places_of_lines(ranked)],
            f"{PLACE} in de inventarisatie": [_place_in_inventory(code).place for code in ranked["task_code"]],
        }
    )


def _place_in_inventory(task_code: str) -> Citation:
    choice = choice_of(loading.scale_choices(), REGION_CODE, task_code)
    return loading.citations().of_row("scale_choices", choice)


def _outcomes(compared: pd.DataFrame, scale: str) -> list[str]:
    return [
        f"{outcome} ({difference})" if difference else str(outcome)
        for outcome, difference in zip(compared[f"{scale}_outcome"], compared[f"{scale}_difference"], strict=True)
    ]


def _grounds(parts: pd.DataFrame) -> dict[str, str]:
    used = {tag for tags in parts["criteria_tags"] for tag in tags}
    counts = {tag: sum(tag in tags for tags in parts["criteria_tags"]) for tag in TAG_WORDS if tag in used}
    return {tag: f"{capitalised(TAG_WORDS[tag])} ({count})" for tag, count in counts.items()}


def _tags_words(tags: object) -> str:
    return ", ".join(TAG_WORDS[tag] for tag in tags if tag) or _NO_GROUND  # type: ignore[attr-defined]


def _lost_figure() -> str:
    """What became of the figure that should show all this, from the table of faults."""
    faults = of_plan("source_faults")
    lost = faults[faults["what"].str.contains("Figuur 7.1") & (faults["fault_kind"] == "verloren")]
    if lost.empty:
        return ""
    row = lost.iloc[0]
    return (
        "De figuur die dit per onderdeel liet zien (figuur 7.1) is in de tekst **verloren gegaan**; wat hier staat "
        "komt vooral "
        f"uit de lopende tekst ({loading.citations().of_row('source_faults', row).mark})."
    )


def _show_scales(parts: pd.DataFrame) -> None:
    st.header("Op welke schaal wordt gestuurd, en op welke uitgevoerd?", anchor=False, help=meaning("schaal", "AMHK"))
    st.markdown(
        "Het plan maakt verschil: samen sturen hoeft niet te betekenen dat de hulp ook op die schaal wordt gegeven. "
        "Figuur 7.1 en het model van samenwerking zijn in het plan **voorgesteld**, niet vastgesteld "
        "(paragraaf 7.1 en 7.2). "
        f"{_lost_figure()}"
    )
    ground = linked_filter(GROUND, _grounds(parts), "Op welke grond?", "een grond")
    shown = parts if ground is None else parts[[ground in tags for tags in parts["criteria_tags"]]]
    show_chart(
        build_scales_chart(shown),
        "Holland Rijnland: op welke schaal wordt gestuurd, en op welke uitgevoerd?",
        CREDIT,
        key="rijnland_scales",
        alt=scales_in_words(shown),
        name="sturing-en-uitvoering",
    )
    with st.expander("Dezelfde gegevens als tabel"):
        show_table(steering_table(shown), "Schaal van sturing en uitvoering", key="rijnland_steering_rows")
        show_downloads(lambda: steering_table(shown), "sturing-en-uitvoering-holland-rijnland", CREDIT)
    _show_part(parts)


def _show_part(parts: pd.DataFrame) -> None:
    names = dict(zip(parts["steering_code"], parts["name"], strict=True))
    code = linked_choice(CHOSEN_PART, names, "Meer over één onderdeel", "een onderdeel", as_list=True)
    part = parts.set_index("steering_code").loc[code]
    place = loading.citations().of_row("steering_scales", part)
    with st.container(border=True):
        left, right = st.columns(2)
        for column, which, name in ((left, "Wie stuurt?", "steering"), (right, "Wie voert uit?", "execution")):
            gist = part[f"{name}_gist"]
            column.markdown(f"**{which}** {levels_words(part[f'{name}_levels'])}")
            column.markdown(plain(gist) if isinstance(gist, str) else UNKNOWN)
        st.caption(
            f"Gronden: {_tags_words(part['criteria_tags'])} · zekerheid van de lezing: {part['confidence']} · "
            f"bron: {plain(place.text)}",
            help=edition_help([place]),
        )


def _show_comparison(parts: pd.DataFrame, visit: Visit) -> None:
    compared = compared_with_inventory(parts, loading.table("scale_choices"))
    if not visit.on_stage:
        # There the title says it.
        _say_what_differs(compared)
    st.caption(
        "Gelijk: precies dezelfde niveaus. Anders: een niveau erbij, weg of vervangen; dat kan een nieuwe keuze zijn, "
        "maar ook "
        "alleen een preciezere beschrijving. Niet te vergelijken: het plan noemt geen niveau. Welk onderdeel bij "
        "welke taak hoort, is "
        "onze koppeling; een taak kan vaker voorkomen."
    )
    show_table(comparison_table(compared), "Het plan naast de inventarisatie van juni 2013", key="rijnland_compared")
    show_downloads(lambda: comparison_table(compared), "plan-naast-inventarisatie-holland-rijnland", CREDIT)
    st.page_link(
        "pages/regio.py",
        label="De keuzes van Holland Rijnland in de inventarisatie",
        icon=LINK_ICON,
        query_params=looking_at(REGION_CODE, visit.region_code),
    )


def _say_what_differs(compared: pd.DataFrame) -> None:
    st.header("Wat is anders dan in de inventarisatie?", anchor=False, help=meaning("inventarisatie", "taak"))
    counts = {
        scale: {outcome: int((compared[f"{name}_outcome"] == outcome).sum()) for outcome in Outcome}
        for scale, name in SCALES.items()
    }
    st.markdown(
        "In juni 2013 gaf de regio per taak **één** niveau op, voor inkoop en organisatie samen. Het plan van eind "
        "2013 noemt er "
        "**twee**. Daarom staat elke schaal apart naast de inventarisatie, met drie mogelijke uitkomsten:\n"
        + "\n".join(
            f"- **{capitalised(scale)}**: {found[Outcome.SAME]} keer gelijk, {found[Outcome.OTHER]} keer anders, "
            f"{found[Outcome.UNKNOWN]} keer niet te vergelijken."
            for scale, found in counts.items()
        )
    )
