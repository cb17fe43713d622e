"""Places of a document that a test reads: sums, tables, and sentences whose numbers are checked.

A sum stands in a fenced block `som NAME`, one `label: expression = result` a line; a table follows a comment
`tabel: NAME`; sentences stand between the comments `getallen: NAME` and `einde`.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

_FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_TABLE = re.compile(r"^<!-- tabel: ([\w-]+) -->\n((?:\|.*\n)+)", re.MULTILINE)
_SENTENCES = re.compile(r"<!-- getallen: ([\w-]+) -->\n(.*?)<!-- einde -->", re.DOTALL)
_NUMBER = re.compile(r"(?<![\w,.])\d+(?:\.\d{3})*(?:,\d+)?(?!\w)")
_OPERATIONS = {
    ast.Add: Fraction.__add__,
    ast.Sub: Fraction.__sub__,
    ast.Mult: Fraction.__mul__,
    ast.Div: Fraction.__truediv__,
}


@dataclass(frozen=True)
class Sum:
    """One line of a worked sum; without an expression it only states a value."""

    label: str
    expression: str | None
    result: str
    rounded: bool


@dataclass(frozen=True)
class MarkedDocument:
    """A document and its marked places."""

    text: str

    @classmethod
    def read(cls, path: Path) -> MarkedDocument:
        return cls(path.read_text(encoding="utf8"))

    def block(self, kind: str, name: str) -> str:
        """Content of one fenced block."""
        (found,) = [body for of, named, body in _FENCE.findall(self.text) if (of, named) == (kind, name)]
        return str(found)

    def block_names(self, kind: str) -> list[str]:
        return [named for of, named, _ in _FENCE.findall(self.text) if of == kind]

    def sums(self, name: str) -> list[Sum]:
        """Lines of one worked sum."""
        return [_sum(line) for line in self.block("som", name).splitlines() if line]

    def table(self, name: str) -> list[list[str]]:
        """Rows of one table below its headings."""
        (found,) = [rows for named, rows in _TABLE.findall(self.text) if named == name]
        rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in found.splitlines()]
        return rows[2:]

    def table_names(self) -> list[str]:
        return [name for name, _ in _TABLE.findall(self.text)]

    def numbers(self, name: str) -> set[str]:
        """Numbers of one marked piece of text, as written."""
        (found,) = [text for named, text in _SENTENCES.findall(self.text) if named == name]
        return set(_NUMBER.findall(found))

    def sentence_names(self) -> list[str]:
        return [name for name, _ in _SENTENCES.findall(self.text)]

    def checked_numbers(self) -> set[str]:
        """Every number in a marked place."""
        places = [body for _, _, body in _FENCE.findall(self.text)]
        places += [body for _, body in (*_TABLE.findall(self.text), *_SENTENCES.findall(self.text))]
        return {number for place in places for number in _NUMBER.findall(place)}

    def unchecked_decimals(self) -> set[str]:
        """Numbers with decimals outside every marked place."""
        rest = self.text
        for pattern in (_FENCE, _TABLE, _SENTENCES):
            rest = pattern.sub("", rest)
        return {number for number in _NUMBER.findall(rest) if "," in number}


def value(expression: str) -> Fraction:
    """Exact value of a sum in Dutch notation, such as 4,5 + (1 − 0,70) × (9 − 4,5)."""
    plain = expression.replace(".", "").replace(",", ".").replace("×", "*").replace("−", "-")
    return _value(ast.parse(plain, mode="eval").body)


def _value(node: ast.expr) -> Fraction:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        # The shortest text of a float is what was written, so that 0,1 is exactly a tenth.
        return Fraction(repr(node.value))
    if isinstance(node, ast.BinOp):
        return _OPERATIONS[type(node.op)](_value(node.left), _value(node.right))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand)
    raise ValueError(f"not a sum: {ast.dump(node)}")


def _sum(line: str) -> Sum:
    label, stated = line.split(": ", 1)
    sign = "≈" if "≈" in stated else "="
    expression, _, result = stated.rpartition(f" {sign} ")
    return Sum(label, expression or None, result, sign == "≈")
