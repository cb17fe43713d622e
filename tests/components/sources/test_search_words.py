"""Words around what a search finds."""

from tests.components.opening import component_data, opened, said

BRONNEN = "pages/bronnen.py"
CLOSED_CARE = "Gesloten jeugdzorg"


def entries(text: str) -> list[dict]:
    (found,) = [data for data in component_data(opened(BRONNEN, zoek=text), "entries") if data.get("titles") == "links"]
    return [entry for group in found["groups"] for entry in group["entries"]]


def test_one_result_is_counted_as_one_and_a_bare_number_has_its_unit() -> None:
    assert "**1 resultaat** voor `3.225`." in said(opened(BRONNEN, zoek="3.225"))
    (hit,) = [entry for entry in entries("gesloten jeugdzorg") if entry["title"] == CLOSED_CARE]
    assert hit["said"] == "3.225 trajecten"
    plus = [entry["said"] for entry in entries("jeugdzorgplus")]
    assert "Plaatsingen in dat jaar · tabel 1.6" in plus


def test_an_unknown_document_is_called_a_document() -> None:
    (warning,) = opened("pages/achtergrond.py", document="mars").warning
    assert warning.value.startswith("De link noemt een document dat niet bestaat")
