"""What each measure contributes, and what that adds up to."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.what_if import (
    Scenario,
    contributions,
    contributions_by_category,
    contributions_by_lead,
    measure_effects,
    scenario_figures,
    with_values,
)
from tests.examples import examples

CLOSE = 1e-8


def test_contributions_worked_by_hand(default: Scenario) -> None:
    """All in the middle: sum 36.5, largest 5.5, so E is 5.5 + 0.3 x 31 = 14.8; measure 1 has 5.5 of the 36.5."""
    found = contributions(default)
    assert found.contribution_mln_eur[0, 3] == pytest.approx(5.5 * 14.8 / 36.5)
    assert found.lost_to_overlap_mln_eur[0, 3] == pytest.approx(5.5 - 5.5 * 14.8 / 36.5)
    assert found.contribution_mln_eur[0, 0] == 0.0  # its first column is 0-0
    by_lead = {group.name: group for group in contributions_by_lead(default)}
    assert list(by_lead) == ["Jeugdteams", "SOJ", "Gemeenten"]
    # Jeugdteams: 1 and 6, 5.5 + 3; SOJ: 2, 9, 10, 12, 13, 14, 5.5 + 2 + 0.5 + 1 + 1 + 1.
    assert by_lead["Jeugdteams"].contribution_mln_eur[3] == pytest.approx(8.5 * 14.8 / 36.5)
    assert by_lead["SOJ"].contribution_mln_eur[3] == pytest.approx(11 * 14.8 / 36.5)
    assert by_lead["SOJ"].measure_codes == ("2", "9", "10", "12", "13", "14")


def test_a_measure_that_is_off_belongs_to_its_party_but_gives_nothing(default: Scenario) -> None:
    scenario = with_values(default, {"on:1": False, "on:6": False})
    team = contributions_by_lead(scenario)[0]
    assert (team.name, team.measure_codes, team.total_mln_eur) == ("Jeugdteams", (), 0.0)


@examples(80)
@given(data=st.data())
def test_contributions_add_up_to_the_net_effect_in_every_year(
    scenarios_of_any_region: st.SearchStrategy[Scenario], data: st.DataObject
) -> None:
    scenario = data.draw(scenarios_of_any_region)
    figures, found = scenario_figures(scenario), contributions(scenario)
    assert found.contribution_mln_eur.sum(axis=0) == pytest.approx(figures.net_effect_mln_eur, abs=CLOSE)
    lost = figures.gross_effect_mln_eur - figures.net_effect_mln_eur
    assert found.lost_to_overlap_mln_eur.sum(axis=0) == pytest.approx(lost, abs=CLOSE)
    assert np.all(found.contribution_mln_eur >= 0.0)
    assert np.all(found.lost_to_overlap_mln_eur >= -CLOSE)
    for groups in (contributions_by_lead(scenario), contributions_by_category(scenario)):
        by_year = np.sum([group.contribution_mln_eur for group in groups], axis=0)
        assert by_year == pytest.approx(figures.net_effect_mln_eur, abs=CLOSE)
        codes = [code for group in groups for code in group.measure_codes]
        assert sorted(codes) == sorted(c for c, on in zip(scenario.plan.codes, scenario.on, strict=True) if on)
    at = scenario.plan.trajectory.target_index
    each = [effect.contribution_mln_eur for effect in measure_effects(scenario)]
    assert each == pytest.approx(found.contribution_mln_eur[:, at].tolist(), abs=CLOSE)
