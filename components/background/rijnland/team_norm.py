"""Teamnorm: how many jeugd- en gezinsteams a number of inhabitants asks for, with the check of the plan itself."""

from __future__ import annotations

import math

import altair as alt
import pandas as pd
import streamlit as st

from components.background.rijnland.citation import CREDIT, fact, fact_source, places_of_facts, show_credit
from components.frame import links, loading
from components.frame.glossary_help import meaning
from components.frame.page import Visit, guarded_fragment
from components.look.citation import show_place
from components.look.layers import layered
from components.look.palette import INK
from components.look.picture import show_chart
from components.look.table import show_downloads, show_table
from components.look.words import as_typed, number, plain
from model.background.rijnland.team_norm import (
    FEWEST_INHABITANTS,
    MOST_INHABITANTS,
    TeamNeed,
    TeamNorm,
    check_of_document,
    team_need,
)
from model.faults import InputError
from model.own_table.cells import CellError, cell_of_text, read_number
from model.site.site_map import background_part

(INHABITANTS,) = background_part("rijnland", "teamnorm").parameters
_WIDGET = "rijnland_inhabitants"
_LONGEST = 20


@guarded_fragment
def show_team_norm(visit: Visit) -> None:
    """Field for inhabitants, what follows from it, and the step chart of the norm."""
    facts = loading.table("facts")
    norm, (check_inhabitants, check_teams) = TeamNorm.from_facts(facts), check_of_document(facts)
    st.header("Hoeveel jeugd- en gezinsteams zijn er nodig?", anchor=False, help=meaning("jeugd- en gezinsteam"))
    st.markdown(
        f"De norm van het plan: één team op **{number(norm.inhabitants_per_team)} inwoners**, met "
        f"**{number(norm.fewest_workers)} tot {number(norm.most_workers)} hulpverleners** per team. Vul uw eigen "
        f"aantal in."
    )
    show_place(*places_of_facts("H_team_norm", "H_team_grootte"))
    whose = f"Inwoners van {visit.region_name}" if visit.region_name else "Inwoners van uw gemeente of regio"
    inhabitants = _inhabitants(whose, check_inhabitants)
    check = team_need(check_inhabitants, norm)
    need = check if inhabitants is None else _need(inhabitants, norm)
    if need is None:
        return
    _show_need(need, own=inhabitants is not None)
    show_chart(
        build_norm_chart(need, check, norm),
        "Hoeveel jeugd- en gezinsteams zijn er nodig, volgens de norm van Holland Rijnland?",
        CREDIT,
        key="rijnland_norm",
        alt=norm_in_words(need, check),
        name="teamnorm",
    )
    agrees = "dezelfde uitkomst" if check.teams == check_teams else f"wij komen op {check.teams}"
    st.markdown(
        f"**Controle met het plan zelf.** Bij ruim {number(check_inhabitants)} inwoners noemt het plan ongeveer "
        f"{check_teams} teams: "
        f"{agrees}. ({fact_source('H_inwoners', 'H_team_aantal')})"
    )
    st.caption(
        "Aanname van ons: een deel van een team telt als heel team, we ronden dus naar boven af. Het plan geeft daar "
        "geen regel "
        "voor. De aantallen hulpverleners horen bij het afgeronde aantal teams. Het plan wil ook een "
        "gedragswetenschapper bij elk "
        f"team ({fact_source('H_team_coach')}). Het aantal inwoners van uw regio staat niet in de bronnen; dat vult u "
        f"zelf in."
    )
    with st.expander("Dezelfde gegevens als tabel"):
        table = norm_table(need, check, norm, own=inhabitants is not None)
        show_table(
            table, "Teams en hulpverleners bij een aantal inwoners", key="rijnland_norm_rows", whole=["Inwoners"]
        )
        show_downloads(lambda: table, "teamnorm", CREDIT)
    show_credit()


def norm_table(need: TeamNeed, check: TeamNeed, norm: TeamNorm, *, own: bool) -> pd.DataFrame:
    """Own number (where given), the plan's own, and whole teams around the own number."""
    around = [
        team_need(int(teams * norm.inhabitants_per_team), norm)
        for teams in range(max(1, need.teams - 2), need.teams + 3)
        if teams * norm.inhabitants_per_team <= MOST_INHABITANTS
    ]
    rows = [
        *([("uw aantal", need)] if own else []),
        ("het plan zelf", check),
        *(("hele teams", item) for item in around),
    ]
    return pd.DataFrame(
        {
            "Waar het over gaat": [name for name, _ in rows],
            "Inwoners": [item.inhabitants for _, item in rows],
            "Teams volgens de norm, niet afgerond": [round(item.exact_teams, 2) for _, item in rows],
            "Teams": [item.teams for _, item in rows],
            "Hulpverleners, minst": [int(item.fewest_workers) for _, item in rows],
            "Hulpverleners, meest": [int(item.most_workers) for _, item in rows],
        }
    )


