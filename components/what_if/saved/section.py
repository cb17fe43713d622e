"""Saved scenarios. The browser keeps the list and changes it at once; Python reads what it keeps, and compares."""

from __future__ import annotations

import base64
import uuid
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from typing import Any

import streamlit as st

from components.frame.glossary_help import meaning
from components.frame.reports import reported_by
from components.look import component_files
from components.look.picture import ALTAIR, box_of, boxed, offer_picture
from components.look.table import show_downloads, show_table
from components.look.words import capitalised, plain
from components.what_if.about import named_file
from components.what_if.saved.comparison import (
    CHANCE,
    SCENARIO_STYLES,
    ComparedLine,
    about_comparison,
    build_comparison_chart,
    comparison_export,
    comparison_in_words,
    comparison_on_screen,
    comparison_rounding,
    line_in_words,
    scenario_line,
    target_line,
)
from components.what_if.saved.file import (
    LONGEST_NAME,
    LONGEST_NOTE,
    MOST_FILE_BYTES,
    MOST_SCENARIOS,
    TARGET_NAME,
    SavedScenario,
    SavedScenarioError,
    added_entries,
    name_fault,
    name_key,
    normal_name,
    read_scenario_file,
    why_closed,
    write_scenario_file,
)
from components.what_if.session import WhatIfSession, current_session, source_plan
from components.what_if.targets import target_in_words
from model.notation import FORMULA_STARTS
from model.what_if import SavingsPlan, scenario_from_query, scenario_to_query

_KEY = "what_if_saved"
_KEPT = "what_if_saved_kept"
_MOST_KEPT = 50
_LONGEST_KEPT = 5_000

_list_component = component_files.component("what_if_saved", __file__, "saved")


@dataclass
class SavedList:
    """What Python knows of the scenarios that one visitor saved: the entries as the browser last reported them."""

    entries: tuple[SavedScenario, ...] = ()
    visit: str = field(default_factory=lambda: uuid.uuid4().hex)
    asked: dict[str, Any] | None = None
    answer: dict[str, Any] | None = None


@dataclass(frozen=True)
class JudgedEntry:
    """An entry with the index of its line in the chart, and why it cannot be opened now; None where it can."""

    entry: SavedScenario
    index: int
    closed: str | None


def saved_list() -> SavedList:
    """The saved scenarios of this visit."""
    kept: SavedList | None = st.session_state.get(_KEPT)
    if kept is None:
        kept = st.session_state[_KEPT] = SavedList()
    return kept


def waits_for_an_answer() -> bool:
    """Whether the list asked something that its next showing answers.

    A step and a click that leave the browser at once run the fragment of only one of the two.
    """
    return saved_list().asked is not None


def show_saved_scenarios(session: WhatIfSession, source: str) -> None:
    """Saved scenarios: the list, and all that open now beside each other and beside the printed path."""
    st.header("Bewaarde scenario's", anchor=False, help=meaning("scenario", "plafond"))
    saved = saved_list()
    if saved.asked:
        asked, saved.asked = saved.asked, None
        saved.answer = {"id": uuid.uuid4().hex, **_answer(saved, asked, session)}
    judged = judged_entries(saved.entries, session.plan)
    open_now = [item for item in judged if item.closed is None]
    lines = {item.entry: scenario_line(item.entry, item.index, session.scenario) for item in open_now}
    _show_list(session, saved, judged, lines)
    if lines:
        _show_comparison(lines, session, source)


def last_saved(plan: SavingsPlan) -> SavedScenario | None:
    """The newest entry that opens with this plan."""
    open_now = [item.entry for item in judged_entries(saved_list().entries, plan) if item.closed is None]
    return open_now[-1] if open_now else None


def open_last_saved(session: WhatIfSession) -> None:
    """The newest entry that opens, in the panel."""
    newest = last_saved(session.plan)
    if newest is None:
        session.message = "Er is nog geen scenario bewaard dat bij deze tabel hoort. Wat er stond, staat er nog."
    else:
        session.jump_to(scenario_from_query(newest.query, session.plan), _opened_in_words(newest))


def _opened_in_words(entry: SavedScenario) -> str:
    return f"Bewaard scenario “{entry.name}” geopend"


