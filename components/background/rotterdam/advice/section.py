"""Schaalafweging: weights per criterion for a task, and the advice with its arguments that follows from them."""

from __future__ import annotations

from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from components.background.rotterdam.advice import weighing as state
from components.background.rotterdam.advice.chart import build_balance_chart
from components.background.rotterdam.advice.files import advice_text, criteria_table, document_side, weighing_table
from components.background.rotterdam.advice.sentences import (
    AID,
    argument_sentence,
    assumptions,
    chosen_sentence,
    reasons,
    shell_sentence,
    verdict,
)
from components.background.rotterdam.citation import CREDIT, place
from components.background.rotterdam.words import GROUP_NAMES, SHELL_NAMES, SIDE_NAMES, WEIGHT_NAMES
from components.frame import loading
from components.frame.glossary_help import meaning
from components.frame.page import Visit, guarded_fragment
from components.look.citation import edition_help, show_place
from components.look.class_bar import show_class_bar
from components.look.class_counts import class_counts, class_table
from components.look.file_names import file_stem, page_here
from components.look.palette import BAR, GROUND
from components.look.picture import show_chart
from components.look.table import show_downloads, show_table
from components.look.words import plain
from model.background.rotterdam.scale_advice import (
    LONGEST_TASK,
    Advice,
    Argument,
    ChosenSizes,
    Criterion,
    advice_on,
    chosen_sizes,
    task_faults,
)

_INVENTORY = "Inventarisatie regionale samenwerking jeugdzorg, 20 juni 2013"
_STYLE = (
    """<style>
div:has(> .st-key-weighing_verdict) { position: sticky; top: 0; z-index: 90; }
.st-key-weighing_verdict { background: Canvas; background: light-dark(LIGHT, DARK);
  border-left: 6px solid BAR; padding: .5rem .9rem; box-shadow: 0 6px 10px -8px rgb(0 0 0 / .5); }
.st-key-weighing_verdict p { font-size: 1.1rem; }
@media (min-width: 40.0625rem) {
  .stColumn:has(.st-key-weighing_arguments) > div {
    position: sticky; top: 6.5rem; max-height: calc(100vh - 7.5rem); overflow-y: auto;
  }
}
@media (max-height: 30rem) {
  div:has(> .st-key-weighing_verdict), .stColumn:has(.st-key-weighing_arguments) > div {
    position: static; max-height: none;
  }
}
@media print {
  div:has(> .st-key-weighing_verdict), .stColumn:has(.st-key-weighing_arguments) > div {
    position: static; max-height: none;
  }
  .st-key-weighing_verdict { box-shadow: none; }
  .st-key-weighing_controls { display: none !important; }
}
</style>""".replace("LIGHT", GROUND.light)
    .replace("DARK", GROUND.dark)
    .replace("BAR", BAR)
)
"""The verdict stays in view while one weighs; beside it, where there is room, the arguments."""

_SHELL_IN_ADVICE = (
    "De schil telt niet mee in het advies. De app zegt wel of de vuistregel van het document dezelfde kant op wijst."
)


def show_scale_advice(visit: Visit) -> None:
    """The part of the page."""
    state.open_weighing()
    _weigh(visit)


@guarded_fragment
def _weigh(visit: Visit) -> None:
    st.html(_STYLE)
    st.info(AID, icon=":material/info:")
    _show_task()
    view = state.current_view()
    state.write_address(view)
    advice = advice_on(view.weighing)
    with st.container(key="weighing_verdict"):
        st.markdown(f"**Advies.** {verdict(advice, view.task_on_screen)}")
    left, right = st.columns([5, 4], gap="large")
    with left, st.container(key="weighing_controls"):
        _show_controls()
    with right, st.container(key="weighing_arguments"):
        _show_arguments(view, advice)
    sizes = _show_regions(view, advice)
    _show_files(view, advice, sizes)
    _show_background()


def _show_task() -> None:
    tasks = {**loading.task_names(), state.OWN_TASK: "een eigen taak …"}
    first, second, third = st.columns(3)
    with first:
        st.selectbox(
            "Voor welke taak?",
            list(tasks),
            format_func=tasks.__getitem__,
            key=state.TASK_LIST,
            help=meaning("taak", "schaal"),
        )
    own = st.session_state[state.TASK_LIST] == state.OWN_TASK
    if own:
        with second:
            text = st.text_input("Naam van uw taak", key=state.OWN_FIELD, max_chars=LONGEST_TASK)
            name = " ".join((text or "").split())
            if name and task_faults(name):
                st.warning("Deze naam kan niet. Gebruik gewone tekst die niet begint met = + - of @.")
    with third if own else second:
        st.selectbox(
            "In welke schil valt de taak?",
            [state.NO_SHELL, *SHELL_NAMES],
            format_func=lambda code: SHELL_NAMES.get(code, "weet ik niet, of meer dan één"),
            key=state.SHELL_LIST,
            help="\n\n".join(filter(None, [meaning("schil"), _SHELL_IN_ADVICE])),
        )


def _show_controls() -> None:
    st.header("Hoe zwaar telt elk criterium voor deze taak?", anchor=False)
    with st.container(horizontal=True):
        st.button("Alles op “telt niet”", on_click=state.start_anew)
        st.button("Alles even zwaar", on_click=state.weigh_all, args=(1,))
    group = None
    for item in state.criteria():
        if item.group != group:
            group = item.group
            st.markdown(f"**{GROUP_NAMES[group]}**")
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.segmented_control(
                # No Markdown: the label is read aloud as it stands here.
                f"{item.code} {item.name}" + ("" if item.side_is_open else f" → {SIDE_NAMES[item.direction]}"),
                range(len(WEIGHT_NAMES)),
                format_func=WEIGHT_NAMES.__getitem__,
                key=state.weight_key(item.code),
                required=True,
                help=_explained(item),
            )
            if item.side_is_open:
                st.segmented_control(
                    f"{item.code} pleit hier voor",
                    list(SIDE_NAMES),
                    format_func=SIDE_NAMES.__getitem__,
                    key=state.side_key(item.code),
                    required=True,
                )


