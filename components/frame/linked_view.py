"""A view that the address holds and the browser paints: address → view → browser → report → address, on every page.

Three hold the view: the address, Python, and the browser part of the page. Python tells the browser where to start and
numbers each start, so that a report from before the last start no longer counts. After each step the address means the
view. It is written only where it would otherwise mean another: every writing is a step for the browser's back button.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Generic, TypeVar, cast

import streamlit as st

from components.frame import links, loading
from components.frame.revisions import first_revision, is_of_another_visit

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

View = TypeVar("View", bound="DataclassInstance")
Mine = str | None
"""Code of "uw regio"; what a view shows may follow from it."""


@dataclass(frozen=True)
class Field:
    """One field of a view in the address: its key, what a value is called in words, and each value by its text there.

    `usual` gives the value that stays out of the address, for a visitor with this "uw regio" or without one. A value
    that `goes_along` holds for other pages too: once the address names it, it stays there, also where it is the usual
    one of this page, for that of another page may be another.
    """

    key: str
    what: str
    values: Callable[[], Mapping[str, object]]
    usual: Callable[[Mine], object]
    goes_along: bool = False

    def means(self, query: Mapping[str, str], mine: Mine) -> object:
        """Value that an address asks for; what it leaves out or gets wrong is the usual one."""
        return self.values().get(query.get(self.key, ""), self.usual(mine))

    def fits(self, mine: Mine) -> bool:
        """Whether what the address has for the field can stay there.

        Not a value that does not exist; nor one that stands for "uw regio", and would still stand for it once the
        visitor chooses another.
        """
        text = st.query_params.get(self.key)
        if text is None:
            return True
        return text in self.values() and not self.values()[text] == self.usual(mine) != self.usual(None)

    def in_link(self, value: object, mine: Mine) -> str | None:
        """Text for the address; None for the usual value."""
        if value == self.usual(mine) and not (self.goes_along and st.query_params.get(self.key) in self.values()):
            return None
        return next((text for text, known in self.values().items() if known == value), None)

    def known(self, reported: object, before: object, mine: Mine) -> object:
        """What the browser reported where such a value exists, else what it was before."""
        choices = (self.usual(mine), *self.values().values())
        return next((value for value in choices if type(value) is type(reported) and value == reported), before)


def mine_in(query: Mapping[str, str]) -> Mine:
    """Code of "uw regio" in an address; None where it names none, or one that does not exist."""
    region_code = query.get(links.REGION)
    return region_code if region_code in loading.region_names() else None


def codes(names: Callable[[], Collection[str]]) -> Callable[[], dict[str, object]]:
    """Values that stand in the address as they are."""
    return lambda: {code: code for code in names()}


def task_field(usual: Callable[[Mine], str | None]) -> Field:
    """Task that is looked at."""
    return Field(links.TASK, "een taak", codes(loading.task_names), usual, goes_along=True)


def region_field() -> Field:
    """Region that is looked at: "uw regio" until another is chosen, or none."""
    return Field(
        links.CHOSEN, "een regio", lambda: {**codes(loading.region_names)(), links.NOBODY: None}, lambda mine: mine
    )


@dataclass
class _State(Generic[View]):
    """`view` is what is shown, `start` what the browser was last told to start from."""

    view: View
    start: View
    first: int = dataclasses.field(default_factory=first_revision)
    starts: int = 0

    @property
    def revision(self) -> int:
        """Number of the newest start."""
        return self.first + self.starts


class LinkedView(Generic[View]):
    """The view of one page, for each visitor; see the module.

    `kind` is a frozen dataclass, `fields_in_link` says for each of its fields how it stands in the address. Raises
    TypeError where one of them is missing or is not a field of it.
    """

    def __init__(self, key: str, kind: type[View], **fields_in_link: Field) -> None:
        if set(fields_in_link) != {field.name for field in fields(kind)}:
            raise TypeError(f"{kind.__name__} has other fields than {', '.join(fields_in_link)}")
        self.key = key
        self._kind = kind
        self._fields = fields_in_link

    @property
    def parameters(self) -> tuple[str, ...]:
        """Keys of the address that are the view's own."""
        return tuple(field.key for field in self._fields.values())

    @property
    def view(self) -> View:
        """What is shown now."""
        return self._state().view

    @property
    def revision(self) -> int:
        """Number that changes when Python changes the view."""
        return self._state().revision

    def of(self, query: Mapping[str, str]) -> View:
        """The view that an address means, whoever looks at it; what it gets wrong is the usual one."""
        return self._meant(query, mine_in(query))

    def open(self, mine: Mine) -> None:
        """Start of a page run: takes over what the address means; what it gets wrong is said on the page and mended.

        The browser is told to start from it, unless that is where it started: whoever comes back to the page, or meets
        its parts elsewhere on it, has a new browser part that knows no more than the start.
        """
        for field in self._fields.values():
            links.from_link(field.key, field.values(), field.what)
        asked = self._in_address(mine)
        state = st.session_state.get(self.key)
        if state is None:
            st.session_state[self.key] = _State(asked, asked)
        elif not asked == state.view == state.start:
            self._start(asked)
        self._write_link(mine)

    def start(self) -> dict[str, object]:
        """What the browser needs: the view to start from, with the number of that start."""
        state = self._state()
        return {**{name: getattr(state.start, name) for name in self._fields}, "revision": state.revision}

    def hear(self, reported: object, mine: Mine) -> None:
        """What the browser reported: fields of the view, with the number of its start, as far as such values exist.

        Steps made while the visit ended, as at a restart of the server, come after the address was opened: they win.
        """
        state = self._state()
        revision = reported.get("revision") if isinstance(reported, Mapping) else None
        outlived = is_of_another_visit(revision, state.first, state.revision)
        if not isinstance(reported, Mapping) or not (outlived or revision == state.revision):
            return
        view = replace(
            state.view,
            **{
                name: field.known(reported.get(name, _NOT_SAID), getattr(state.view, name), mine)
                for name, field in self._fields.items()
            },
        )
        if outlived:
            self._start(view)
        else:
            state.view = view
        self._write_link(mine)

    def change(self, mine: Mine, **changed: object) -> None:
        """Python changes the view, and tells the browser."""
        self._start(replace(self.view, **changed))
        self._write_link(mine)

    def _state(self) -> _State[View]:
        return cast("_State[View]", st.session_state[self.key])

    def _start(self, view: View) -> None:
        state = self._state()
        state.view = state.start = view
        state.starts += 1

    def _in_address(self, mine: Mine) -> View:
        return self._meant(st.query_params.to_dict(), mine)

    def _meant(self, query: Mapping[str, str], mine: Mine) -> View:
        return self._kind(**{name: field.means(query, mine) for name, field in self._fields.items()})

    def _write_link(self, mine: Mine) -> None:
        view = self.view
        if self._in_address(mine) == view and all(field.fits(mine) for field in self._fields.values()):
            return
        links.write_link({field.key: field.in_link(getattr(view, name), mine) for name, field in self._fields.items()})


_NOT_SAID = object()
