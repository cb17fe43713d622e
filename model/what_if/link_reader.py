"""A link read back: every part of it that can be used, and of every other part in Dutch why it cannot.

`link` says what a link looks like, `link_values` what else people write who change one by hand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl

from model.faults import Fault, InputError, shown_value
from model.what_if.link import LINK_KEYS, LINK_VERSION, NOTHING, version_1_defaults, way_text
from model.what_if.link_values import LinkNumber, Range, in_terms_of_the_link, known_name, known_names, read_number
from model.what_if.parameters import (
    ASSUMPTIONS,
    CEILING_KINDS,
    TARGET,
    Assumption,
    Choice,
    Kind,
    Parameter,
    Scope,
)
from model.what_if.plan import SavingsPlan
from model.what_if.scenario import Scenario, saving_at_share

_LONGEST_LINK = 4_000
_MOST_NAMED = 5
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
    readings : tuple of str
        Dutch sentences on what was not taken literally, such as 70 read as 70%.
    """

    scenario: Scenario
    faults: tuple[Fault, ...]
    readings: tuple[str, ...] = ()


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
    return ReadLink(reader.scenario, tuple(reader.faults), tuple(reader.readings))


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
        self.readings: list[str] = []
        self._by_key = {assumption.link_key: assumption for assumption in ASSUMPTIONS}

    def take(self, key: str, text: str) -> None:
        """A part of the link by its key."""
        word = text.strip().casefold()
        if key in ("a", "u"):
            self._take_on(key, text)
        elif key == "b" and word in ("laag", "hoog"):
            self._set("saving_mln_eur", saving_at_share(self.scenario.plan, 0.0 if word == "laag" else 1.0))
        elif key == "b":
            plan = self.scenario.plan
            bands = zip(plan.band_low_mln_eur.tolist(), plan.band_high_mln_eur.tolist(), strict=True)
            ranges = [Range(Kind.AMOUNT, low, high) for low, high in bands]
            example = f"{plan.codes[0]}_{self.scenario.saving_mln_eur[0]:g}"
            self._take_list(key, "saving_mln_eur", dict(zip(plan.codes, ranges, strict=True)), example, text)
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
        named = [] if text == NOTHING else known_names(text, codes)
        known = [name for name in named if name in codes]
        self._tell_unknown(key, [name for name in named if name not in codes], codes, "maatregel")
        # Where no name is known, the rest of the link would else mean "none".
        if known or not named:
            self._set("on", tuple((code in known) is (key == "a") for code in codes))

    def _take_assumption(self, assumption: Assumption, text: str) -> None:
        plan, key = self.scenario.plan, assumption.link_key
        own = plan.assumption(assumption)
        if isinstance(own, Choice):
            self._take_choice(own, text)
            return
        within = Range(own.kind, own.low, own.high)
        if own.scope is Scope.WHOLE:
            number = read_number(text, within)
            self._tell_read(key, [number])
            self.faults += [in_terms_of_the_link(fault, number, within) for fault in self._set(own.key, number.value)]
        elif own.one_for_all and "_" not in text:
            self._take_one_for_all(own, read_number(text, within), within)
        else:
            names = plan.names(own.scope)
            free = [name for at, name in enumerate(names) if plan.said_by_source(own, at) is None] or names
            usual = 6.0 if own.kind is Kind.MONTHS else 2.5
            example = f"{free[0]}_{usual if within.holds(usual) else plan.trajectory.start_cost_mln_eur:g}"
            self._take_list(key, own.key, dict.fromkeys(names, within), example, text)

    def _take_one_for_all(self, own: Parameter, number: LinkNumber, within: Range) -> None:
        """One value has one fault, not one for each measure."""
        fault = own.fault(number.value)
        if fault:
            self.faults.append(in_terms_of_the_link(fault, number, within))
        else:
            self._set(own.key, (number.value,) * len(self.scenario.plan.names(own.scope)))

    def _take_choice(self, own: Choice, text: str) -> None:
        plan, word = self.scenario.plan, text.strip().casefold()
        by_text = {way_text(value, plan): value for value in own.values}
        # A refusal names these words, so they are read too; those of a ceiling do not say its amount.
        pairs = zip(own.words, own.values, strict=True)
        by_text |= {words.casefold(): value for words, value in pairs if value not in CEILING_KINDS}
        ceiling = _CEILING.fullmatch(word) if own.key == TARGET.key else None
        if word in by_text:
            self._set(own.key, by_text[word])
        elif ceiling and ceiling[1] in CEILING_KINDS[: len(plan.ceilings)]:
            at, cost = CEILING_KINDS.index(ceiling[1]), float(ceiling[2].replace(",", "."))
            known = plan.ceilings[at]
            if cost == known.cost_mln_eur:
                self._set(own.key, CEILING_KINDS[at])
                return
            # The mark of the table does not cover a ceiling: a link may hold another amount.
            in_link, here = shown_value(cost), shown_value(known.cost_mln_eur)
            why = f"het plafond van {known.name} is in de link € {in_link} mln en in de tabel van nu € {here} mln"
            self.fault(own.link_key, why)
        else:
            ways = _listed([f"“{words}”" for words in own.words], last=" of ")
            self.faults.append(Fault(own.label, shown_value(text), ways))

    def _take_list(self, key: str, field: str, ranges: Mapping[str, Range], example: str, text: str) -> None:
        """Values by the name of their measure or year, such as 3a_2.5~4_1; each by itself where not all can be used."""
        names, given = list(ranges), self._pairs(key, ranges, example, text)
        before: tuple[float | None, ...] = getattr(self.scenario, field)
        values = {name: number.value for name, number in given.items()}
        refused: dict[str, list[tuple[str, Fault]]] = {}
        if self._set(field, tuple(values.get(name, value) for name, value in zip(names, before, strict=True))):
            for name, number in given.items():
                at = names.index(name)
                held: tuple[float | None, ...] = getattr(self.scenario, field)
                for fault in self._set(field, (*held[:at], number.value, *held[at + 1 :])):
                    told = in_terms_of_the_link(fault, number, ranges[name])
                    refused.setdefault(fault.allowed, []).append((name, told))
        where = {"maatregel": "van maatregel", "jaar": "in"}[_each(key)]
        for allowed, named in refused.items():
            subject = f"{_LABELS[key]} {where} {_listed([name for name, _ in named])}"
            self.faults.append(Fault(subject, _listed(_once([fault.value for _, fault in named])), allowed))
        not_used = {name for named in refused.values() for name, _ in named}
        self._tell_read(key, [number for name, number in given.items() if name not in not_used])

    def _pairs(self, key: str, ranges: Mapping[str, Range], example: str, text: str) -> dict[str, LinkNumber]:
        """Number by name, as far as each has one value."""
        names, each, split = list(ranges), _each(key), [pair.split("_") for pair in text.split("~")]
        unread = ["_".join(pair) for pair in split if len(pair) != 2]
        if unread:
            amount = "een aantal maanden" if ranges[names[0]].kind is Kind.MONTHS else "een bedrag in mln €"
            why = f"er hoort een {each} met {amount} te staan, zoals {example}"
            self.fault(key, f"{_listed([shown_value(pair) for pair in unread])} is niet te lezen; {why}")
        pairs = [(known_name(pair[0], names), pair[1]) for pair in split if len(pair) == 2]
        self._tell_unknown(key, _once([name for name, _ in pairs if name not in ranges]), names, each)
        found: dict[str, dict[float | str, LinkNumber]] = {}
        for name, number in [(name, read_number(given, ranges[name])) for name, given in pairs if name in ranges]:
            found.setdefault(name, {})[number.value] = number
        twice = [name for name, numbers in found.items() if len(numbers) > 1]
        if twice:
            self.fault(key, f"{each} {_listed(twice)} heeft meer dan één getal; welk geldt, is niet te zeggen")
        return {name: next(iter(numbers.values())) for name, numbers in found.items() if len(numbers) == 1}

    def _tell_read(self, key: str, numbers: Sequence[LinkNumber]) -> None:
        readings = _once([number.reading for number in numbers if number.reading])
        if readings:
            self.readings.append(f"{_LABELS[key]}: gelezen is {_listed(readings)}.")

    def _tell_unknown(self, key: str, unknown: Sequence[str], names: Sequence[str], each: str) -> None:
        if unknown:
            range_of = {"maatregel": f"de maatregelen {names[0]} tot en met {names[-1]}",
                        "jaar": f"de jaren {names[0]} tot en met {names[-1]}"}[each]  # fmt: skip
            shown = _listed([shown_value(name) for name in unknown])
            self.fault(key, f"{each} {shown} staat niet in de tabel; die heeft {range_of}")


def _each(key: str) -> str:
    """What a list has its values for."""
    return "jaar" if key in _OF_YEARS else "maatregel"


_OF_YEARS = {assumption.link_key for assumption in ASSUMPTIONS if assumption.scope is Scope.YEAR}


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
