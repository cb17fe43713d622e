"""Keys of an address in words."""

from components.frame.key_words import WORDS_OF_KEYS, words_of_keys
from model.site.site_map import PAGES, own_keys


def test_every_key_that_a_page_may_have_to_leave_out_has_words() -> None:
    assert set(WORDS_OF_KEYS) == {key for page in PAGES for key in own_keys(page.address)}


def test_the_letters_of_a_scenario_are_said_once() -> None:
    assert words_of_keys(["v", "t", "kleur", "b"]) == "een scenario en een kleuring van de kaart"
