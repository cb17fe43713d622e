"""What the parts of Zuid-Holland Zuid say at an address, for hall, slide and note."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from components.background.exhibit_parts import facts_exhibit, lists_exhibit
from components.background.zhz import scale_words
from components.background.zhz.bodies import TIER_WORDS, bodies_table
from components.background.zhz.citation import FRAMEWORK, FRAMEWORK_CREDIT, PAPERS, PLAN, PLAN_CREDIT
from components.background.zhz.dilemmas.section import POSITIONS
from components.background.zhz.dilemmas.sentences import DEPARTURE_WORDS, ZONE_WORDS, positions_table
from components.background.zhz.planning import PARTY, planning_table, quarter_in_words
from components.background.zhz.scales import OUTCOME, choices_of_region, outcomes_per_task
from components.frame import loading
from components.frame.exhibit_parts import short_tasks
from components.look.exhibit import Bar, BarsDrawing, Exhibit, KeyFigure
from components.look.table_drawings import bars_in_words, count_bars, table_drawing, table_in_words
from components.look.words import capitalised, listed, million, out_of
from model.background.zhz.positions import DEPARTURES, PositionError, Positions, departure, positions_from_link
from model.background.zhz.scales import CANNOT_SAY, DIFFERENT, OUTCOMES, SAME
from model.background.zhz.time import activities_per_quarter

Query = Mapping[str, str]


def _scales(query: Query) -> Exhibit:
    outcomes = outcomes_per_task()
    counts = {outcome: sum(item.outcome == outcome for item in outcomes) for outcome in OUTCOMES}
    wanted = query.get(OUTCOME)
    shown = [item for item in outcomes if wanted not in OUTCOMES or item.outcome == wanted]
    scales = loading.table("framework_scales")
    rows = dict(zip(scales["framework_task_code"], scales["name"], strict=True))
    codes = list(loading.task_names())
    short = dict(zip(codes, short_tasks(codes), strict=True))
    table = scale_words.comparison_table(shown, short, rows, choices_of_region())
    drawing = table_drawing(table, ("Taak", "Uitkomst", "Schaaltabel", "Inventarisatie"))
    return Exhibit(
        f"Sturingskader en inventarisatie zeggen bij {out_of(counts[SAME], len(outcomes))} taken hetzelfde",
        f"Bij {counts[DIFFERENT]} taken verschillen zij; bij {counts[CANNOT_SAY]} is het niet te zeggen. "
        "In de tekst zijn kolommen en kleuren van de schaaltabel verloren.",
        f"{FRAMEWORK_CREDIT} Ernaast: de inventarisatie van 20 juni 2013, profiel 32.",
        table_in_words(drawing),
        tuple(KeyFigure(str(count), f"taken: {scale_words.OUTCOME_WORDS[code]}") for code, count in counts.items()),
        drawing,
    )


def _dilemmas(query: Query) -> Exhibit:
    dilemmas = loading.table("dilemmas")
    chosen = dilemmas["chosen_pole"].value_counts()
    sides = listed(f"{chosen[side]} keer {words}" for side, words in ZONE_WORDS.items() if side in chosen)
    positions = _positions(query)
    has_own = any(value is not None for value in positions.values)
    columns = ("Dilemma", "Gekozen kant", *(("Uw kant", "Verschil") if has_own else ("Gekozen richting",)))
    drawing = table_drawing(positions_table(dilemmas, positions), columns)
    departures = [departure(value, pole) for value, pole in zip(positions.values, dilemmas["chosen_pole"], strict=True)]
    own = listed(f"{departures.count(code)} keer {DEPARTURE_WORDS[code]}" for code in DEPARTURES if code in departures)
    return Exhibit(
        f"Bij {len(dilemmas)} dilemma's kozen de wethouders {sides}",
        f"Uw standpunt is {own}." if has_own else "Hoe sterk de voorkeur in juli 2013 was, is onbekend.",
        FRAMEWORK_CREDIT,
        table_in_words(drawing),
        drawing=drawing,
    )


def _positions(query: Query) -> Positions:
    """Positions that the address holds; none where it cannot mean any."""
    try:
        return positions_from_link(query[POSITIONS]) if POSITIONS in query else Positions()
    except PositionError:
        return Positions()


def _planning(query: Query) -> Exhibit:
    activities = loading.table("activities")
    counts = activities_per_quarter(activities)
    per_quarter = {capitalised(quarter_in_words(str(quarter))): int(count) for quarter, count in counts.sum().items()}
    busiest = max(per_quarter, key=per_quarter.__getitem__)
    parties = {str(party).lower().replace(" ", "-"): str(party) for party in activities["party"].dropna().unique()}
    party = parties.get(query.get(PARTY, ""))
    sentence = (
        f"Het plan noemt {len(activities)} activiteiten van {len(counts)} partijen, verdeeld over zeven kwartalen."
    )
    if party is None:
        bars = count_bars(per_quarter, "activiteiten", busiest)
        title = (
            f"In het {busiest[0].lower()}{busiest[1:]} loopt het meest tegelijk: {per_quarter[busiest]} activiteiten"
        )
        return Exhibit(title, sentence, PLAN_CREDIT, bars_in_words(bars), drawing=bars)
    own = activities[activities["party"] == party]
    table = planning_table(own)
    quarters = [column for column in table.columns if str(column).startswith("K")]
    drawing = table_drawing(table, ("Activiteit", *quarters))
    title = f"{party}: {len(own)} van de {len(activities)} activiteiten"
    return Exhibit(title, sentence, PLAN_CREDIT, table_in_words(drawing), drawing=drawing)


def _bodies(query: Query) -> Exhibit:
    bodies = loading.table("governance_bodies")
    tiers = bodies["tier"].value_counts()
    drawing = table_drawing(bodies_table(), ("Orgaan", "Niveau", "Wat het doet"))
    said = listed(f"{words.lower()} {tiers[tier]}" for tier, words in TIER_WORDS.items() if tier in tiers)
    return Exhibit(
        f"Het plan van 2019 verdeelt het werk over {len(bodies)} organen",
        f"Organen per niveau: {said}.",
        PLAN_CREDIT,
        table_in_words(drawing),
        drawing=drawing,
    )


def _scenarios(query: Query) -> Exhibit:
    ceilings = loading.table("ceilings")
    expected = loading.table("trajectory").iloc[0]
    cost, year = float(expected["yearly_cost_mln_eur"]), expected["year"]
    bars = BarsDrawing(
        "mln € per jaar",
        (
            Bar(f"Verwachte kosten {year}", cost, million(cost), marked=True),
            *(
                Bar(f"{row.scenario}. {row.name}", float(row.ceiling_mln_eur), million(row.ceiling_mln_eur))
                for row in ceilings.itertuples(index=False)
            ),
        ),
    )
    lowest, highest = ceilings["ceiling_mln_eur"].min(), ceilings["ceiling_mln_eur"].max()
    return Exhibit(
        f"Drie plafonds van {million(lowest)} tot {million(highest)}, bij {million(cost)} verwachte kosten",
        f"De verwachte kosten zijn die van {year}. Een plafond dat is berekend, staat niet in het plan. "
        "De bedragen zijn niet geïndexeerd.",
        PLAN_CREDIT,
        bars_in_words(bars),
        drawing=bars,
    )


_FACT_PAPERS = {"2013": (FRAMEWORK, PAPERS[FRAMEWORK]), "2019": (PLAN, PAPERS[PLAN])}
EXHIBITS: Mapping[str, Callable[[Query], Exhibit]] = {
    "schaaltabel": _scales,
    "dilemmas": _dilemmas,
    "planning": _planning,
    "wie-doet-wat": _bodies,
    "scenarios": _scenarios,
    "lijsten": partial(lists_exhibit, file=PLAN, document="plan van aanpak", source=PLAN_CREDIT),
    "feiten": partial(
        facts_exhibit,
        papers=_FACT_PAPERS,
        document="twee stukken van Zuid-Holland Zuid",
        source=f"Bron: {PAPERS[FRAMEWORK]}, en {PAPERS[PLAN]}; samengevat in eigen woorden.",
    ),
}
"""What each part of the site map says."""
