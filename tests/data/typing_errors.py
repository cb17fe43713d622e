"""Lists of what people might type for a place, drawn by rule; `python -m tests.data.typing_errors` writes them anew.

Two lists, of other seeds and other rules: the weights of the search were set on the first, and never on the second.
"""

from __future__ import annotations

import csv
import random
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from model.regions.name_search import PlaceIndex, fold
from tests.data.shipped import CSV, csv_rows, shipped

FOLDER = Path(__file__).parent / "typed_names"
TUNED, HELD_OUT = FOLDER / "tuned.csv", FOLDER / "held_out.csv"
COLUMNS = ("typed", "meant", "region_code", "rule")

Rule = Callable[[str, random.Random], str]

_NEXT_TO = {
    "q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok", "o": "ipl",
    "p": "ol", "a": "qsz", "s": "adwx", "d": "sfec", "f": "dgrv", "g": "fhtb", "h": "gjyn", "j": "hkum", "k": "jli",
    "l": "kop", "z": "xas", "x": "zcs", "c": "xvd", "v": "cbf", "b": "vng", "n": "bmh", "m": "nk",
}  # fmt: skip


def _spot(name: str, chance: random.Random, start: int = 1) -> int:
    return chance.choice([at for at in range(start, len(name)) if name[at].isalpha()] or [len(name) - 1])


def transposed(name: str, chance: random.Random) -> str:
    at = chance.choice([at for at in range(1, len(name)) if name[at] != name[at - 1]])
    return name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :]


def dropped(name: str, chance: random.Random) -> str:
    at = _spot(name, chance)
    return name[:at] + name[at + 1 :]


def doubled(name: str, chance: random.Random) -> str:
    at = _spot(name, chance)
    return name[:at] + name[at] + name[at:]


def neighbour(name: str, chance: random.Random) -> str:
    at = _spot(name, chance)
    near = _NEXT_TO.get(fold(name[at]), "")
    return name[:at] + (chance.choice(near) if near else "") + name[at + 1 :]


def without_accents(name: str, chance: random.Random) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def first_letter_dropped(name: str, chance: random.Random) -> str:
    return name[1:]


def letter_pushed_in(name: str, chance: random.Random) -> str:
    at = _spot(name, chance)
    near = _NEXT_TO.get(fold(name[at]), "")
    return name[:at] + (chance.choice(near) if near else name[at]) + name[at:]


def two_errors(name: str, chance: random.Random) -> str:
    return transposed(dropped(name, chance), chance) if len(name) > 8 else dropped(name, chance)


def _swapped(*pairs: tuple[str, str]) -> Rule:
    def rule(name: str, chance: random.Random) -> str:
        fits = [(old, new) for old, new in pairs if old in name]
        return name.replace(*chance.choice(fits)) if fits else name

    return rule


old_spelling = _swapped(("ij", "y"), ("k", "c"), ("oo", "o"), ("ee", "e"), ("cht", "gt"), ("aa", "ae"), ("-", ""))
by_ear = _swapped(
    ("ij", "ei"), ("ei", "ij"), ("ou", "au"), ("cht", "gt"), ("ch", "g"), ("drecht", "dregt"), ("veen", "ven"),
    ("d", "t"), ("v", "f"), ("z", "s"), ("ck", "k"), ("gh", "g"), ("th", "t"), ("sch", "sg"), ("ss", "s"), ("ll", "l"),
)  # fmt: skip

TUNED_RULES: dict[str, tuple[Rule, int]] = {
    "omgewisseld": (transposed, 90),
    "weggelaten": (dropped, 90),
    "dubbel": (doubled, 60),
    "toets ernaast": (neighbour, 90),
    "zonder accent": (without_accents, 15),
    "oude spelling": (old_spelling, 40),
}
HELD_OUT_RULES: dict[str, tuple[Rule, int]] = {
    **{name: (rule, count) for name, (rule, count) in TUNED_RULES.items()},
    "op het gehoor": (by_ear, 80),
    "letter erbij": (letter_pushed_in, 60),
    "twee fouten": (two_errors, 60),
    "eerste letter weg": (first_letter_dropped, 30),
}
"""Rule and how many names it is tried on, by the name of the rule."""


def names_of_places() -> list[tuple[str, str]]:
    """Name and region of every place, municipality of 2013 and of today, and region."""
    region_of = {row["municipality"]: row["region_code"] for row in csv_rows_of("municipalities")}
    named = {(row["place"], region_of[row["municipality"]]) for row in csv_rows_of("places")}
    kept = {row["search_name"] for row in csv_rows_of("municipality_names") if row["kind"] == "gemeente van 2013 en nu"}
    named |= {
        (row["search_name"], row["region_code"])
        for row in csv_rows_of("municipality_names")
        if row["kind"].startswith("gemeente")
        and "(" not in row["search_name"]
        # What later joined a municipality that kept its name may lie in another region than people mean by that name.
        and not (row["kind"] != "gemeente van 2013 en nu" and row["search_name"] in kept)
    }
    named |= {(row["name"], row["region_code"]) for row in csv_rows_of("regions") if "(" not in row["name"]}
    return sorted(named)


def csv_rows_of(name: str) -> list[dict[str, str]]:
    return csv_rows(CSV / f"{name}.csv")


def listed(rules: dict[str, tuple[Rule, int]], seed: int) -> Iterator[tuple[str, str, str, str]]:
    """Typed text, name meant, its region, rule. What happens to be another name is no typing error, and left out."""
    chance, index = random.Random(seed), PlaceIndex.from_tables(shipped)
    every = names_of_places()
    for rule, (err, count) in rules.items():
        pool = [pair for pair in every if err(pair[0], random.Random(seed)) != pair[0]]
        for name, code in chance.sample(pool, min(count, len(pool))):
            typed = err(name, chance)
            match = index.find(typed)
            if (match.taken or match.asked) and rule not in ("zonder accent", "oude spelling"):
                continue
            yield typed.lower() if chance.random() < 0.5 else typed, name, code, rule
    kinds = ("bijnaam", "spelling", "samenwerking", "subregio")
    known = [row for row in csv_rows_of("name_variants") if row["kind"] in kinds]
    for row in chance.sample(known, 60):
        typed = row["search_name"].lower() if chance.random() < 0.5 else row["search_name"]
        yield typed, row["search_name"], row["region_code"], row["kind"]


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for path, rules, seed in ((TUNED, TUNED_RULES, 2013), (HELD_OUT, HELD_OUT_RULES, 31)):
        with path.open("w", encoding="utf8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerows([COLUMNS, *listed(rules, seed)])


if __name__ == "__main__":
    main()
