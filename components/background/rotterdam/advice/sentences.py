"""The scale advice in sentences: the verdict, what it rests on, and beside it what the regions chose."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from components.background.rotterdam.citation import mark
from components.background.rotterdam.words import SIDE_NAMES, WEIGHT_NAMES
from components.look.words import capitalised, listed
from model.background.rotterdam.scale_advice import (
    CLEAR_PARTS,
    EVEN_PART,
    Advice,
    Argument,
    ChosenSizes,
    Criterion,
    weight_of,
)

Escape = Callable[[str], str]
NO_ARGUMENT = "Het document geeft voor deze kant geen argument; u koos de kant zelf."
OPEN_NO_ARGUMENT = "Het document zegt niet voor welke kant dit pleit."
AID = (
    "Dit is een hulpmiddel van deze app, gebouwd op de criteria van het document. "
    "Het is geen uitkomst van het document en geen besluit."
)
_OUTCOME_WORDS = {"larger": "een grotere schaal", "smaller": "een kleinere schaal"}
_SHELL_WORDS = {
    "1": "hoofdzakelijk bij de lokale agenda",
    "2": "bij geen van beide vanzelf: dat bekijkt het per onderwerp",
    "3": "hoofdzakelijk bij de gemeenschappelijke agenda",
}
_EXPECTED = {"1": "smaller", "3": "larger"}


def verdict(advice: Advice, task: str) -> str:
    """The advice in one or two sentences; `task` as it may stand on the screen."""
    if advice.outcome == "none":
        return f"Nog geen advies over {task}. Geef ten minste één criterium een gewicht."
    if advice.outcome == "toss_up" and advice.left_open:
        return (
            f"Over {task} is nog niets te zeggen. Bij {_criteria(len(advice.either))} liet u beide kanten open, en "
            "samen "
            "kunnen die het advies omdraaien."
        )
    if advice.outcome == "toss_up":
        return f"Voor {task} is het een gelijkspel: voor groter en voor kleiner pleit ongeveer evenveel."
    if advice.clear:
        return f"Voor {task} pleiten uw afwegingen duidelijk voor {_OUTCOME_WORDS[advice.outcome]}."
    return (
        f"Voor {task} pleiten uw afwegingen per saldo voor {_OUTCOME_WORDS[advice.outcome]}, maar er staat genoeg "
        "tegenover om goed naar te kijken."
    )


def reasons(advice: Advice, escape: Escape = str) -> list[str]:
    """What the verdict rests on: how much counts on which side, what decides, and what to beware of."""
    if advice.outcome == "none":
        return []
    sentences = [_counts(advice), *_heaviest(advice, escape)]
    names = {item.criterion.code: item.criterion for item in (*advice.larger, *advice.smaller, *advice.either)}
    if advice.tipping:
        deciding = listed(_named(names[code], escape) for code in advice.tipping)
        one = len(advice.tipping) == 1
        sentences.append(
            f"Het advies hangt aan {deciding}: zonder {'dat criterium' if one else 'één daarvan'} valt het anders uit."
        )
    elif advice.outcome in _OUTCOME_WORDS:
        sentences.append("Geen enkel criterium beslist alleen: laat u er een weg, dan blijft het advies hetzelfde.")
    if advice.turning:
        turning = listed(_named(names[code], escape) for code in advice.turning)
        sentences.append(f"Wie bij {turning} de andere kant kiest, komt anders uit.")
    sentences += [
        f"Let op: {listed(escape(code) for code in codes)} delen in het document één uitleg. Het argument telt zo "
        "dubbel."
        for codes in advice.repeated
    ]
    return sentences


def shell_sentence(advice: Advice, shell: str | None) -> str | None:
    """What the first rule of the document says for the shell of the task, and whether the criteria agree."""
    if shell is None:
        return None
    rule = (
        f"De vuistregel van het document plaatst een opgave in schil {shell} {_SHELL_WORDS[shell]} ({mark(968, 973)})."
    )
    expected = _EXPECTED.get(shell)
    if expected is None or advice.outcome not in _OUTCOME_WORDS:
        return rule
    if advice.outcome == expected:
        return f"{rule} Uw afweging wijst dezelfde kant op."
    return f"{rule} Uw afweging wijst de andere kant op. Afwijken mag volgens het document, mits met argumenten."


def argument_sentence(argument: Argument, escape: Escape = str) -> str:
    """One criterion with its weight and what the document says."""
    missing = OPEN_NO_ARGUMENT if argument.side == "either" else NO_ARGUMENT
    text = " Daar staat tegenover: ".join(argument.texts) or missing
    return f"{_named(argument.criterion, escape)} ({WEIGHT_NAMES[argument.weight]}): {escape(text)}"


def chosen_sentence(sizes: ChosenSizes, advice: Advice) -> str:
    """What the regions chose for the task, beside the advice; a count, not a judgement."""
    parts = [
        (sizes.larger, "kozen een schaal boven de gemeente"),
        (sizes.partly_local, "kozen lokaal samen met een grotere schaal"),
        (sizes.only_local, "kozen alleen lokaal"),
        (sizes.no_level, "noemden geen niveau"),
    ]
    said = listed(f"{count} {words}" for count, words in parts if count)
    sentence = f"Van de {sizes.all} regio's in de inventarisatie van 2013: {said}."
    match advice.outcome:
        case "larger":
            return f"{sentence} Uw advies, een grotere schaal, past bij die {sizes.larger}."
        case "smaller":
            return (
                f"{sentence} Uw advies, een kleinere schaal, past het best bij die {sizes.only_local} met alleen "
                "lokaal."
            )
        case _:
            return sentence


def assumptions(criteria: Sequence[Criterion]) -> list[str]:
    """What the aid assumes, each in a sentence."""
    counts = {side: sum(item.direction == side for item in criteria) for side in SIDE_NAMES}
    return [
        f"De criteria gaan in het document over samen of lokaal **verdiepen** van een opgave ({mark(986, 990)}). Deze "
        "app leest "
        "“gemeenschappelijk” als een grotere schaal en “lokaal” als een kleinere. Dat is een aanname.",
        f"Het document heeft {counts['up']} criteria die voor groter pleiten, {counts['down']} voor kleiner en "
        f"{counts['either']} die beide kanten op kunnen. **Wie alles even zwaar weegt, komt dus vanzelf uit op "
        "groter.** "
        "Geef daarom alleen gewicht aan wat voor deze taak echt telt.",
        "Gewichten mogen worden opgeteld, en “zwaar” is drie keer “licht”. Dat is een aanname.",
        f"Scheelt het minder dan een {_ordinal(EVEN_PART)} van al het gewicht, dan noemt de app het een gelijkspel. "
        "Ook als wat "
        "open bleef het verschil kan omdraaien. Dat is een aanname.",
        f"“Duidelijk” is het vanaf {_fraction(CLEAR_PARTS)} van al het gewicht aan één kant. Dat is een aanname.",
        "Bij een criterium zonder uitleg of argument blijft de kant open. U kunt die zelf kiezen.",
        "Het advies zegt groter of kleiner. Het zegt niet welke schaal: subregionaal, regionaal of bovenregionaal.",
        f"Volgens het document zelf zijn de criteria een handreiking en niet volledig ({mark(930, 931)}).",
    ]


def _counts(advice: Advice) -> str:
    sides = [
        (advice.larger, "voor groter"),
        (advice.smaller, "voor kleiner"),
        (advice.either, "nog open"),
    ]
    said = listed(f"{len(items)} {words} (gewicht {weight_of(items)})" for items, words in sides if items)
    total = sum(len(items) for items, _ in sides)
    return f"{capitalised(_criteria(total))} {'telt' if total == 1 else 'tellen'} mee: {said}."


def _heaviest(advice: Advice, escape: Escape) -> list[str]:
    winners = {"larger": advice.larger, "smaller": advice.smaller}.get(advice.outcome, ())
    others = {"larger": advice.smaller, "smaller": advice.larger}.get(advice.outcome, ())
    sentences = []
    if winners:
        sentences.append(
            f"Het zwaarst weegt daarbij {listed(_named(item.criterion, escape) for item in _top(winners))}."
        )
    if others:
        sentences.append(
            f"Daar staat vooral tegenover: {listed(_named(item.criterion, escape) for item in _top(others))}."
        )
    return sentences


def _top(arguments: Sequence[Argument]) -> list[Argument]:
    return [item for item in arguments if item.weight == arguments[0].weight][:3]


def _named(criterion: Criterion, escape: Escape) -> str:
    return escape(f"{criterion.code} {criterion.name}")


def _criteria(count: int) -> str:
    return "één criterium" if count == 1 else f"{count} criteria"


def _ordinal(part: int) -> str:
    return {3: "derde", 4: "vierde", 5: "vijfde", 10: "tiende"}.get(part, f"{part}e deel")


def _fraction(parts: tuple[int, int]) -> str:
    return {(2, 3): "twee derde", (3, 4): "drie kwart"}.get(parts, f"{parts[0]}/{parts[1]}")
