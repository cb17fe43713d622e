"""The panel in the browser: headline, sliders, assumptions, charts. It paints while dragging and reports on release."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from components.frame.reports import reported_by
from components.look import component_files
from components.what_if.answers.findings import findings
from components.what_if.outlived_steps import take_outlived_steps
from components.what_if.panel.changes_in_words import certainty_in_words, goal_in_words, last_step_in_words
from components.what_if.panel.payload import plan_id, plan_payload, scenario_json
from components.what_if.results import Results
from components.what_if.saved.section import last_saved, open_last_saved
from components.what_if.session import WhatIfSession, current_session, reset, with_changes
from model.notation import whole_percent
from model.what_if import (
    CERTAINTIES,
    InputError,
    certainty_seek,
    goal_seek,
    preset_scenario,
    presets,
    scenario_to_query,
    with_comparison_of,
)

_KEY = "what_if_panel"

_panel = component_files.component("what_if_panel", __file__, "panel")

_plan = component_files.component("what_if_plan", __file__, "plan")

_follower = component_files.component("what_if_follower", __file__, "follower")


def show_plan(session: WhatIfSession) -> None:
    """What holds for every scenario of its plan, for the panel; outside its fragment, so that it is sent once."""
    session.sent_plan = session.plan
    _plan(key="what_if_plan", data=plan_payload(session.plan), height=1)


def show_panel(session: WhatIfSession, results: Results, *, follows: bool, assumed: Sequence[str] = ()) -> None:
    """The panel for the scenario of `results`; `follows` where something below it changes with every step, `assumed`
    what was assumed when its table was read.
    """
    _panel(key=_KEY, data=panel_data(session, results, follows=follows, assumed=assumed), **hearing(_KEY))


def panel_data(
    session: WhatIfSession, results: Results, *, follows: bool, assumed: Sequence[str] = ()
) -> dict[str, Any]:
    """What a panel shows of the scenario of `results`, from now on."""
    session.shown = session.stamp
    return {
        "revision": session.revision,
        "heard": session.heard,
        "canUndo": bool(session.before),
        "canRedo": bool(session.undone),
        "preset": session.preset or "",
        "changed": last_step_in_words(session),
        "said": session.said,
        "whose": session.whose,
        "assumed": list(assumed),
        "answers": findings(results),
        "query": scenario_to_query(session.scenario),
        "follows": follows,
        "plan": plan_id(session.plan),
        # A text, because of a structure Streamlit would make a text twice, and look through it for tables.
        "scenario": scenario_json(results),
    }


def hearing(key: str) -> dict[str, Any]:
    """How Python hears of the steps and commands of the panel with this key."""
    return {
        "default": {"steps": None},
        "on_steps_change": partial(_on_steps, key),
        "on_command_change": partial(_on_command, key),
    }


def show_follower(session: WhatIfSession) -> None:
    """Where the panel asks for what follows it, and hears whether there is a saved scenario to go back to."""
    _follower(
        key="what_if_follower",
        data={"hasSaved": last_saved(session.plan) is not None},
        default={"asked": None},
        on_asked_change=_nothing_to_do,
        height=1,
    )


def _nothing_to_do() -> None:
    """The question itself runs the fragment again, which answers it."""


def _on_steps(key: str) -> None:
    """The browser reports all controls that differ from the base of its revision; a late or repeated report is
    dropped.
    """
    report, session = reported_by(key, "steps"), current_session()
    if not isinstance(report, dict):
        return
    revision, number, changes = report.get("revision"), report.get("number"), report.get("changes")
    if not isinstance(number, int) or not isinstance(changes, dict):
        return
    if session.outlives(revision):
        take_outlived_steps(session, report.get("plan"), changes)
        return
    if revision != session.revision or number <= session.heard:
        return
    session.heard = number
    try:
        session.step_to(with_changes(session.base, changes))
    except InputError as error:
        session.message = f"{error} Wat er stond, staat er nog."


def _on_command(key: str) -> None:
    command, session = reported_by(key, "command"), current_session()
    if not isinstance(command, dict):
        return
    session.message = None
    match command.get("name"), command.get("value"):
        case "undo", _:
            session.undo()
        case "redo", _:
            session.redo()
        case "preset", str(name):
            try:
                label = next((preset.label for preset in presets(session.plan) if preset.name == name), name)
                preset = with_comparison_of(preset_scenario(session.plan, name), session.scenario)
                session.jump_to(preset, f"Voorinstelling “{label}”")
                session.chosen_preset = name
            except InputError as error:
                session.message = str(error)
        case "reset", "saved":
            open_last_saved(session)
        case "reset", str(to):
            reset(session, to)
        case "goal", str(which):
            _seek_goal(session, only_active=which == "active")
        case "certainty", str(wish):
            _seek_certainty(session, wish)


def _seek_certainty(session: WhatIfSession, wish: str) -> None:
    """The same for a wished chance, in percent after which measures may move."""
    which, _, percent = wish.partition(" ")
    wished = next((share for share in CERTAINTIES if str(whole_percent(share)) == percent), None)
    if wished is None:
        return
    found = certainty_seek(session.scenario, wished, only_active=which == "active")
    session.jump_to(found.scenario, "Gezocht wat er nodig is")
    session.answer = (certainty_in_words(found, only_active=which == "active"), found.scenario)


def _seek_goal(session: WhatIfSession, *, only_active: bool) -> None:
    """Sets the sliders where they reach the target; where they cannot, they stay, and it is said what is missing."""
    found = goal_seek(session.scenario, only_active=only_active)
    reached = found.scenario if found.share is not None else session.scenario
    session.jump_to(reached, "Gezocht wat er nodig is")
    session.answer = (goal_in_words(found, only_active=only_active), reached)