def judged_entries(entries: Sequence[SavedScenario], plan: SavingsPlan) -> list[JudgedEntry]:
    """Every entry with the reason why it cannot be opened or compared now, if there is one."""
    judged: list[JudgedEntry] = []
    keys: set[str] = set()
    for place, (entry, index) in enumerate(zip(entries, line_indices(entries), strict=True)):
        closed = name_fault(entry.name) or why_closed(entry.query, plan)
        if name_key(entry.name) in keys:
            closed = "Deze naam staat al in de lijst. Geef het scenario een andere naam."
        elif place >= MOST_SCENARIOS:
            closed = f"Er passen {MOST_SCENARIOS} scenario's in de lijst. Verwijder er een."
        keys.add(name_key(entry.name))
        judged.append(JudgedEntry(entry, index, closed))
    return judged


def line_indices(entries: Sequence[SavedScenario]) -> list[int]:
    """Index of the line of each entry: its own as long as it is in the list, so that another that goes changes none."""
    indices: list[int | None] = []
    for entry in entries:
        is_drawn = entry.style in range(len(SCENARIO_STYLES)) and len(indices) < MOST_SCENARIOS
        is_own = is_drawn and entry.style not in indices
        indices.append(entry.style if is_own else None)
    free = iter([index for index in range(len(SCENARIO_STYLES) + len(entries)) if index not in indices])
    return [next(free) if index is None else index for index in indices]


def reported_entries(report: object) -> tuple[SavedScenario, ...] | None:
    """Entries of a report by the browser; None for one that no browser of this app sends."""
    listed = report.get("entries") if isinstance(report, dict) else None
    if not isinstance(listed, list) or len(listed) > _MOST_KEPT:
        return None
    entries = []
    for item in listed:
        name, query = (item.get("name"), item.get("query")) if isinstance(item, dict) else (None, None)
        if not (_is_sendable(name) and _is_sendable(query)):
            return None
        style, note = item.get("style"), item.get("note", "")
        if not _is_sendable(note):
            return None
        own_line = style if type(style) is int else None
        entries.append(SavedScenario(name, query, own_line, note))  # type: ignore[arg-type]
    return tuple(entries)


def _is_sendable(text: object) -> bool:
    """Whether a text can be sent back to the browser: half a surrogate pair cannot."""
    if not isinstance(text, str) or len(text) > _LONGEST_KEPT:
        return False
    return not any("\ud800" <= char <= "\udfff" for char in text)


def _show_list(
    session: WhatIfSession,
    saved: SavedList,
    judged: Sequence[JudgedEntry],
    lines: dict[SavedScenario, ComparedLine],
) -> None:
    _list_component(
        key=_KEY,
        data={
            "visit": saved.visit,
            "known": [
                {
                    "name": item.entry.name,
                    "query": item.entry.query,
                    "style": item.entry.style,
                    "note": item.entry.note,
                    "hasLink": why_closed(item.entry.query, source_plan()) is None,
                    "closed": item.closed,
                    "facts": line_in_words(lines[item.entry], session.scenario) if item.entry in lines else "",
                }
                for item in judged
            ],
            "answer": saved.answer,
            "file": {"name": f"{named_file('bewaarde-scenarios')}.json", "text": write_scenario_file(saved.entries)},
            "limits": {
                "scenarios": MOST_SCENARIOS,
                "name": LONGEST_NAME,
                "note": LONGEST_NOTE,
                "fileBytes": MOST_FILE_BYTES,
                "starts": "".join(FORMULA_STARTS),
                "reserved": TARGET_NAME,
                "kept": _MOST_KEPT,
                "text": _LONGEST_KEPT,
            },
            "styles": [asdict(style) for style in SCENARIO_STYLES],
        },
        default={"list": None},
        on_list_change=_on_list,
        on_ask_change=_on_ask,
    )


def _show_comparison(found: dict[SavedScenario, ComparedLine], session: WhatIfSession, source: str) -> None:
    now = session.scenario
    lines = [target_line(now), *found.values()]
    title = "Jaarkosten per scenario, naast het doel"
    st.markdown(f"**{title}**")
    boxed("what_if_saved_chart").vega_lite_chart(
        deepcopy(_chart_spec(tuple(lines), now.plan.decimals)),
        key="what_if_saved_chart",
        alt=comparison_in_words(lines, now.plan),
    )
    offer_picture(
        box_of("what_if_saved_chart"),
        f"{title}, in mln €",
        source,
        drawn=ALTAIR,
        name="bewaarde-scenarios",
        marks=[session.own_table_name or ""],
        notes=[capitalised(session.whose)],
    )
    caption = f"Jaarkosten in mln €, met het verschil met het doel, {target_in_words(now)}, en de kans daarop"
    table = comparison_on_screen(lines, now.plan)
    show_table(table, caption, key="what_if_saved_table", numbers=[CHANCE], decimals=now.plan.decimals)
    rounding = comparison_rounding(lines, now)
    if rounding:
        st.caption(plain(rounding))
    show_downloads(
        lambda: comparison_export(lines, now),
        "bewaarde-scenarios",
        source,
        marks=[session.own_table_name or ""],
        about=about_comparison(list(found), session, rounding),
        key="what_if_saved",
    )
    st.caption(source)


