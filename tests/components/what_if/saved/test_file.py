"""The file with saved scenarios: written, read back, and refused with every fault in Dutch."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    normal_note,
    read_scenario_file,
    why_closed,
    write_scenario_file,
)
from components.what_if.session import source_plan
from model.what_if import Scenario, presets, scenario_from_query, scenario_to_query, with_values

PLAN = source_plan()
HIGH = scenario_to_query(with_values(Scenario.default(PLAN), {"saving_mln_eur:1": 10.0}))
OFF = scenario_to_query(with_values(Scenario.default(PLAN), {"on:2": False}))
OTHER_TABLE = "v=1&t=00ff00&u=1&d=6"
OTHER_VERSION = "v=2&t=00ff00&q=7"
names = st.text(st.characters(codec="utf8"), max_size=LONGEST_NAME).filter(lambda text: name_fault(text) is None)


def file_of(*scenarios: dict[str, Any], **changed: Any) -> bytes:
    """A file as the app writes it, with parts changed; a part that becomes None is left out."""
    content: dict[str, Any] = json.loads(write_scenario_file([])) | {"scenarios": list(scenarios)} | changed
    return json.dumps({key: value for key, value in content.items() if value is not None}).encode()


def scenario(name: Any = "Voorstel", link: Any = HIGH, **more: Any) -> dict[str, Any]:
    return {"naam": name, "link": link, **more}


def refusal(content: bytes) -> tuple[str, ...]:
    with pytest.raises(SavedScenarioError) as fault:
        read_scenario_file(content, PLAN)
    assert fault.value.sentences
    for sentence in fault.value.sentences:
        assert sentence.encode()
        assert len(sentence) < 400
    return fault.value.sentences


@given(
    st.lists(names, min_size=1, max_size=MOST_SCENARIOS, unique_by=name_key),
    st.lists(
        st.text(st.characters(codec="utf8"), max_size=LONGEST_NOTE), min_size=MOST_SCENARIOS, max_size=MOST_SCENARIOS
    ),
)
def test_a_written_file_reads_back(chosen: list[str], notes: list[str]) -> None:
    links = [HIGH, OFF, OTHER_TABLE, OTHER_VERSION, HIGH, OFF]
    entries = tuple(
        SavedScenario(normal_name(name), link, note=normal_note(note)[:LONGEST_NOTE].strip())
        for name, link, note in zip(chosen, links, notes, strict=False)
    )
    assert read_scenario_file(write_scenario_file(entries).encode(), PLAN) == entries


def test_a_person_can_read_the_file() -> None:
    text = write_scenario_file([SavedScenario("Voorstel café", HIGH)])
    assert '"naam": "Voorstel café"' in text
    assert '"versie": 1' in text
    assert "pagina Doorrekening" in text
    assert len(text.splitlines()) > 8


def test_a_file_of_the_notepad_with_a_mark_at_the_start_reads() -> None:
    assert read_scenario_file(b"\xef\xbb\xbf" + file_of(scenario()), PLAN) == (SavedScenario("Voorstel", HIGH),)


def test_every_preset_survives_the_file() -> None:
    listed = presets(PLAN)
    entries = [SavedScenario(preset.label, scenario_to_query(preset.scenario)) for preset in listed][:MOST_SCENARIOS]
    read = read_scenario_file(write_scenario_file(entries).encode(), PLAN)
    assert [scenario_from_query(entry.query, PLAN) for entry in read] == [preset.scenario for preset in listed]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Het bestand is leeg."),
        (b"  \n", "Het bestand is leeg."),
        (b"x" * (MOST_FILE_BYTES + 1), "1.000.001 bytes, ten hoogste 1.000.000 bytes mag"),
        (b"\xff\xfe\x00", "geen leesbare tekst"),
        (b'{"soort": "x",\n  oeps}', "regel 2, teken 3"),
        (b"[" * 100_000, "geen goede JSON"),
        (b'{"versie": ' + b"9" * 5_000 + b"}", "geen goede JSON"),
        (b"[]", "geen bestand met bewaarde scenario's"),
        (b"7", "geen bestand met bewaarde scenario's"),
        (b'{"type": "FeatureCollection"}', "geen bestand met bewaarde scenario's"),
        (b'{"naam": "a", "naam": "b"}', "“naam” staat twee keer"),
        (file_of(scenario(), versie=2), "versie “2”, deze app leest versie 1"),
        (file_of(scenario(), versie="1"), "het noemt versie “1”"),
        (file_of(scenario(), versie=True), "andere versie"),
        (file_of(scenario(), versie=None), "het noemt geen versie"),
        (file_of(scenario(), kleur="rood"), "onbekend veld: “kleur”. Bekend zijn soort, versie"),
        (file_of(scenarios=None), "mist het veld scenarios"),
        (file_of(scenarios={"naam": "a"}), "hoort een lijst"),
        (file_of(), "Er staan geen scenario's in het bestand."),
        (file_of(*[scenario(f"s{at}") for at in range(7)]), "7 scenario's in het bestand; ten hoogste 6"),
        (file_of(scenario(kleur=1)), "Scenario 1 heeft een onbekend veld: “kleur”"),
        (file_of({"naam": "a"}), "Scenario 1 mist het veld link"),
        (file_of(scenario(), "tekst"), "Scenario 2 is geen blok"),
        (file_of(scenario(7)), "Scenario 1: de naam “7” is geen tekst"),
        (file_of(scenario(link=["v=1"])), "Scenario 1: de link “een lijst” is geen tekst"),
        (file_of(scenario("  ")), "heeft een naam nodig"),
        (file_of(scenario("x" * 61)), "ten hoogste 60 tekens"),
        (file_of(scenario('=HYPERLINK("x")')), "leest dat als formule"),
        (file_of(scenario("a\ud800b")), "niet te zien"),
        (file_of(scenario("gekozen  DOEL")), "het doel waarmee u vergelijkt"),
        (file_of(scenario("Voorstel"), scenario("voorstel ", OFF)), "“voorstel” komt meer dan één keer voor"),
        (file_of(scenario(notitie=7)), "Scenario 1: de notitie “7” is geen tekst"),
        (file_of(scenario(notitie=["x"])), "Scenario 1: de notitie “een lijst” is geen tekst"),
        (file_of(scenario(notitie="x" * (LONGEST_NOTE + 1))), "de notitie is te lang: ten hoogste 500 tekens"),
        (file_of(scenario(link="")), "de link is niet te lezen"),
        (file_of(scenario(link="javascript:alert(1)")), "de link is niet te lezen"),
        (file_of(scenario(link="\ud800")), "tekens die er niet in horen"),
        (file_of(scenario(link=f"v=1&t={PLAN.fingerprint}&b=1_99")), "toegestaan is"),
        (file_of(scenario(link=f"v=1&t={PLAN.fingerprint}&b=zzz")), "de link is niet te lezen"),
        (file_of(scenario(link=f"{OTHER_TABLE}&u=2")), "de link is niet te lezen"),
        (file_of(scenario(link="v=1&t=00ff00&u=" + "1" * 5_000)), "de link is niet te lezen"),
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_in_words(content: bytes, said: str) -> None:
    assert said in "\n".join(refusal(content))


def test_all_faults_of_a_file_are_named_at_once() -> None:
    found = refusal(file_of(scenario(""), scenario("b", "v=1"), {"naam": 3, "kleur": 1}))
    assert len(found) == 5
    assert [sentence.split(":")[0][:10] for sentence in found] == [f"Scenario {place}" for place in (1, 2, 3, 3, 3)]


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_and_never_misread(content: bytes) -> None:
    refusal(content)


@given(st.text(max_size=80))
def test_a_name_that_passes_can_be_shown_sent_and_exported(name: str) -> None:
    if name_fault(name) is None:
        shown = normal_name(name)
        assert shown.encode()
        assert 0 < len(shown) <= LONGEST_NAME
        assert shown[0] not in "=+-@"
        assert normal_name(shown) == shown
        assert name_key(shown) != name_key(TARGET_NAME)


@given(st.text(max_size=80))
def test_any_link_opens_or_is_explained(link: str) -> None:
    reason = why_closed(link, PLAN)
    if reason is None:
        scenario_from_query(link, PLAN)
    else:
        assert reason.encode()


def test_a_link_of_another_table_or_version_is_kept_and_says_so() -> None:
    assert "andere tabel" in (why_closed(OTHER_TABLE, PLAN) or "")
    assert "versie 2, en hier is het 1" in (why_closed(OTHER_VERSION, PLAN) or "")
    assert why_closed(HIGH, PLAN) is None
    kept = read_scenario_file(file_of(scenario("a", OTHER_TABLE), scenario("b", OTHER_VERSION)), PLAN)
    assert [entry.query for entry in kept] == [OTHER_TABLE, OTHER_VERSION]


def test_an_upload_adds_what_is_not_there_yet() -> None:
    saved = [SavedScenario("A", HIGH), SavedScenario("B", OFF)]
    assert added_entries(saved, [SavedScenario("a", HIGH), SavedScenario("C", HIGH)]) == (SavedScenario("C", HIGH),)
    assert added_entries(saved, saved) == ()


def test_an_upload_with_another_note_is_not_taken_for_the_same() -> None:
    saved = [SavedScenario("A", HIGH, note="oud")]
    assert added_entries(saved, [SavedScenario("a", HIGH, note="oud")]) == ()
    assert added_entries(saved, [SavedScenario("A", HIGH)]) == (), "one without a note adds nothing"
    with pytest.raises(SavedScenarioError) as fault:
        added_entries(saved, [SavedScenario("A", HIGH, note="nieuw")])
    assert fault.value.sentences == ("De naam “A” staat al in de lijst, met een andere notitie. Hernoem dat eerst.",)


def test_a_note_keeps_its_lines_and_nothing_that_cannot_be_seen() -> None:
    assert normal_note("  eerste \u00a0 regel\r\n\r\ntweede\u200b\t regel\x00 \n") == "eerste regel\n\ntweede regel"


def test_an_upload_that_does_not_fit_adds_nothing() -> None:
    saved = [SavedScenario(f"S{at}", HIGH) for at in range(5)]
    with pytest.raises(SavedScenarioError) as fault:
        added_entries(saved, [SavedScenario("s1", OFF), SavedScenario("X", OFF)])
    taken, room = fault.value.sentences
    assert "“s1” staat al in de lijst, met een ander scenario" in taken
    assert "brengt 2 nieuwe scenario's mee en er is plaats voor 1" in room
    assert "Verwijder er eerst 1." in room
