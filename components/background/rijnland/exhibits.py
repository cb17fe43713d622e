"""What the parts of the plan of Holland Rijnland say at an address, for hall, slide and note."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import partial

from components.background.exhibit_parts import facts_exhibit, lists_exhibit
from components.background.rijnland.citation import CREDIT, SOURCE_FILE
from components.background.rijnland.decisions import CHAPTER, DATED, KIND, KINDS, decisions_table, items_of_plan
from components.background.rijnland.sharing.state import (
    BAD_YEAR,
    SUM,
    BadYear,
    bad_year_of_link,
    example_case,
    usual_bad_year,
)
from components.background.rijnland.sharing.tables import METHOD_WORDS, TOTAL, measure_table
from components.background.rijnland.steering import GROUND, steering_table
from components.background.rijnland.team_norm import INHABITANTS, norm_table
from components.background.rijnland.volumes import NAMES, TABLE, rated_volumes
from components.frame import loading
from components.look.exhibit import Bar, BarsDrawing, Exhibit, KeyFigure, TableDrawing
from components.look.table_drawings import bars_in_words, table_drawing, table_in_words
from components.look.words import euros, listed, number, percent
from model.background.rijnland.cost_sharing import Method, SharingCase, bills_of, shares_of_bad_year
from model.background.rijnland.decisions import ItemKind, selected
from model.background.rijnland.sharing_link import case_from_link
from model.background.rijnland.steering import Outcome, compared_with_inventory
from model.background.rijnland.team_norm import TeamNeed, TeamNorm, check_of_document, team_need
from model.faults import InputError
from model.own_table.cells import CellError, cell_of_text, read_number

Query = Mapping[str, str]


def _volumes(query: Query) -> Exhibit:
    volumes = rated_volumes()
    chosen = query.get(TABLE)
    shown = volumes[volumes["table_number"] == chosen] if chosen in NAMES else volumes
    bars = BarsDrawing(
        "aantal",
        tuple(
            Bar(
                f"{row.care_type} ({row.year}, {row.certainty})",
                float(count),
                number(count),
                marked=row.certainty != "werkelijk",
            )
            for row, count in zip(shown.itertuples(), shown["count"], strict=True)
        ),
    )
    most = shown.loc[shown["count"].idxmax()]
    name = f"{NAMES[str(chosen)]}: hoogste aantal" if chosen in NAMES else "Hoogste aantal jeugdigen per soort hulp"
    return Exhibit(
        f"{name} is {number(int(most['count']))}, voor {most['care_type'][:1].lower()}{most['care_type'][1:]}",
        "De tabellen gaan over verschillende jaren en tellen verschillende dingen: tel ze niet op. "
        "Gemerkt is wat een schatting is.",
        CREDIT,
        bars_in_words(bars),
        drawing=bars,
    )


def _steering(query: Query) -> Exhibit:
    parts = loading.table("steering_scales").sort_values("steering_order")
    compared = compared_with_inventory(parts, loading.table("scale_choices"))
    counts = {
        scale: {outcome: int((compared[f"{scale}_outcome"] == outcome).sum()) for outcome in Outcome}
        for scale in ("steering", "execution")
    }
    ground = query.get(GROUND)
    narrowed = parts[[ground in tags for tags in parts["criteria_tags"]]]
    shown = parts if narrowed.empty else narrowed
    drawing = table_drawing(steering_table(shown), ("Onderdeel", "Sturing", "Uitvoering", "Gronden"))
    steering, execution = counts["steering"], counts["execution"]
    same, other = steering[Outcome.SAME], steering[Outcome.OTHER]
    return Exhibit(
        f"De sturing is {same} keer gelijk aan de inventarisatie en {other} keer anders",
        f"De uitvoering is {execution[Outcome.SAME]} keer gelijk, {execution[Outcome.OTHER]} keer anders en "
        f"{execution[Outcome.UNKNOWN]} keer niet te vergelijken. Het plan stelde dit voor, het stond nog niet vast.",
        CREDIT,
        table_in_words(drawing),
        drawing=drawing,
    )


def _solidarity(query: Query) -> Exhibit:
    case, bad_year = _case(query)
    what = "verzonnen voorbeeld" if case == example_case() else "eigen invoer van de gebruiker"
    source = f"{CREDIT}. Aantallen: {what}. Verrekening van tekort en overschot: aanname."
    if not bad_year.extra:
        bills = {method: bills_of(case, method) for method in Method}
        drawing = table_drawing(measure_table(case, bills, TOTAL), ("Gemeente", *METHOD_WORDS.values()))
        title = "Drie manieren om dure jeugdhulp te betalen: wie wat betaalt over alle jaren"
        sentence = "Bedragen in duizenden euro's. Op elke manier betalen de gemeenten samen precies de kosten."
        return Exhibit(title, sentence, source, table_in_words(drawing), drawing=drawing)
    more = shares_of_bad_year(case, bad_year.position, bad_year.billed_year, bad_year.extra)
    cost = bad_year.extra * case.price_eur
    own = {method: float(more[method][bad_year.position]) for method in Method}
    name = case.names[bad_year.position]
    drawing = TableDrawing(
        ("Manier", f"{name} betaalt zelf", "Deel van de extra kosten"),
        tuple((METHOD_WORDS[method], euros(value), percent(100 * value / cost)) for method, value in own.items()),
    )
    said = listed(f"{percent(100 * value / cost)} bij {METHOD_WORDS[method].lower()}" for method, value in own.items())
    places = "1 extra plaats kost" if bad_year.extra == 1 else f"{bad_year.extra} extra plaatsen kosten samen"
    return Exhibit(
        f"Van een slecht jaar betaalt {name} zelf {said}",
        f"{places} {euros(cost)}. Het plan noemt drie manieren om dat te delen en kiest er nog geen.",
        source,
        table_in_words(drawing),
        drawing=drawing,
    )


def _case(query: Query) -> tuple[SharingCase, BadYear]:
    """Case and bad year of the address; the example, or the usual year, where it cannot mean any."""
    case = example_case()
    try:
        case = case_from_link(query[SUM]) if SUM in query else case
        return case, bad_year_of_link(query[BAD_YEAR], case) if BAD_YEAR in query else usual_bad_year(case)
    except InputError:
        return case, usual_bad_year(case)


def _team_norm(query: Query) -> Exhibit:
    facts = loading.table("facts")
    norm, (inhabitants, _) = TeamNorm.from_facts(facts), check_of_document(facts)
    check = team_need(inhabitants, norm)
    own = _need(query.get(INHABITANTS, ""), norm)
    need = own or check
    table = norm_table(need, check, norm, own=own is not None)
    drawing = table_drawing(
        table, ("Waar het over gaat", "Inwoners", "Teams", "Hulpverleners, minst", "Hulpverleners, meest")
    )
    workers = f"{number(need.fewest_workers)} tot {number(need.most_workers)}"
    return Exhibit(
        f"Bij {number(need.inhabitants)} inwoners vraagt de norm {number(need.teams)} jeugd- en gezinsteams",
        f"De norm is één team op {number(norm.inhabitants_per_team)} inwoners. Een deel van een team telt als heel.",
        CREDIT,
        table_in_words(drawing),
        (KeyFigure(number(need.teams), "teams"), KeyFigure(workers, "hulpverleners")),
        drawing,
    )


def _need(text: str, norm: TeamNorm) -> TeamNeed | None:
    """Need of the number of inhabitants in the address; None where there is none that can be."""
    try:
        value = read_number(cell_of_text(text[:20])) if text.strip() else None
        if value is None or not math.isfinite(value) or value != int(value):
            return None
        return team_need(int(value), norm)
    except (CellError, InputError):
        return None


def _decisions(query: Query) -> Exhibit:
    items = items_of_plan()
    is_open = items["kind"] == ItemKind.OPEN
    open_count, undated = int(is_open.sum()), int((is_open & items["ends"].isna()).sum())
    chapter = query.get(CHAPTER)
    shown = selected(
        items,
        chapter=chapter if chapter in set(items["chapter"]) else None,
        kind=KINDS.get(query.get(KIND, "")),
        dated={"met": True, "zonder": False}.get(query.get(DATED, "")),
    )
    drawing = table_drawing(decisions_table(shown), ("Wat", "Soort", "Termijn in de bron", "Wie"))
    return Exhibit(
        f"Het plan laat {open_count} punten open; bij {undated} daarvan staat geen termijn met een datum",
        "Wat er daarna echt is besloten, staat niet in deze bron.",
        CREDIT,
        table_in_words(drawing),
        (KeyFigure(str(open_count), "nog te besluiten"), KeyFigure(str(undated), "zonder termijn met een datum")),
        drawing,
    )


EXHIBITS: Mapping[str, Callable[[Query], Exhibit]] = {
    "aantallen": _volumes,
    "sturing": _steering,
    "solidariteit": _solidarity,
    "teamnorm": _team_norm,
    "besluiten": _decisions,
    "lijsten": partial(lists_exhibit, file=SOURCE_FILE, document="beleidsplan", source=CREDIT),
    "feiten": partial(
        facts_exhibit,
        papers={"beleidsplan": (SOURCE_FILE, "beleidsplan Holland Rijnland")},
        document="het beleidsplan van Holland Rijnland",
        source=CREDIT,
    ),
}
"""What each part of the site map says."""
