"""The overlap at which the plan of the source gives its own target: what the default of 70% is rounded from."""

from model.faults import TOLERANCE
from model.what_if import SavingsPlan, Scenario, scenario_figures


def calibrated_overlap_share(plan: SavingsPlan) -> float | None:
    """Overlap at which the middle of all bands gives exactly the target: ω = 1 − (needed − M) / (S − M).

    None where no overlap from 0 to 1 does so. For the source's table 1 − (14.7 − 5.5) / 31.0 = 0.703.
    Explained in docs/doorrekening.md, section 6.
    """
    scenario = Scenario.default(plan)
    figures, at = scenario_figures(scenario), plan.trajectory.target_index
    gross, largest = float(figures.gross_effect_mln_eur[at]), float(figures.largest_effect_mln_eur[at])
    if gross - largest <= TOLERANCE:
        return None
    needed = plan.trajectory.start_cost_mln_eur - plan.trajectory.target_cost_mln_eur
    share = 1.0 - (needed - largest) / (gross - largest)
    return share if 0.0 <= share <= 1.0 else None
