"""A link read back: every part of it that can be used, and of every other part in Dutch why it cannot.

`link` says what a link looks like. Numbers may have a comma, for people change links by hand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl

from model.faults import Fault, InputError, shown_value
from model.what_if.link import LINK_KEYS, LINK_VERSION, NOTHING, version_1_defaults, way_text
from model.what_if.parameters import ASSUMPTIONS, CEILING_KINDS, TARGET, Assumption, Choice, Scope
from model.what_if.plan import SavingsPlan
from model.what_if.scenario import Scenario, saving_at_share

_LONGEST_LINK = 4_000
_MOST_NAMED = 5
_NUMBER = re.compile(r"-?\d{1,6}([.,]\d{1,20})?(e-\d{1,3})?", re.ASCII)
_CEILING = re.compile(r"(plafond\d)_(\d{1,6}[.,]?\d{0,20})", re.ASCII)
_LABELS = {"v": "Versie", "t": "Tabel", "a": "Maatregelen aan", "u": "Maatregelen uit", "b": "Besparing"} | {
    assumption.link_key: assumption.label for assumption in ASSUMPTIONS
}
"""What a part of a link sets, in the words of the page."""


class LinkError(InputError):
    """A link, or parts of it, that cannot be used, with every reason in Dutch."""


@dataclass(frozen=True)
class LinkFault(Fault):
    """A fault of a link with a sentence of its own."""

    sentence: str = ""

    @property
    def text(self) -> str:
        """One Dutch sentence for the screen."""
        return self.sentence


@dataclass(frozen=True)
class ReadLink:
    """What a link means.

    Attributes
    ----------
    scenario : Scenario
        With every part that can be used; what cannot stands as a link without it says.
    faults : tuple of Fault
        One for each cause, empty where all of the link is used.
    """

    scenario: Scenario
    faults: tuple[Fault, ...]


def scenario_from_query(query: str | Mapping[str, str], plan: SavingsPlan) -> Scenario:
    """Scenario of a query string, with or without '?', or of its keys and values; all of it or none.

    Parameters
    ----------
    query : str or mapping of str to str
        Only the keys of `LINK_KEYS`.
    plan : SavingsPlan
        Plan that the page shows.

    Raises
    ------
    LinkError
        If the link is of another version or table, has an unknown, double or unreadable part, or a value out of range;
        with all of these faults.
    """
    read = read_link(query, plan)
    if read.faults:
        raise LinkError(read.faults)
    return read.scenario


def read_link(query: str | Mapping[str, str], plan: SavingsPlan) -> ReadLink:
    """As `scenario_from_query`, with what can be used of a link that has faults.

    Raises
    ------
    LinkError
        If nothing of it can be used: it is no link, or of another version or table.
    """
    parts, faults = _parts(query)
    _refuse_another(parts, plan)
    reader = _PartReader(version_1_defaults(plan), faults)
    if "a" in parts and "u" in parts:
        reader.fault("a", "de link zegt welke maatregelen aanstaan en ook welke uitstaan; dat kan niet allebei")
        parts = {key: text for key, text in parts.items() if key not in ("a", "u")}
    for key, text in parts.items():
        reader.take(key, text)
    return ReadLink(reader.scenario, tuple(reader.faults))


def _parts(query: str | Mapping[str, str]) -> tuple[dict[str, str], list[Fault]]:
    """Text per key, and the faults of keys that are unknown, or stand there twice with something else."""
    if isinstance(query, str):
        _refuse_long(query)
        try:
            pairs = parse_qsl(query.removeprefix("?"), keep_blank_values=True, max_num_fields=4 * len(LINK_KEYS))
        except ValueError as error:
            raise _refusal("Dit is geen link die deze app heeft gemaakt: er staan te veel onderdelen in.") from error
    else:
        pairs = [(str(key), str(text)) for key, text in query.items()]
    texts: dict[str, list[str]] = {}
    for key, text in pairs:
        _refuse_long(text)
        texts.setdefault(_printable(key), []).append(_printable(text))
    faults: list[Fault] = []
    unknown = [key for key in texts if key not in LINK_KEYS]
    if unknown:
        said = f"De link heeft een onderdeel dat deze app niet kent: {_listed([shown_value(key) for key in unknown])}."
        faults.append(_said(said))
    twice = {key: given for key, given in texts.items() if key in LINK_KEYS and len(set(given)) > 1}
    faults += [
        _said(
            f"{_LABELS[key]}: dit staat meer dan één keer in de link, als {_listed([*map(shown_value, given)])}; "
            "welke geldt, is niet te zeggen."
        )
        for key, given in twice.items()
    ]
    return {key: given[0] for key, given in texts.items() if key in LINK_KEYS and key not in twice}, faults


def _refuse_long(text: str) -> None:
    if len(text) > _LONGEST_LINK:
        raise _refusal(f"De link is te lang: ten hoogste {_LONGEST_LINK} tekens kan, en hij heeft er {len(text)}.")


def _refuse_another(parts: Mapping[str, str], plan: SavingsPlan) -> None:
    version, table = parts.get("v"), parts.get("t")
    if not version or not table:
        raise _refusal(
            "De link is niet volledig: aan het begin hoort te staan van welke versie van de app hij is (v) en bij "
            "welke tabel hij hoort (t). Neem de hele link over."
        )
    if version != str(LINK_VERSION):
        raise _refusal(
            f"De link is van een andere versie van de app: {shown_value(version)}, en hier is het {LINK_VERSION}."
        )
    if table != plan.fingerprint:
        raise _refusal("De link hoort bij andere cijfers dan er nu in de tabel staan.")


class _PartReader:
    """Takes part after part into a scenario; one that the scenario refuses leaves it as it was and adds a fault."""

    def __init__(self, start: Scenario, faults: list[Fault]) -> None:
        self.scenario, self.faults = start, faults
        self._by_key = {assumption.link_key: assumption for assumption in ASSUMPTIONS}

    def take(self, key: str, text: str) -> None:
        """A part of the link by its key."""
        if key in ("a", "u"):
            self._take_on(key, text)
        elif key == "b" and text in ("laag", "hoog"):
            self._set("saving_mln_eur", saving_at_share(self.scenario.plan, 0.0 if text == "laag" else 1.0))
        elif key == "b":
            self._take_list(key, "saving_mln_eur", self.scenario.plan.codes, "maatregel", text)
        elif key in self._by_key:
            self._take_assumption(self._by_key[key], text)

    def fault(self, key: str, why: str) -> None:
        """A fault of a part, said of what it sets."""
        self.faults.append(_said(f"{_LABELS[key]}: {why}."))

    def _set(self, field: str, value: object) -> tuple[Fault, ...]:
        """Faults of a field with this value; taken over where there are none."""
        changed: dict[str, Any] = {field: value}
        try:
            self.scenario = replace(self.scenario, **changed)
        except InputError as error:
            return tuple(replace(fault, value="leeg") if fault.value == "“”" else fault for fault in error.faults)
        return ()

    def _take_on(self, key: str, text: str) -> None:
        codes = self.scenario.plan.codes
        named = [] if text == NOTHING else list(dict.fromkeys(text.split("~")))
        known = [name for name in named if name in codes]
        self._tell_unknown(key, [name for name in named if name not in codes], codes, "maatregel")
        # Where no name is known, the rest of the link would else mean "none".
        if known or not named:
            self._set("on", tuple((code in known) is (key == "a") for code in codes))

    def _take_assumption(self, assumption: Assumption, text: str) -> None:
        plan, key = self.scenario.plan, assumption.link_key
        if isinstance(assumption, Choice):
            self._take_choice(assumption, text)
        elif assumption.scope is Scope.WHOLE:
            self.faults += self._set(assumption.key, _number(text))
        elif assumption.one_for_all and "_" not in text:
            # One value has one fault, not one for each measure.
            fault = plan.assumption(assumption).fault(_number(text))
            if fault:
                self.faults.append(fault)
            else:
                self._set(assumption.key, (_number(text),) * len(plan.names(assumption.scope)))
        else:
            each = "maatregel" if assumption.scope is Scope.MEASURE else "jaar"
            self._take_list(key, assumption.key, plan.names(assumption.scope), each, text)

    def _take_choice(self, assumption: Choice, text: str) -> None:
        plan = self.scenario.plan
        own = plan.assumption(assumption)
        assert isinstance(own, Choice)
        by_text = {way_text(value, plan): value for value in own.values}
        ceiling = _CEILING.fullmatch(text) if assumption.key == TARGET.key else None
        if text in by_text:
            self._set(assumption.key, by_text[text])
        elif ceiling and ceiling[1] in CEILING_KINDS[: len(plan.ceilings)]:
            # The mark of the table does not cover a ceiling: a link may hold another amount.
            known = plan.ceilings[CEILING_KINDS.index(ceiling[1])]
            in_link, here = shown_value(_number(ceiling[2])), shown_value(known.cost_mln_eur)
            why = f"het plafond van {known.name} is in de link € {in_link} mln en in de tabel van nu € {here} mln"
            self.fault(assumption.link_key, why)
        else:
            ways = _listed([f"“{words}”" for words in own.words], last=" of ")
            self.faults.append(Fault(own.label, shown_value(text), ways))

    def _take_list(self, key: str, field: str, names: Sequence[str], each: str, text: str) -> None:
        """Values by the name of their measure or year, such as 3a_2.5~4_1; each by itself where not all can be used."""
        given = self._pairs(key, names, each, text)
        before: tuple[float | None, ...] = getattr(self.scenario, field)
        if not self._set(field, tuple(given.get(name, value) for name, value in zip(names, before, strict=True))):
            return
        refused: dict[str, list[tuple[str, Fault]]] = {}
        for name, value in given.items():
            at = names.index(name)
            held: tuple[float | None, ...] = getattr(self.scenario, field)
            for fault in self._set(field, (*held[:at], value, *held[at + 1 :])):
                refused.setdefault(fault.allowed, []).append((name, fault))
        where = {"maatregel": "van maatregel", "jaar": "in"}[each]
        for allowed, named in refused.items():
            subject = f"{_LABELS[key]} {where} {_listed([name for name, _ in named])}"
            self.faults.append(Fault(subject, _listed(_once([fault.value for _, fault in named])), allowed))

    def _pairs(self, key: str, names: Sequence[str], each: str, text: str) -> dict[str, Any]:
        """Value by name, as far as each has one value."""
        split = [pair.split("_") for pair in text.split("~")]
        unread = ["_".join(pair) for pair in split if len(pair) != 2]
        if unread:
            example = "3a_2.5" if each == "maatregel" else f"{names[-1]}_8"
            shown = _listed([shown_value(pair) for pair in unread])
            self.fault(key, f"{shown} is niet te lezen; er hoort een {each} met een getal te staan, zoals {example}")
        pairs = [(pair[0], _number(pair[1])) for pair in split if len(pair) == 2]
        self._tell_unknown(key, _once([name for name, _ in pairs if name not in names]), names, each)
        values = {name: {value for other, value in pairs if other == name} for name, _ in pairs if name in names}
        twice = [name for name, found in values.items() if len(found) > 1]
        if twice:
            self.fault(key, f"{each} {_listed(twice)} heeft meer dan één getal; welk geldt, is niet te zeggen")
        return {name: next(iter(found)) for name, found in values.items() if len(found) == 1}

    def _tell_unknown(self, key: str, unknown: Sequence[str], names: Sequence[str], each: str) -> None:
        if unknown:
            range_of = {"maatregel": f"de maatregelen {names[0]} tot en met {names[-1]}",
                        "jaar": f"de jaren {names[0]} tot en met {names[-1]}"}[each]  # fmt: skip
            shown = _listed([shown_value(name) for name in unknown])
            self.fault(key, f"{each} {shown} staat niet in de tabel; die heeft {range_of}")


def _number(text: str) -> float | str:
    """The number that a text is; what is none stays as it is, to be refused by what it was meant for."""
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else text


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else "·" for char in text)


def _said(sentence: str) -> LinkFault:
    return LinkFault("link", "", "", sentence=sentence)


def _refusal(sentence: str) -> LinkError:
    return LinkError([_said(sentence)])


def _once(texts: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _listed(texts: Sequence[str], last: str = " en ") -> str:
    """Texts after each other, the first few by name."""
    shown = [*texts[:_MOST_NAMED], f"nog {len(texts) - _MOST_NAMED}"] if len(texts) > _MOST_NAMED else list(texts)
    return last.join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]