def build_norm_chart(need: TeamNeed, check: TeamNeed, norm: TeamNorm) -> alt.LayerChart:
    """Stairs of the norm with the own number and that of the plan on it."""
    top = max(need.teams, check.teams) + 2
    # Beyond a few hundred steps the stairs look like a line.
    step = math.ceil(top / 400)
    highest = math.ceil(top / step) * step
    stairs = pd.DataFrame(
        [
            {"inwoners": (teams - step) * norm.inhabitants_per_team, "teams": min(teams, highest)}
            for teams in range(step, highest + 2 * step, step)
        ]
    )
    marks = pd.DataFrame(
        [
            {"inwoners": item.inhabitants, "teams": item.teams, "wie": name, "shown": number(item.inhabitants)}
            for name, item in ((f"het plan: {check.teams} teams", check), (f"uw aantal: {need.teams} teams", need))
            if name.startswith("het plan") or need != check
        ]
    )
    thousands = "replace(format(datum.value, ',.0f'), /,/g, '.')"
    x = alt.X(
        "inwoners:Q",
        title="inwoners",
        axis=alt.Axis(labelExpr=thousands, labelColor=INK, titleColor=INK, tickCount=4),
        scale=alt.Scale(domainMax=highest * norm.inhabitants_per_team),
    )
    # Half of the line stands above its highest step.
    y = alt.Y(
        "teams:Q",
        title="teams",
        axis=alt.Axis(labelColor=INK, titleColor=INK, tickMinStep=1),
        scale=alt.Scale(domainMax=highest + step),
    )
    line = alt.Chart(stairs).mark_line(interpolate="step-after", color="#2f7fb8", strokeWidth=2.5).encode(x=x, y=y)
    domain = marks["wie"].tolist()
    points = (
        alt.Chart(marks)
        .mark_point(filled=True, size=220, opacity=1, stroke=INK, strokeWidth=1)
        .encode(
            x=x,
            y=y,
            shape=alt.Shape(
                "wie:N",
                title=None,
                sort=domain,
                scale=alt.Scale(domain=domain, range=["square", "diamond"][: len(domain)]),
                legend=alt.Legend(orient="top", labelColor=INK, labelFontSize=13, direction="vertical"),
            ),
            color=alt.Color(
                "wie:N", sort=domain, scale=alt.Scale(domain=domain, range=["#8a90a0", "#c2410c"][: len(domain)])
            ),
            tooltip=[
                alt.Tooltip("wie:N", title="Wat"),
                alt.Tooltip("shown:N", title="Inwoners"),
                alt.Tooltip("teams:Q", title="Teams"),
            ],
        )
    )
    return layered(line, points, height=380)


def norm_in_words(need: TeamNeed, check: TeamNeed) -> str:
    """What the chart shows, for who cannot see it."""
    return (
        f"Trap van de norm: bij {number(need.inhabitants)} inwoners {need.teams} teams. "
        f"Het plan zelf: {number(check.inhabitants)} inwoners, {check.teams} teams."
    )


def _inhabitants(label: str, example: int) -> str | None:
    """What the visitor typed or the address says; None where nothing."""
    asked = st.query_params.get(INHABITANTS)
    if st.session_state.get(_WIDGET) is None or (asked or "") != st.session_state[_WIDGET].strip():
        st.session_state[_WIDGET] = (asked or "")[:_LONGEST]
    st.text_input(
        label, key=_WIDGET, placeholder=f"bijvoorbeeld {number(example)}", max_chars=_LONGEST, on_change=_follow
    )
    return asked[:_LONGEST] if asked and asked.strip() else None


def _follow() -> None:
    links.write_link({INHABITANTS: st.session_state[_WIDGET].strip() or None})


def _need(text: str, norm: TeamNorm) -> TeamNeed | None:
    """Need of a typed number; what is wrong with it is said, and what was typed stays."""
    try:
        value = read_number(cell_of_text(text))
        if value is None or not math.isfinite(value) or value != int(value):
            raise CellError("een heel getal")
        return team_need(int(value), norm)
    except CellError:
        st.error(
            f"Dit aantal inwoners kan niet: {as_typed(text)}. Vul een heel getal in van {number(FEWEST_INHABITANTS)} "
            f"tot en met "
            f"{number(MOST_INHABITANTS)}, bijvoorbeeld {number(float(fact('H_inwoners')['value']))}."
        )
    except InputError as error:
        st.error(plain(str(error)))
    return None


def _show_need(need: TeamNeed, *, own: bool) -> None:
    if not own:
        st.info("U hebt nog niets ingevuld. Hieronder staat het aantal van het plan zelf.")
    teams, workers, exact = st.columns(3)
    teams.metric("Teams", number(need.teams), border=True)
    workers.metric("Hulpverleners", f"{number(need.fewest_workers)} tot {number(need.most_workers)}", border=True)
    exact.metric("Norm, niet afgerond", f"{number(need.exact_teams, 2)} teams", border=True)
