"""Goal seek on a certainty: the smallest common position with which the chance is as wished."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.what_if import (
    CERTAINTIES,
    SavingsPlan,
    Scenario,
    TargetKind,
    certainty_seek,
    chance_share,
    fan,
    goal_seek,
    preset_scenario,
)
from model.what_if.goal_seek import at_share
from tests.examples import examples


@pytest.mark.parametrize("wished", CERTAINTIES)
def test_the_sliders_give_the_certainty_and_one_step_lower_does_not(default: Scenario, wished: float) -> None:
    found = certainty_seek(default, wished)
    assert found.share is not None
    assert found.chance_share == chance_share(found.scenario) == fan(found.scenario).chance_share
    assert found.chance_share >= wished
    assert found.scenario == at_share(default, found.share)
    one_step_lower = {at_share(default, found.share - step) for step in np.linspace(0.0, 0.03, 61)} - {found.scenario}
    assert one_step_lower
    assert all(chance_share(scenario) < wished for scenario in one_step_lower)


def test_more_certainty_asks_for_more(default: Scenario) -> None:
    shares = [certainty_seek(default, wished).share or 2.0 for wished in CERTAINTIES]
    assert shares == sorted(shares)
    assert shares[0] < shares[-1] <= 1.0


def test_with_only_the_measures_that_are_on(plan: SavingsPlan) -> None:
    few = preset_scenario(plan, "besluiten")
    found = certainty_seek(few, 0.8, only_active=True)
    assert (found.share, found.nothing_on) == (None, False)
    assert found.scenario == few
    assert found.chance_share == chance_share(at_share(few, 1.0)) < 0.8
    everything = certainty_seek(few, 0.8)
    assert everything.share is not None
    assert all(everything.scenario.on)


def test_with_nothing_on_nothing_is_sought(plan: SavingsPlan) -> None:
    nothing = preset_scenario(plan, "niets")
    found = certainty_seek(nothing, 0.5, only_active=True)
    assert (found.share, found.nothing_on, found.scenario, found.chance_share) == (None, True, nothing, 0.0)
    assert certainty_seek(nothing, 0.5).share is not None


def test_a_target_that_is_reached_anyhow_asks_for_nothing(default: Scenario) -> None:
    found = certainty_seek(replace(default, target=TargetKind.OWN, own_target_mln_eur=114.0), 0.9)
    assert found.share == 0.0
    assert found.chance_share == 1.0


def test_without_anything_uncertain_it_is_the_position_of_the_line(default: Scenario) -> None:
    # At full dependence a certainty of a half is nearly the middle of every band, as far as these are symmetric.
    certain = replace(default, overlap_margin_share=0.0, dependence_share=1.0)
    found, line = certainty_seek(certain, 0.5), goal_seek(certain)
    assert found.share == pytest.approx(line.share, abs=0.03)


@examples(15)
@given(data=st.data())
def test_for_any_region_it_is_the_smallest_position(
    scenarios_of_any_region: st.SearchStrategy[Scenario], data: st.DataObject
) -> None:
    scenario, wished = data.draw(scenarios_of_any_region), data.draw(st.sampled_from(CERTAINTIES))
    only_active = data.draw(st.booleans())
    found = certainty_seek(scenario, wished, only_active=only_active)
    seeking = scenario if only_active else replace(scenario, on=(True,) * len(scenario.on))
    if found.nothing_on:
        assert not any(seeking.on)
    elif found.share is None:
        assert found.chance_share == chance_share(at_share(seeking, 1.0)) < wished
    else:
        assert found.chance_share == chance_share(found.scenario) >= wished
        lower = at_share(seeking, data.draw(st.floats(0.0, found.share)))
        assert lower == found.scenario or chance_share(lower) < wished