@lru_cache(maxsize=64)
def _chart_spec(lines: tuple[ComparedLine, ...], decimals: int) -> dict[str, Any]:
    """The chart, built anew only when a line changes: building it at every step of a slider would take 17 ms."""
    spec: dict[str, Any] = build_comparison_chart(lines, decimals).to_dict()
    # Sizes of Altair's own theme; those of Streamlit hold.
    spec.pop("config", None)
    return spec


def _on_list() -> None:
    """The browser reports its whole list, and the last answer that it has dealt with."""
    report = reported_by(_KEY, "list")
    entries = reported_entries(report)
    if not isinstance(report, dict) or entries is None:
        return
    saved = saved_list()
    saved.entries = entries
    if saved.answer and report.get("heard") == saved.answer["id"]:
        saved.answer = None


def _on_ask() -> None:
    """The visitor asks something that only Python can do."""
    asked = reported_by(_KEY, "ask")
    if not isinstance(asked, dict):
        return
    if asked.get("name") == "open":
        # The panel stands above the list, so this cannot wait until the list is shown.
        saved_list().answer = {"id": uuid.uuid4().hex, **_opened(asked, current_session())}
    else:
        # What is saved is what the panel shows once all its reports are in.
        saved_list().asked = asked


def _opened(asked: dict[str, Any], session: WhatIfSession) -> dict[str, Any]:
    judged = judged_entries(saved_list().entries, session.plan)
    item = next((item for item in judged if is_named(item.entry, asked.get("value"))), None)
    if item is None or item.closed:
        reason = item.closed if item else "Het staat niet meer in de lijst."
        return {"fault": True, "words": [f"Dit scenario is niet geopend. {reason}"]}
    session.message = None
    session.jump_to(scenario_from_query(item.entry.query, session.plan), _opened_in_words(item.entry))
    return {"words": [f"“{item.entry.name}” staat nu in het paneel."]}


def is_named(entry: SavedScenario, asked: object) -> bool:
    """Whether the browser asks for this entry, whatever line it has there."""
    return isinstance(asked, dict) and (asked.get("name"), asked.get("query")) == (entry.name, entry.query)


def _answer(saved: SavedList, asked: dict[str, Any], session: WhatIfSession) -> dict[str, Any]:
    """Entries to add and what to say; a refusal leaves the list as it is."""
    try:
        match asked.get("name"), asked.get("value"):
            case "save", str(name):
                added: tuple[SavedScenario, ...] = (_saved_now(saved, name, session),)
                words = f"“{added[0].name}” is bewaard."
            case "upload", str(content):
                added = added_entries(saved.entries, read_scenario_file(_decoded(content), session.plan))
                words = (
                    f"Uit het bestand in de lijst gezet: {', '.join(f'“{entry.name}”' for entry in added)}."
                    if added
                    else "Alles uit het bestand stond al in de lijst."
                )
            case _:
                return {}
    except SavedScenarioError as error:
        return {"fault": True, "words": [*error.sentences, "De lijst is niet veranderd."]}
    add = [{"name": entry.name, "query": entry.query} | ({"note": entry.note} if entry.note else {}) for entry in added]
    return {"add": add, "words": [words]}


def _saved_now(saved: SavedList, name: str, session: WhatIfSession) -> SavedScenario:
    fault = name_fault(name)
    if fault:
        raise SavedScenarioError([fault])
    if len(saved.entries) >= MOST_SCENARIOS:
        raise SavedScenarioError([f"De lijst is vol: er passen {MOST_SCENARIOS} scenario's in."])
    if name_key(name) in {name_key(entry.name) for entry in saved.entries}:
        raise SavedScenarioError([f"De naam “{normal_name(name)}” staat al in de lijst. Kies een andere."])
    return SavedScenario(normal_name(name), scenario_to_query(session.scenario))


def _decoded(content: str) -> bytes:
    try:
        return base64.b64decode(content, validate=True)
    except ValueError as error:
        raise SavedScenarioError(["Het bestand is onderweg beschadigd geraakt. Probeer het nog een keer."]) from error
