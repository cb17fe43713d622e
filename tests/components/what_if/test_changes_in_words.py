"""What a step changed, in words: every control by its name, with its value before and after."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.look.words import NO_BREAK, chance_in_words, million, unbroken
from components.what_if.panel.changes_in_words import (
    certainty_in_words,
    change_in_words,
    goal_in_words,
    last_step_in_words,
    value_in_words,
)
from components.what_if.session import WhatIfSession, reset, source_plan
from model.what_if import (
    Change,
    ControlValue,
    InvestmentCount,
    Scenario,
    TargetKind,
    certainty_seek,
    controls_of,
    fan,
    goal_seek,
    preset_scenario,
    scenario_changes,
)
from tests.examples import examples

PLAN = source_plan()
CONTROLS = controls_of(PLAN)
DEFAULT = Scenario.default(PLAN)


@pytest.mark.parametrize("key", CONTROLS)
def test_words_name_the_control_and_both_values(key: str) -> None:
    control = CONTROLS[key]
    before, after = control.values[0], control.values[-1]
    words = change_in_words(Change(control, before, after), PLAN)
    label = f"{control.label}, alle maatregelen" if control.for_all else control.label
    assert words == f"{label}: van {value_in_words(control, before, PLAN)} naar {value_in_words(control, after, PLAN)}"
    assert control.label[0].isupper()
    assert control.of in control.label
    assert value_in_words(control, before, PLAN) != value_in_words(control, after, PLAN)


def test_controls_have_names_of_their_own() -> None:
    assert len({control.label for control in CONTROLS.values()}) == len(CONTROLS)


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("on:3a", False, "Maatregel 3a (Extra toetsing van toewijzingen door een toetsingscommissie): "
         "van aan naar uit"),
        ("saving_mln_eur:1", 7.3, "(Budgetverantwoordelijkheid jeugdteams): van € 5,5 mln naar € 7,3 mln"),
        ("delay_months:2", 6.0, "Later starten van maatregel 2 (Afschaffen nee-tenzijregeling): "
         "van 0 maanden naar 6 maanden"),
        ("unknown_investment_mln_eur:1", 2.0, "Investering van maatregel 1 (Budgetverantwoordelijkheid jeugdteams): "
         "van onbekend"),
        ("overlap_share", 0.65, "Overlap: van 70% naar 65%"),
        ("growth_pct", 1.5, "Autonome groei: van 0,0% per jaar naar 1,5% per jaar"),
        ("national_contribution_mln_eur:2022", 8.0, "Bijdrage van het Rijk 2022: van onbekend naar € 8,0 mln"),
        ("investments_counted", InvestmentCount.ONCE, "Investeringen meetellen: "
         "van niet naar eenmalig, in het startjaar"),
    ],
)  # fmt: skip
def test_a_step_in_words(key: str, value: ControlValue, words: str) -> None:
    session = WhatIfSession(DEFAULT, DEFAULT)
    session.step_to(CONTROLS[key].set(DEFAULT, value))
    said = last_step_in_words(session)
    assert unbroken(words) in said
    assert ". Effect op de jaarkosten 2022: " in said or ". De jaarkosten blijven gelijk." in said


def test_a_later_start_says_what_it_costs_over_the_years() -> None:
    """The year of the target stays as it is; the years before it do not: 430.1 against 415.3."""
    session = WhatIfSession(DEFAULT, DEFAULT)
    session.step_to(CONTROLS["delay_months"].set(DEFAULT, 12.0))
    words = "Effect op de jaarkosten 2022: € 0,0 mln; in 2019-2022 samen: € 14,8 mln hoger."
    assert last_step_in_words(session).endswith(unbroken(words))


def test_many_changes_at_once_are_counted() -> None:
    session = WhatIfSession(DEFAULT, DEFAULT)
    assert last_step_in_words(session) == ""
    session.step_to(preset_scenario(PLAN, "hoog"))
    assert last_step_in_words(session).startswith("15 instellingen tegelijk veranderd.")


def test_a_later_start_of_all_is_one_change() -> None:
    session = WhatIfSession(DEFAULT, DEFAULT)
    later = CONTROLS["delay_months"].set(DEFAULT, 6.0)
    session.step_to(later)
    assert len(scenario_changes(DEFAULT, later)) == len(PLAN.codes)
    assert last_step_in_words(session).startswith("Later starten, alle maatregelen: van 0 maanden naar 6 maanden.")
    session.step_to(CONTROLS["delay_months:2"].set(later, 9.0))
    assert last_step_in_words(session).startswith("Later starten van maatregel 2")
    session.step_to(CONTROLS["delay_months"].set(session.scenario, 12.0))
    assert last_step_in_words(session).startswith("Later starten, alle maatregelen: van verschillend naar 12 maanden.")


def test_a_goal_without_a_measure_that_is_on_says_so() -> None:
    nothing = preset_scenario(PLAN, "niets")
    assert goal_in_words(goal_seek(nothing, only_active=True), only_active=True).startswith(
        "Er staat geen maatregel aan"
    )
    assert "alle maatregelen op" in goal_in_words(goal_seek(nothing), only_active=False)


def test_a_wished_certainty_is_answered_in_words() -> None:
    found = certainty_seek(DEFAULT, 0.8)
    assert "minstens 80%. Elke schuif" in certainty_in_words(found, only_active=False)
    running = preset_scenario(PLAN, "loopt")
    missed = certainty_in_words(certainty_seek(running, 0.8, only_active=True), only_active=True)
    assert missed.startswith("Ook met de maatregelen die aanstaan op hun maximum is een kans van 80%")
    assert missed.endswith("het doel halen is dan vrijwel uitgesloten. De schuiven zijn blijven staan.")
    nothing = preset_scenario(PLAN, "niets")
    said = certainty_in_words(certainty_seek(nothing, 0.5, only_active=True), only_active=True)
    assert said.startswith("Er staat geen maatregel aan")


OVERLAP_65 = CONTROLS["overlap_share"].set(DEFAULT, 0.65)


def told(session: WhatIfSession) -> str:
    return last_step_in_words(session).replace(NO_BREAK, " ")


def test_after_undo_and_redo_it_tells_what_these_did_and_not_the_step_before() -> None:
    session = WhatIfSession(DEFAULT, DEFAULT)
    session.step_to(OVERLAP_65)
    session.step_to(CONTROLS["growth_pct"].set(OVERLAP_65, 1.0))
    session.undo()
    assert told(session).startswith("Ongedaan gemaakt: Autonome groei: van 1,0% per jaar naar 0,0% per jaar. Effect")
    assert "€ 3,5 mln lager" in told(session)
    session.undo()
    assert told(session).startswith("Ongedaan gemaakt: Overlap: van 65% naar 70%. Effect")
    session.redo()
    assert told(session).startswith("Opnieuw gedaan: Overlap: van 70% naar 65%. Effect")
    session.step_to(DEFAULT)
    assert told(session).startswith("Overlap: van 65% naar 70%. Effect")


def test_what_made_many_changes_at_once_is_named() -> None:
    session = WhatIfSession(DEFAULT, DEFAULT)
    session.jump_to(preset_scenario(PLAN, "hoog"), "Voorinstelling “Alles hoog”")
    assert told(session).startswith("Voorinstelling “Alles hoog”: 15 instellingen tegelijk veranderd. Effect")
    reset(session, "source")
    assert told(session).startswith("Terug naar de beginstand: 15 instellingen tegelijk veranderd. Effect")
    session.begin_with(OVERLAP_65, "Geopend zoals de link het zegt")
    assert told(session) == "Geopend zoals de link het zegt; daarna nog niets."


def test_another_target_is_told_with_both_amounts_for_the_costs_stay() -> None:
    session = WhatIfSession(DEFAULT, DEFAULT)
    session.step_to(CONTROLS["target"].set(DEFAULT, TargetKind.CEILING_1))
    assert told(session) == (
        "Doel: van het pad van het plan naar plafond van scenario 1. De jaarkosten blijven gelijk. "
        f"Het doel was € 100,0 mln en is nu € 95,7 mln. {chance_moved(DEFAULT, session.scenario)}"
    )
    session.undo()
    assert told(session).startswith("Ongedaan gemaakt: Doel: van plafond van scenario 1 naar het pad van het plan.")
    assert "Het doel was € 95,7 mln en is nu € 100,0 mln. De kans om het doel te halen ging van" in told(session)


def chance_moved(before: Scenario, after: Scenario) -> str:
    old, new = (chance_in_words(fan(each).chance_share).replace(NO_BREAK, " ") for each in (before, after))
    return f"De kans om het doel te halen ging van {old} naar {new}."


@pytest.mark.parametrize("own", [96.0, 97.5])
def test_what_leaves_the_costs_alone_says_what_it_moves(own: float) -> None:
    """The target, the chance, the band or the costs for the region: never that all stays as it is."""
    goal = replace(DEFAULT, target=TargetKind.OWN, own_target_mln_eur=100.0)
    session = WhatIfSession(goal, goal)
    session.step_to(replace(goal, own_target_mln_eur=own))
    assert f"De jaarkosten blijven gelijk. Het doel was € 100,0 mln en is nu {million(own)}. De kans".replace(
        NO_BREAK, " "
    ) in told(session)

    moved = {value: CONTROLS["dependence_share"].set(goal, value) for value in (0.5, 1.0, 0.0)}
    for dependence in moved.values():
        session = WhatIfSession(DEFAULT, DEFAULT)
        session.step_to(replace(DEFAULT, dependence_share=dependence.dependence_share))
        if session.previous is not None:
            assert "De kans om" in told(session) or told(session).endswith("De band rond de jaarkosten verandert wel.")
            assert "€ 0,0 mln" not in told(session)


def test_another_contribution_says_what_it_does_to_the_costs_for_the_region() -> None:
    control = CONTROLS["national_contribution_mln_eur:2022"]
    known = control.set(DEFAULT, 8.0)
    session = WhatIfSession(DEFAULT, DEFAULT)
    session.step_to(known)
    assert told(session).endswith("gelijk. De bijdrage van het Rijk voor 2022 is nu bekend: € 8,0 mln gaat eraf.")
    session.step_to(control.set(known, 10.0))
    assert told(session).endswith("gelijk. Kosten voor de regio 2022 door die bijdrage: € 2,0 mln lager.")
    session.step_to(DEFAULT)
    assert told(session).endswith("De bijdrage van het Rijk voor 2022 is weer onbekend.")


steps = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["overlap_share", "growth_pct", "saving_mln_eur:1", "on:2"]), st.integers(0, 30)),
        st.sampled_from(["undo", "redo", "source", "preset"]),
    ),
    max_size=12,
)


@examples(60)
@given(steps)
def test_after_any_acts_it_tells_what_led_from_the_last_shown_to_the_shown(
    acts: list[str | tuple[str, int]],
) -> None:
    session, shown = WhatIfSession(DEFAULT, DEFAULT), [DEFAULT]
    for act in acts:
        if isinstance(act, tuple):
            control = CONTROLS[act[0]]
            session.step_to(control.set(session.scenario, control.values[act[1] % len(control.values)]))
        elif act in ("undo", "redo"):
            session.undo() if act == "undo" else session.redo()
        else:
            reset(session, act)
        if session.scenario != shown[-1]:
            shown.append(session.scenario)
    if len(shown) == 1:
        assert told(session) == ""
        return
    changes = scenario_changes(shown[-2], shown[-1])
    assert all(change_in_words(change, PLAN).replace(NO_BREAK, " ") in told(session) for change in changes[:2]) or (
        f"{len(changes)} instellingen tegelijk" in told(session)
    )
