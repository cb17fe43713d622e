"""The what-if model: from a region's measures and path to yearly costs, their uncertainty and what drives them.

Read a plan with `read_plan`, take `Scenario.default(plan)` or a preset, change it with a control of
`controls_of(plan)`,
`with_values` or `dataclasses.replace`, and ask `scenario_figures`, `fan`, `tornado`, `waterfall`, `measure_effects` or
`goal_seek`.
Every refused input raises `InputError`, whose message is Dutch and meant for the screen.
"""

from model.faults import Fault, InputError
from model.what_if.certainty_seek import CERTAINTIES, CertaintySeek, certainty_seek
from model.what_if.chances import chance_table
from model.what_if.changes import Change, change_of_target_cost_mln_eur, scenario_changes
from model.what_if.contributions import (
    Contributions,
    GroupContribution,
    contributions,
    contributions_by_category,
    contributions_by_lead,
)
from model.what_if.controls import Control, ControlValue, controls_of, input_decimals, with_values
from model.what_if.costs import CostInputs, YearlyFigures, scenario_figures, yearly_figures
from model.what_if.goal_seek import GoalSeek, goal_seek
from model.what_if.link import LINK_KEYS, scenario_to_query
from model.what_if.link_reader import LinkError, ReadLink, read_link, scenario_from_query
from model.what_if.measures import InvestmentKind, Measure, MeasureTable
from model.what_if.over_the_years import (
    LATER_STARTS_MONTHS,
    LaterStart,
    YearsTogether,
    gap_by_year,
    later_starts,
    years_together,
)
from model.what_if.parameters import PARAMETERS, InvestmentCount, Parameter, TargetKind
from model.what_if.plan import Ceiling, SavingsPlan
from model.what_if.presets import ZHZ_PROPOSED_CODES, preset_scenario, presets, presets_equal_to, with_comparison_of
from model.what_if.realised import RealisedYear, realised_years
from model.what_if.responses import ControlResponse, baseline_values, moves_baseline, response_table
from model.what_if.scenario import Scenario
from model.what_if.sensitivity import MeasureEffect, TornadoBar, WaterfallStep, measure_effects, tornado, waterfall
from model.what_if.source import plan_of_source
from model.what_if.table_reader import read_measures, read_plan, read_trajectory
from model.what_if.trajectory import Trajectory
from model.what_if.uncertainty import Fan, chance_range, chance_share, fan
from model.what_if.what_first import InvestmentOverview, MeasurePriority, investment_overview, priorities

__all__ = [
    "CERTAINTIES",
    "LATER_STARTS_MONTHS",
    "LINK_KEYS",
    "PARAMETERS",
    "ZHZ_PROPOSED_CODES",
    "Ceiling",
    "CertaintySeek",
    "Change",
    "Contributions",
    "Control",
    "ControlResponse",
    "ControlValue",
    "CostInputs",
    "Fan",
    "Fault",
    "GoalSeek",
    "GroupContribution",
    "InputError",
    "InvestmentCount",
    "InvestmentKind",
    "InvestmentOverview",
    "LaterStart",
    "LinkError",
    "Measure",
    "MeasureEffect",
    "MeasurePriority",
    "MeasureTable",
    "Parameter",
    "ReadLink",
    "RealisedYear",
    "SavingsPlan",
    "Scenario",
    "TargetKind",
    "TornadoBar",
    "Trajectory",
    "WaterfallStep",
    "YearlyFigures",
    "YearsTogether",
    "baseline_values",
    "certainty_seek",
    "chance_range",
    "chance_share",
    "chance_table",
    "change_of_target_cost_mln_eur",
    "contributions",
    "contributions_by_category",
    "contributions_by_lead",
    "controls_of",
    "fan",
    "gap_by_year",
    "goal_seek",
    "input_decimals",
    "investment_overview",
    "later_starts",
    "measure_effects",
    "moves_baseline",
    "plan_of_source",
    "preset_scenario",
    "presets",
    "presets_equal_to",
    "priorities",
    "read_link",
    "read_measures",
    "read_plan",
    "read_trajectory",
    "realised_years",
    "response_table",
    "scenario_changes",
    "scenario_figures",
    "scenario_from_query",
    "scenario_to_query",
    "tornado",
    "waterfall",
    "with_comparison_of",
    "with_values",
    "yearly_figures",
    "years_together",
]
