"""A scenario as text that computes it: six lines of Python, and one line for a terminal."""

from __future__ import annotations

import shlex

from model.what_if import Scenario, scenario_to_query


def lines_of(scenario: Scenario, own_table_file: str | None = None) -> str:
    """Six lines of Python with the figures of a scenario; of an own table the name of the file that holds it.

    What they give is exactly what the app computes: they read the same link, with the same functions.
    """
    function, argument = ("own_plan", repr(own_table_file)) if own_table_file else ("source_plan", "")
    return "\n".join(
        (
            f"from model.reproduce import {function}",
            "from model.what_if import contributions, fan, gap_by_year, scenario_figures, scenario_from_query",
            f"scenario = scenario_from_query({scenario_to_query(scenario)!r}, {function}({argument}))",
            "figures, band, parts = scenario_figures(scenario), fan(scenario), contributions(scenario)",
            "print(figures.years, figures.yearly_cost_mln_eur, gap_by_year(scenario), band.chance_share)",
            "print(band.p10_mln_eur, band.p90_mln_eur, parts.measure_codes, parts.contribution_mln_eur)",
        )
    )


def command_of(scenario: Scenario, own_table_file: str | None = None) -> str:
    """Line for a terminal that prints the figures of a scenario as a table."""
    plan = f" --plan {shlex.quote(own_table_file)}" if own_table_file else ""
    # Quoted always: a terminal would take the "&" of a link for an end of its command.
    return f'python -m model.what_if "{scenario_to_query(scenario)}"{plan}'
