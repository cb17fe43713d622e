"""What the what-if says to a hall: every figure is the model's, as the page shows it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

import numpy as np
import pytest

from components.look.exhibit import BarsDrawing, Exhibit, PathDrawing, TableDrawing, WaterfallDrawing
from components.look.words import NO_BREAK, chance_in_words, million
from components.what_if.exhibit import OWN_SOURCE, contributions_exhibit, exhibit_for, exhibit_of
from components.what_if.panel.stage import sliders
from components.what_if.pictures import PICTURES
from components.what_if.results import results_of
from components.what_if.session import source_plan
from components.what_if.table_in_use import SOURCE, TableInUse
from model.dataset.reading import read_table
from model.notation import shown
from model.site.site_map import PICTURE, SLIDERS
from model.stage.shipped import filled_step, shipped_storylines
from model.stage.storyline import Step
from model.what_if import (
    LINK_KEYS,
    InvestmentCount,
    Scenario,
    TargetKind,
    contributions_by_lead,
    controls_of,
    fan,
    goal_seek,
    later_starts,
    preset_scenario,
    read_link,
    scenario_figures,
    scenario_to_query,
    tornado,
    waterfall,
    with_values,
)
from tests.components.dutch_rules import broken, too_long_in
from tests.components.exhibits import drawn_texts
from tests.components.what_if.own_table.tables import own_plan

PLAN = source_plan()
START = Scenario.default(PLAN)
OWN = Scenario.default(own_plan(5, 3))
SCENARIOS = {
    "start": START,
    "nothing": preset_scenario(PLAN, "niets"),
    "high": preset_scenario(PLAN, "hoog"),
    "slow and growing": with_values(START, {"delay_months": 12, "growth_pct": 2.5, "overlap_share": 0.55}),
    "investments": replace(START, investments_counted=InvestmentCount.YEARLY),
    "own table": OWN,
    "own table with costs below nought": Scenario.default(own_plan(6, 3, low=4.0, high=9.0, start=12.0)),
    "own table of one measure": Scenario.default(own_plan(1, 1)),
    "own table in cents": Scenario.default(own_plan(4, 8, low=0.05, high=0.25, start=9.75)),
}


def link(scenario: Scenario, **more: str) -> dict[str, str]:
    return {**dict(parse_qsl(scenario_to_query(scenario))), **more}


def texts(exhibit: Exhibit) -> list[str]:
    figures = [text for figure in exhibit.figures for text in (figure.value, figure.label)]
    return [
        exhibit.title,
        exhibit.sentence,
        exhibit.alt,
        exhibit.source,
        *figures,
        *drawn_texts(exhibit),
        *exhibit.words.values(),
    ]


def target_year(scenario: Scenario, amounts: Any) -> float:
    return float(amounts[scenario.plan.trajectory.target_index])


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_path_is_that_of_the_model(name: str) -> None:
    scenario = SCENARIOS[name]
    drawing, figures, band = exhibit_for(scenario).drawing, scenario_figures(scenario), fan(scenario)
    assert isinstance(drawing, PathDrawing)
    assert drawing.years == scenario.plan.years
    assert drawing.decimals == scenario.plan.decimals
    pairs = (
        (drawing.cost_mln_eur, figures.yearly_cost_mln_eur),
        (drawing.without_measures_mln_eur, figures.cost_without_measures_mln_eur),
        (drawing.p10_mln_eur, band.p10_mln_eur),
        (drawing.p90_mln_eur, band.p90_mln_eur),
        ([np.nan if each is None else each for each in drawing.target_mln_eur], scenario.target_path_mln_eur),
    )
    for drawn, computed in pairs:
        np.testing.assert_array_equal(np.array(drawn), computed)


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_figures_and_the_title_say_cost_distance_and_chance(name: str) -> None:
    scenario = SCENARIOS[name]
    exhibit, decimals = exhibit_for(scenario), scenario.plan.decimals
    cost = target_year(scenario, scenario_figures(scenario).yearly_cost_mln_eur)
    gap, chance = shown(cost - scenario.target_cost_mln_eur, decimals), chance_in_words(fan(scenario).chance_share)
    values = [figure.value for figure in exhibit.figures]
    assert values == [million(cost, decimals), million(abs(gap), decimals), chance]
    assert exhibit.title.startswith(f"Jaarkosten {scenario.plan.trajectory.target_year}: {values[0]}, ")
    assert exhibit.title.endswith(f" is {chance}")
    where = f"{values[1]} {'boven' if gap > 0 else 'onder'} het doel" if gap else "precies op het doel"
    assert where in exhibit.title
    words = exhibit.words
    assert (words["kosten"], words["afstand"], words["kans"]) == (values[0], where, chance)


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_waterfall_is_that_of_the_model_and_ends_beside_the_target(name: str) -> None:
    scenario = SCENARIOS[name]
    drawing, decimals = contributions_exhibit(scenario).drawing, scenario.plan.decimals
    assert isinstance(drawing, WaterfallDrawing)
    *steps, goal = drawing.steps
    of_model = [step for step in waterfall(scenario) if step.step != "distance_to_target"]
    moving = [step for step in of_model if step.step in ("start", "result") or shown(step.amount_mln_eur, decimals)]
    assert [(fall.start_mln_eur, fall.end_mln_eur) for fall in steps] == [
        (step.from_mln_eur, step.to_mln_eur) for step in moving
    ]
    assert (goal.start_mln_eur, goal.end_mln_eur, goal.is_total) == (0.0, scenario.target_cost_mln_eur, True)


def test_the_other_pictures_have_the_figures_of_their_answers() -> None:
    who, weighs, later = (exhibit_for(START, picture).drawing for picture in ("wie", "weegt", "later"))
    at = PLAN.trajectory.target_index
    assert isinstance(who, BarsDrawing)
    assert {bar.label: bar.value for bar in who.bars} == {
        group.name: group.contribution_mln_eur[at] for group in contributions_by_lead(START)
    }
    assert isinstance(weighs, BarsDrawing)
    assert [bar.value for bar in weighs.bars] == [bar.width_mln_eur for bar in tornado(START)[: len(weighs.bars)]]
    assert isinstance(later, TableDrawing)
    assert [row[-1] for row in later.rows] == [million(row.total_cost_mln_eur)[2:-4] for row in later_starts(START)]


def test_an_unknown_investment_is_never_none() -> None:
    drawing = exhibit_for(START, "eerst").drawing
    assert isinstance(drawing, TableDrawing)
    said = {row[0]: row[-1].replace(NO_BREAK, " ") for row in drawing.rows}
    assert said == {
        "loopt al": "2 onbekend, de rest geen",
        "ten hoogste 6 maanden": "€ 3,2 mln, 5 onbekend",
        "langer": "onbekend",
    }


def test_the_words_for_a_storyline_are_the_models() -> None:
    words = {name: text.replace(NO_BREAK, " ") for name, text in exhibit_for(START).words.items()}
    highest = preset_scenario(PLAN, "hoog")
    assert words["opgeteld"] == "€ 36,5 mln"
    assert (words["besparing"], words["overlapt"], words["opgave"]) == ("€ 14,8 mln", "€ 21,7 mln", "€ 14,7 mln")
    cost = target_year(highest, scenario_figures(highest).yearly_cost_mln_eur)
    assert words["alles_hoog"] == million(cost).replace(NO_BREAK, " ")
    share = goal_seek(START).share
    assert share is not None
    assert words["nodig"] == f"op {100 * share:.0f}% van hun bandbreedte"
    # Half of what could be saved is not enough where nothing is on: the words still speak of all measures.
    assert exhibit_for(preset_scenario(PLAN, "niets")).words["nodig"] == words["nodig"]


@pytest.mark.parametrize("picture", PICTURES)
@pytest.mark.parametrize("name", SCENARIOS)
def test_every_text_is_plain_dutch_with_known_figures(name: str, picture: str) -> None:
    exhibit = exhibit_for(SCENARIOS[name], picture)
    for text in texts(exhibit):
        assert not [*broken(text), *too_long_in(text)], text
        assert not re.search(r"\bnan\b|None|[-−]0,0|\{", text), text
    assert exhibit.alt.endswith(".")
    assert len(exhibit.title) <= 125


def test_an_address_says_the_same_as_the_scenario_behind_it() -> None:
    high = SCENARIOS["high"]
    assert exhibit_of({}) == exhibit_for(START)
    assert exhibit_of(link(high, beeld="zeker", regio="JZ31", presentatie="1")) == exhibit_for(high, "zeker")


def test_what_cannot_be_used_of_an_address_stands_as_if_left_out() -> None:
    assert exhibit_of({"v": "1", "t": "zzzzzz", "o": "0.5", "beeld": "taart"}) == exhibit_for(START)
    assert exhibit_of(link(START, o="veel", beeld="")) == exhibit_for(START)


def test_an_own_table_is_read_with_its_own_plan_and_named_as_the_visit_names_it() -> None:
    changed = with_values(OWN, {"overlap_share": 0.4})
    in_use = TableInUse(OWN.plan, "eigen tabel “Proef”", "Bron: Proef.")
    exhibit = exhibit_of(link(changed), in_use)
    assert exhibit == exhibit_for(changed, whose=in_use.whose, source=in_use.source)
    assert exhibit.sentence.startswith("Eigen tabel “Proef”. ")
    assert exhibit.source == "Bron: Proef."
    assert exhibit.no_link == "Een eigen tabel gaat niet mee in een link."
    # A link of the source's table is about the source, whatever table the visit has.
    of_source = exhibit_of(link(SCENARIOS["high"]), in_use)
    assert (of_source.source, of_source.no_link) == (SOURCE, "")
    unnamed = exhibit_for(changed)
    assert (unnamed.source, unnamed.sentence.split(".")[0]) == (OWN_SOURCE, "Eigen tabel")


STORY = next(line for line in shipped_storylines(read_table) if line.key == "terug-naar-100-miljoen")


def told(step: Step) -> tuple[Exhibit, str, str]:
    """Exhibit of a step, with the title and sentence that the hall reads."""
    exhibit = exhibit_of(dict(parse_qsl(step.query)))
    filled = filled_step(step, exhibit.words)
    return exhibit, filled.title or exhibit.title, filled.sentence or exhibit.sentence


@pytest.mark.parametrize("step", STORY.steps, ids=[step.query for step in STORY.steps])
def test_every_step_of_the_storyline_opens_as_it_stands_and_says_its_figures(step: Step) -> None:
    query = dict(parse_qsl(step.query))
    link_alone = {key: value for key, value in query.items() if key not in (PICTURE, SLIDERS)}
    assert not read_link(link_alone, PLAN).faults
    assert query.get(PICTURE, "pad") in PICTURES
    assert sliders(query.get(SLIDERS, ""), results_of(read_link(link_alone, PLAN).scenario)).fault == ""
    _, title, sentence = told(step)
    for text in (title, sentence, step.note):
        assert text
        assert "{" not in text
        assert not [*broken(text), *too_long_in(text)], text
    # Figures are computed: a step holds none of its own, but for what a title calls the plan.
    assert not re.search(r"\d", f"{step.title}{step.sentence}".replace("2019", ""))


def test_who_cannot_see_a_drawing_without_a_band_hears_of_none() -> None:
    alt = exhibit_for(preset_scenario(PLAN, "niets")).alt.replace(NO_BREAK, " ")
    assert "In 2022 zijn alle uitkomsten € 114,7 mln;" in alt
    assert "vallen 8 van de 10 uitkomsten tussen" in exhibit_for(START).alt


def test_the_storyline_goes_from_the_gap_to_what_is_needed_to_close_it() -> None:
    titles = [told(step)[1].replace(NO_BREAK, " ") for step in STORY.steps]
    assert 8 <= len(titles) <= 10
    assert titles[0] == "Zonder maatregelen zijn de kosten € 114,7 mln in 2022, € 14,7 mln boven het doel"
    assert "is € 100,0 mln pas te halen met maatregelen op" in titles[-2]


@pytest.mark.parametrize("step", STORY.steps, ids=[step.query for step in STORY.steps])
def test_no_sentence_breaks_where_the_hall_moves_a_slider_to_an_end(step: Step) -> None:
    query = dict(parse_qsl(step.query))
    start = read_link({key: value for key, value in query.items() if key in LINK_KEYS}, PLAN).scenario
    for key in sliders(query.get(SLIDERS, ""), results_of(start)).controls:
        for value in (controls_of(PLAN)[key].values[0], controls_of(PLAN)[key].values[-1]):
            exhibit = exhibit_for(with_values(start, {key: value}))
            filled = filled_step(step, exhibit.words)
            for text in (filled.title, filled.sentence):
                assert not [*broken(text), *too_long_in(text)], text


def test_chart_calls_the_target_as_the_page_does_and_has_the_other_ceilings() -> None:
    start = Scenario.default(source_plan())
    drawing = exhibit_for(start).drawing
    assert isinstance(drawing, PathDrawing)
    assert drawing.target_name == "het pad van het plan"
    assert drawing.ceilings == tuple((f"plafond {each.name}", each.cost_mln_eur) for each in start.plan.ceilings)
    lower = exhibit_for(replace(start, target=TargetKind.CEILING_1)).drawing
    assert isinstance(lower, PathDrawing)
    assert lower.target_name == f"het plafond van {start.plan.ceilings[0].name}"
    assert [name for name, _ in lower.ceilings] == [f"plafond {start.plan.ceilings[1].name}"]
