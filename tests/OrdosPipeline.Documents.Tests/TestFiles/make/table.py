"""What stands in a test file, before any program writes it."""

import re
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Number:
    """A number cell with a number format of Excel's."""

    value: float
    format: str = "General"


@dataclass(frozen=True)
class Formula:
    """A formula; value is what the program that calculated it left, None where none did."""

    text: str
    value: object = None


@dataclass(frozen=True)
class Boolean:
    value: bool


@dataclass
class Sheet:
    name: str
    cells: dict = field(default_factory=dict)
    merges: list = field(default_factory=list)
    hidden_rows: list = field(default_factory=list)
    hidden_columns: list = field(default_factory=list)
    hidden: bool = False


def place(address):
    """B3 as (3, 2)."""
    letters, digits = re.fullmatch(r"([A-Z]+)([0-9]+)", address).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits), column


def sheet(*rows, name="Sheet1", at="A1", merge="", cells=None, hidden=False, hidden_rows=(), hidden_columns=()):
    """A sheet of rows whose fields are separated by |; a field that is a plain number becomes one, ' keeps it text, \\n breaks the line."""
    result = Sheet(name, merges=merge.split(), hidden=hidden, hidden_rows=list(hidden_rows), hidden_columns=list(hidden_columns))
    top, left = place(at)
    for row, fields in enumerate(rows, top):
        for column, text in enumerate(fields.split("|"), left):
            if not text:
                continue
            if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
                result.cells[row, column] = Number(float(text))
            else:
                result.cells[row, column] = text.removeprefix("'").replace("\\n", "\n")
    for address, value in (cells or {}).items():
        result.cells[place(address)] = value
    return result


def commands(sheets):
    """The same as lines of fields separated by tabs, for the writers in other languages: rows and columns from 0."""
    lines = []
    for each in sheets:
        lines.append(["sheet", each.name, "hidden" if each.hidden else "visible"])
        for (row, column), value in sorted(each.cells.items()):
            at = [str(row - 1), str(column - 1)]
            match value:
                case Number():
                    lines.append(["number", *at, repr(value.value), value.format])
                case Formula():
                    lines.append(["formula", *at, value.text, "" if value.value is None else str(value.value)])
                case Boolean():
                    lines.append(["boolean", *at, "1" if value.value else "0"])
                case _:
                    lines.append(["text", *at, value.replace("\n", "\\n")])
        for merged in each.merges:
            (top, left), (bottom, right) = map(place, merged.split(":"))
            lines.append(["merge", *(str(number - 1) for number in (top, left, bottom, right))])
        lines += [["hiderow", str(row - 1)] for row in each.hidden_rows]
        lines += [["hidecolumn", str(place(column + "1")[1] - 1)] for column in each.hidden_columns]
    return "".join("\t".join(line) + "\n" for line in lines)


class For(str):
    """Code of the department that hands a file in; the statistics bureau where nothing is said."""
