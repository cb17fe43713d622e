"""The weighing of a visit: what its controls say, how it got there from the address, and the address of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from components.background.rotterdam.citation import rows_of_plan
from components.background.rotterdam.words import SHELL_NAMES
from components.frame import links, loading
from components.look.words import as_typed
from model.background.rotterdam.scale_advice import LONGEST_TASK, Criterion, Weighing, read_criteria, task_faults
from model.background.rotterdam.scale_advice_link import weighing_from_link, weighing_to_link
from model.site.site_map import background_part

OWN_TASK = "eigen"
KEYS = TASK, OWN, SHELL, WEIGHTS = background_part("rotterdam", "schaalafweging").parameters
TASK_LIST, OWN_FIELD, SHELL_LIST = "weighing_task", "weighing_own", "weighing_shell"
NO_SHELL = ""
_LINK = "weighing_link"


@dataclass(frozen=True)
class View:
    """What the visitor weighs: one of the tasks of the inventory, or an own one (`task_code` is None).

    `own_text` is what stands in the field for an own task, usable as a name or not.
    """

    weighing: Weighing
    task_code: str | None
    own_text: str

    @property
    def task_on_screen(self) -> str:
        """Name of the task as Markdown in which nothing acts."""
        return as_typed(self.weighing.task) if self.task_code is None else f"**{self.weighing.task}**"


@st.cache_resource(show_spinner=False)
def criteria() -> tuple[Criterion, ...]:
    """The 20 criteria, read once."""
    return read_criteria(rows_of_plan("scale_criteria"))


def weight_key(code: str) -> str:
    """Key of the control of a weight."""
    return f"weighing_weight_{code}"


def side_key(code: str) -> str:
    """Key of the control of a side."""
    return f"weighing_side_{code}"


def open_weighing() -> None:
    """Start of a page run: sets the controls to what the address asks, or to what they showed when last seen."""
    address = {key: st.query_params[key] for key in KEYS if key in st.query_params}
    shown: dict[str, str] | None = st.session_state.get(_LINK)
    # The task goes along from page to page: alone, and the same as before, it asks for nothing new.
    goes_along = {key: value for key, value in (shown or {}).items() if key == TASK}
    unasked = address in ({}, goes_along)
    if shown is not None and TASK_LIST in st.session_state and (unasked or address == shown):
        return
    asked = shown if unasked and shown else address
    if not unasked:
        _say_what_does_not_fit()
    link = weighing_from_link(asked.get(WEIGHTS), Weighing.unweighed(criteria(), "taak"))
    if link.refused:
        st.warning(
            f"De gewichten in de link zijn van een andere versie van de app: {as_typed(link.unread[0][:40])}. "
            "Ze zijn niet gebruikt; de rest van de pagina werkt."
        )
    elif link.unread:
        parts = ", ".join(as_typed(part[:20]) for part in link.unread[:5])
        st.warning(f"Deze delen van de gewichten in de link zijn niet te lezen: {parts}. De rest is overgenomen.")
    _set_controls(asked, link.weighing)


def current_view() -> View:
    """What the controls say now."""
    state, tasks = st.session_state, loading.task_names()
    known = criteria()
    own_text = str(state.get(OWN_FIELD) or "")
    # A browser can report what no list offers.
    task = state[TASK_LIST] if state[TASK_LIST] in {*tasks, OWN_TASK} else next(iter(tasks))
    own = task == OWN_TASK
    name = " ".join(own_text.split())
    own_task = "uw eigen taak" if task_faults(name) else name
    weighing = Weighing(
        known,
        tuple(int(state.get(weight_key(item.code)) or 0) for item in known),
        tuple(state.get(side_key(item.code)) or item.direction for item in known),
        own_task if own else tasks[task],
        shell if (shell := state.get(SHELL_LIST)) in SHELL_NAMES and shell != NO_SHELL else None,
    )
    return View(weighing, None if own else task, own_text)


def write_address(view: View) -> None:
    """Address that leads back to this view, remembered for who comes back to this part."""
    own, first = view.task_code is None, next(iter(loading.task_names()))
    values = {
        # The first task stays out: what the first run writes is a step of the history that nobody made.
        TASK: OWN_TASK if own else None if view.task_code == first else view.task_code,
        OWN: view.own_text.strip() or None if own else None,
        SHELL: view.weighing.shell,
        WEIGHTS: weighing_to_link(view.weighing),
    }
    links.write_link(values)
    st.session_state[_LINK] = {key: value for key, value in values.items() if value is not None}


def start_anew() -> None:
    """No weights, sides as in the document; the task stays."""
    _set_weights(Weighing.unweighed(criteria(), "taak"))


def weigh_all(weight: int) -> None:
    """The same weight for every criterion; sides stay."""
    for item in criteria():
        st.session_state[weight_key(item.code)] = weight


def _say_what_does_not_fit() -> None:
    links.from_link(TASK, {*loading.task_names(), OWN_TASK}, "een taak")
    links.from_link(SHELL, SHELL_NAMES, "een schil")


def _set_controls(asked: dict[str, str], weighing: Weighing) -> None:
    tasks = loading.task_names()
    task = asked.get(TASK)
    st.session_state[TASK_LIST] = task if task in tasks or task == OWN_TASK else next(iter(tasks))
    st.session_state[OWN_FIELD] = asked.get(OWN, "")[:LONGEST_TASK]
    shell = asked.get(SHELL)
    st.session_state[SHELL_LIST] = shell if shell in SHELL_NAMES else NO_SHELL
    _set_weights(replace(weighing, shell=None))


def _set_weights(weighing: Weighing) -> None:
    for item, weight, side in zip(weighing.criteria, weighing.weights, weighing.sides, strict=True):
        st.session_state[weight_key(item.code)] = weight
        if item.side_is_open:
            st.session_state[side_key(item.code)] = side
