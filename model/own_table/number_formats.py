"""Numbers and dates as a Dutch spreadsheet shows them, by the code of their number format."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

BUILT_IN = {
    0: "", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "€ #,##0;€ -#,##0", 6: "€ #,##0;€ -#,##0",
    7: "€ #,##0.00;€ -#,##0.00", 8: "€ #,##0.00;€ -#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "d-m-yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm",
    21: "h:mm:ss", 22: "d-m-yyyy h:mm", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00", 41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
    42: '_ € * #,##0_ ;_ € * -#,##0_ ;_ € * "-"_ ;_ @_ ', 43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    44: '_ € * #,##0.00_ ;_ € * -#,##0.00_ ;_ € * "-"??_ ;_ @_ ', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss",
    48: "##0.0E+0", 49: "@",
}  # fmt: skip
"""Number formats that a workbook refers to by number only, as a Dutch Excel shows them."""

_MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
           "november", "december")  # fmt: skip
_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_TOKEN = re.compile(r'"([^"]*)"|\\(.)|_(.)|\*(.)|\[([^\]]*)\]|(E[+-]0+)|(.)', re.DOTALL)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[0-9.]+)")
_DIGITS = frozenset("0#?.,")
_DATE_LETTERS = frozenset("ymdhs")
_LONGEST_CODE = 200
_LARGEST = 1e15


@dataclass(frozen=True)
class _Section:
    """One of the parts of a number format that `;` separates: its tokens, and when it holds."""

    tokens: tuple[tuple[str, str], ...]
    condition: tuple[str, float] | None

    @property
    def pattern(self) -> str:
        return "".join(text for kind, text in self.tokens if kind == "sign" and text in _DIGITS)

    @property
    def percents(self) -> int:
        return sum(kind == "sign" and text == "%" for kind, text in self.tokens)

    @property
    def thousands(self) -> int:
        """Number of times that the format divides by a thousand: commas behind the last digit."""
        whole = self.pattern.partition(".")[0]
        tail = self.pattern if "." not in self.pattern else self.pattern.partition(".")[2]
        return _commas_at_end(whole) if "." not in self.pattern else _commas_at_end(tail) + _commas_at_end(whole)


def shown_number(value: float, code: str) -> str:
    """Number as the spreadsheet shows it.

    >>> shown_number(0.06, "0%"), shown_number(41250, "#,##0,"), shown_number(-600, '#,##0;(#,##0);"-"')
    ('6%', '41', '(600)')
    """
    if not code or code.casefold() in ("general", "standaard", "@") or len(code) > _LONGEST_CODE:
        return general(value)
    sections = _sections(code)
    section, is_negative = _section_for(sections, value)
    if section is None:
        return general(value)
    if not section.pattern:
        literal = "".join(_literal(kind, text) for kind, text in section.tokens)
        return general(value) if _has_general(section) else " ".join(literal.split())
    if "/" in [text for kind, text in section.tokens if kind == "sign"] or abs(value) >= _LARGEST:
        return general(value)
    if any(kind == "exponent" for kind, _ in section.tokens):
        return general(value)
    magnitude = abs(value) * 100**section.percents / 1000**section.thousands
    digits = _digits(magnitude, section.pattern)
    sign = "-" if is_negative and any(sign in digits for sign in "123456789") else ""
    return _assembled(section, sign, digits)


def scale_of(code: str) -> int:
    """Number of thousands by which a format divides what it shows: 1 for "#,##0,", 2 for "0.0,,"."""
    if not code or len(code) > _LONGEST_CODE or code.casefold() in ("general", "standaard", "@"):
        return 0
    return max((section.thousands for section in _sections(code)[:2]), default=0)


def is_percentage(code: str) -> bool:
    """Whether a format shows a hundred times the number with a percent sign."""
    return "%" in code and len(code) <= _LONGEST_CODE and any(section.percents for section in _sections(code)[:2])


def is_date(code: str) -> bool:
    """Whether a format shows a number as a date or a time."""
    if not code or len(code) > _LONGEST_CODE or code.casefold() in ("general", "standaard", "@"):
        return False
    first = _sections(code)[0]
    letters = {text.casefold() for kind, text in first.tokens if kind == "sign"}
    return bool(letters & _DATE_LETTERS) and not letters & {"0", "#", "?"} and not _has_general(first)


def date_of(value: float, *, from_1904: bool = False) -> datetime | None:
    """Date that a spreadsheet means by a number of days, None where there is none."""
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)
    if not 1 <= value < 2_958_466:
        return None
    return start + timedelta(days=int(value), seconds=round((value % 1) * 86_400))


def shown_date(moment: date, code: str) -> str:
    """Date as the spreadsheet shows it.

    >>> shown_date(datetime(2026, 1, 1), "yyyy"), shown_date(datetime(2026, 8, 1), "d-mmm")
    ('2026', '1-aug')
    """
    at = moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day)
    tokens = _sections(code)[0].tokens if is_date(code) else _sections("d-m-yyyy")[0].tokens
    parts: list[str] = []
    place, after_hour = 0, False
    while place < len(tokens):
        kind, text = tokens[place]
        letter = text.casefold()
        if kind != "sign" or letter not in _DATE_LETTERS:
            parts.append(_literal(kind, text))
            place += 1
            continue
        end = place
        while end < len(tokens) and tokens[end][0] == "sign" and tokens[end][1].casefold() == letter:
            end += 1
        minutes = letter == "m" and (after_hour or _seconds_follow(tokens[end:]))
        parts.append(_date_part(at, letter, end - place, minutes=minutes))
        after_hour = letter == "h" or (after_hour and letter != "m")
        place = end
    return " ".join("".join(parts).split())


def general(value: float) -> str:
    """Number without a format: up to eleven digits, with a decimal comma and no points between thousands."""
    if value == int(value) and abs(value) < 1e11:
        return str(int(value))
    text = f"{value:.10f}" if 1e-4 <= abs(value) < 1e11 else f"{value:.6g}"
    if "e" not in text:
        whole = len(text.partition(".")[0].lstrip("-"))
        text = f"{value:.{max(0, 10 - whole + 1)}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace(".", ",")


def _sections(code: str) -> list[_Section]:
    sections: list[_Section] = []
    tokens: list[tuple[str, str]] = []
    condition: tuple[str, float] | None = None
    for quoted, escaped, space, _, bracket, exponent, sign in _TOKEN.findall(code):
        if sign == ";":
            sections.append(_Section(tuple(tokens), condition))
            tokens, condition = [], None
        elif bracket:
            if match := _CONDITION.fullmatch(bracket):
                condition = (match[1], float(match[2]) if match[2].count(".") < 2 and match[2] != "-" else 0.0)
            elif bracket.startswith("$"):
                tokens.append(("literal", bracket[1:].partition("-")[0]))
            elif bracket.casefold() in ("h", "hh", "mm", "m", "ss", "s"):
                tokens += [("sign", letter) for letter in bracket]
        elif space:
            tokens.append(("literal", " "))
        elif exponent:
            tokens.append(("exponent", exponent))
        elif sign:
            tokens.append(("sign", sign))
        else:
            tokens.append(("literal", quoted or escaped))
    return [*sections, _Section(tuple(tokens), condition)]


def _section_for(sections: list[_Section], value: float) -> tuple[_Section | None, bool]:
    """The part of a format that holds for a number, and whether that part must still get a minus sign."""
    numeric = sections[:3]
    if any(section.condition for section in numeric):
        for section in numeric:
            if section.condition is None or _holds(section.condition, value):
                return section, value < 0
        return numeric[-1], value < 0
    if value < 0 and len(numeric) > 1:
        return numeric[1], False
    if value == 0 and len(numeric) > 2:
        return numeric[2], False
    return numeric[0], value < 0


def _holds(condition: tuple[str, float], value: float) -> bool:
    sign, bound = condition
    return {
        "<": value < bound, ">": value > bound, "<=": value <= bound, ">=": value >= bound, "=": value == bound,
        "<>": value != bound,
    }[sign]  # fmt: skip


def _has_general(section: _Section) -> bool:
    return "general" in "".join(text for kind, text in section.tokens if kind == "sign").casefold()


def _literal(kind: str, text: str) -> str:
    return "" if kind == "exponent" or (kind == "sign" and text in ("@", "#", "?")) else text


def _commas_at_end(pattern: str) -> int:
    return len(pattern) - len(pattern.rstrip(","))


def _digits(magnitude: float, pattern: str) -> str:
    whole, _, decimals = pattern.partition(".")
    decimals = decimals.replace(",", "")
    places = min(len(decimals), 15)
    # Half up on the decimal digits, as a spreadsheet does it; the small term is below every digit that is shown.
    rounded = f"{magnitude + magnitude * 1e-15:.{places}f}"
    before, _, after = rounded.partition(".")
    while after and after.endswith("0") and len(after) > decimals.rfind("0") + 1:
        after = after[:-1]
    before = before.zfill(min(whole.count("0"), 30)) if before != "0" or "0" in whole else ""
    if "," in whole.rstrip(","):
        before = re.sub(r"(?<=[0-9])(?=(?:[0-9]{3})+$)", ".", before)
    return f"{before},{after}" if after else before


def _assembled(section: _Section, sign: str, digits: str) -> str:
    parts: list[str] = []
    placed = False
    for kind, text in section.tokens:
        if kind == "sign" and text in _DIGITS:
            if not placed:
                parts.append(digits)
                placed = True
        else:
            parts.append(_literal(kind, text))
    return sign + " ".join("".join(parts).split())


def _seconds_follow(tokens: tuple[tuple[str, str], ...]) -> bool:
    following = [text.casefold() for kind, text in tokens if kind == "sign" and text.casefold() in _DATE_LETTERS]
    return bool(following) and following[0] == "s"


def _date_part(at: datetime, letter: str, count: int, *, minutes: bool) -> str:
    if letter == "y":
        return f"{at.year:04d}" if count > 2 else f"{at.year % 100:02d}"
    if letter == "d":
        name = _DAYS[at.weekday()]
        return str(at.day) if count == 1 else f"{at.day:02d}" if count == 2 else name[:2] if count == 3 else name
    if letter == "m" and not minutes:
        name = _MONTHS[at.month - 1]
        return str(at.month) if count == 1 else f"{at.month:02d}" if count == 2 else name[:3] if count == 3 else name
    number = {"h": at.hour, "m": at.minute, "s": at.second}[letter]
    return str(number) if count == 1 else f"{number:02d}"