def _explained(item: Criterion) -> str:
    parts = [f"Pleit in het document voor: {document_side(item)}."]
    if item.argument_up:
        parts.append(f"**Groter:** {plain(item.argument_up)}")
    if item.argument_down:
        parts.append(f"**Kleiner:** {plain(item.argument_down)}")
    parts.append(f"Bron: {plain(place(item.line_from, item.line_to).in_full)}.")
    return "\n\n".join(parts)


def _show_arguments(view: state.View, advice: Advice) -> None:
    if advice.outcome == "none":
        st.markdown("Hier komen de argumenten, zodra u een criterium gewicht geeft.")
        return
    st.markdown("\n".join(f"* {sentence}" for sentence in reasons(advice, plain)))
    shell = shell_sentence(advice, view.weighing.shell)
    if shell:
        st.markdown(shell)
    show_chart(
        build_balance_chart(advice),
        "Schaalafweging: wat pleit voor kleiner, en wat voor groter?",
        f"{CREDIT} {AID}",
        name="schaalafweging",
        key="weighing_balance",
        alt="Balken per criterium: links wat voor kleiner pleit, rechts wat voor groter pleit. Dezelfde criteria "
        "staan eronder.",
    )
    _list_arguments("Voor een grotere schaal", advice.larger)
    _list_arguments("Voor een kleinere schaal", advice.smaller)
    if advice.either:
        _list_arguments("Nog open: kan beide kanten op", advice.either)


def _list_arguments(heading: str, arguments: tuple[Argument, ...]) -> None:
    listed = [
        f"* {argument_sentence(item, plain)} *({place(item.criterion.line_from, item.criterion.line_to).mark})*"
        for item in arguments
    ]
    places = [place(item.criterion.line_from, item.criterion.line_to) for item in arguments]
    st.markdown(
        "\n".join([f"**{heading}**", "", *(listed or ["* geen criterium met gewicht"])]),
        help=edition_help(places) if places else None,
    )


def _show_regions(view: state.View, advice: Advice) -> ChosenSizes | None:
    """What the 42 regions chose for the same task; nothing to put beside an own task."""
    st.header("Wat kozen de regio's voor deze taak?", anchor=False, help=meaning("jeugdregio", "leidend niveau"))
    if view.task_code is None:
        st.markdown(
            "Voor een eigen taak is er niets om naast te leggen. Kies hierboven een taak die erop lijkt om te "
            "vergelijken."
        )
        return None
    choices = loading.scale_choices()
    own = choices[choices["task_code"] == view.task_code]
    sizes = chosen_sizes(own["leading_class"])
    st.markdown(f"{chosen_sentence(sizes, advice)} Dat veel regio's iets kozen, maakt het nog niet goed voor uw regio.")
    counts = _counts(view.task_code)
    task = loading.task_names()[view.task_code]
    show_class_bar(
        counts,
        f"{task}: aantal regio's per niveau",
        f"Bron: {_INVENTORY}.",
        key="weighing_regions",
        name="regios-per-niveau",
    )
    show_table(class_table(counts), "Aantal regio's per niveau", key="weighing_region_counts")
    st.caption(f"Bron: {_INVENTORY}; per regio staat de vindplaats op de pagina Kaart.")
    return sizes


@st.cache_resource(show_spinner=False)
def _counts(task_code: str) -> pd.DataFrame:
    """Regions per class for one task."""
    choices, tasks = loading.scale_choices(), loading.table("tasks")
    return class_counts(choices[choices["task_code"] == task_code], tasks[tasks["task_code"] == task_code])


def _show_files(view: state.View, advice: Advice, sizes: ChosenSizes | None) -> None:
    st.header("Delen en bewaren", anchor=False)
    address = _address()
    st.markdown("De link hieronder opent precies deze afweging. Hij staat ook in de adresbalk.")
    st.code(address, language=None, wrap_lines=True)
    beside = chosen_sentence(sizes, advice) if sizes else None
    with st.container(horizontal=True):
        st.download_button(
            "Download advies als tekst",
            lambda: advice_text(view.weighing, advice, beside, address),
            f"{file_stem(page_here(), 'schaalafweging')}.txt",
            "text/plain",
            on_click="ignore",
            key="weighing_text",
        )
        show_downloads(
            lambda: weighing_table(view.weighing), "schaalafweging", f"{CREDIT} {AID}", about=[("Link", address)]
        )


def _show_background() -> None:
    with st.expander("Wat dit hulpmiddel aanneemt", key="weighing_assumptions"):
        st.markdown("\n".join(f"* {sentence}" for sentence in assumptions(state.criteria())))
        show_place(place(993, 1048), place(4956, 5068))
    table = st.expander("De 20 criteria zoals het document ze geeft", key="weighing_criteria", on_change="rerun")
    if table.open:
        with table:
            show_table(criteria_table(state.criteria()), "Criteria met hun argumenten", key="weighing_criteria_rows")
            show_downloads(lambda: criteria_table(state.criteria()), "schaalcriteria-rotterdam", CREDIT)


def _address() -> str:
    base = (st.context.url or "").split("?")[0]
    return f"{base}?{urlencode(st.query_params.to_dict())}"
