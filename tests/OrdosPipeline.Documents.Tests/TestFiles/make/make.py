"""Writes the test files anew, or those whose path contains one of the arguments, and the tables of README.md."""

import importlib.metadata
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import containers, csv_files, faults, layouts, names, ooxml, periods, projects, units, values  # noqa: E401
from earlier import EARLIER
from table import For

FOLDER = pathlib.Path(__file__).parent.parent
BY_HAND = "by hand (Python 3.11)"
TITLES = {
    "Layouts": "How tables stand in their sheets", "Numbers": "How numbers are written, and what stands in their place", "Periods": "How periods are written",
    "Units": "Units and where they stand", "Names": "What rows are about", "Projects": "Project returns", "Cells": "Cells and sheets as the formats hold them",
    "Programs": "What programs make of a return", "Csv": "CSV", "Faults": "Files that cannot be read, and what they are",
}


def version(program):
    match program.__name__:
        case "openpyxl" | "xlsxwriter" | "xlwt":
            return {"xlsxwriter": "XlsxWriter"}.get(program.__name__, program.__name__) + " " + importlib.metadata.version(program.__name__)
        case "poi":
            return "Apache POI 4.0.1"
        case "sheetjs":
            return "SheetJS 0.18.5"
        case "populate":
            return "xlsx-populate 1.21.0"
        case "exceljs":
            return "exceljs 4.4.0"
        case "writeexcel":
            return "Perl's Spreadsheet::WriteExcel 2.40, Excel::Writer::XLSX 1.10"
        case "libreoffice":
            return "LibreOffice Calc 7.4.7"
        case "gnumeric":
            return "Gnumeric 1.12.55"


def main(wanted):
    described = dict(EARLIER)

    def is_wanted(path):
        return not wanted or any(each in path for each in wanted)

    def write(path, content):
        if is_wanted(path):
            (FOLDER / path).write_bytes(content)

    for source in (layouts, values, periods, units, names, projects, containers, faults):
        for path, (quirk, program, sheets, *rest) in source.FILES.items():
            department = next((each for each in rest if isinstance(each, For)), "statistics")
            named = next((each for each in rest if isinstance(each, dict)), {})
            described[path] = (department, quirk, version(program))
            if is_wanted(path):
                program(str(FOLDER / path), sheets, *[each for each in rest if not isinstance(each, (For, dict))], **named)
    for source in (csv_files.FILES, ooxml.FILES, faults.BYTES):
        for path, (quirk, content) in source.items():
            described[path] = ("statistics", quirk, BY_HAND)
            write(path, content)
    for path, (quirk, source, length) in faults.TRUNCATED.items():
        described[path] = ("statistics", quirk, f"the first {length:,} bytes of {source}")
        if is_wanted(path):
            write(path, (FOLDER / source).read_bytes()[:length])
    describe(described)


def describe(described):
    text = ""
    for folder, title in TITLES.items():
        text += f"\n## {folder}\n\n{title}.\n\n| file | department | quirk | made by |\n| --- | --- | --- | --- |\n"
        for path, (department, quirk, program) in sorted(described.items()):
            if path.startswith(folder + "/"):
                text += f"| `{path}` | {department} | {quirk} | {program} |\n".replace("| statistics |", "| |")
    readme = FOLDER / "README.md"
    readme.write_text(readme.read_text().split("\n## ")[0].rstrip() + "\n" + text)


if __name__ == "__main__":
    main(sys.argv[1:])
