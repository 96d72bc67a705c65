"""The programs that write the test files, one function each. Where a package is installed elsewhere, see README.md."""

import os
import pathlib
import subprocess
import tempfile

from table import Boolean, Formula, Number, commands

HERE = pathlib.Path(__file__).parent
JARS = ":".join(f"/usr/share/java/{jar}.jar" for jar in ("poi", "commons-collections4", "commons-math3", "commons-codec"))


def run(*command, given=None):
    subprocess.run(command, input=given, text=True, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def openpyxl(path, sheets, epoch1904=False):
    """openpyxl calculates nothing: its formulas have no values."""
    from openpyxl import Workbook
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = Workbook()
    book.remove(book.active)
    if epoch1904:
        book.epoch = CALENDAR_MAC_1904
    for each in sheets:
        target = book.create_sheet(each.name)
        target.sheet_state = "hidden" if each.hidden else "visible"
        for (row, column), value in each.cells.items():
            cell = target.cell(row, column)
            match value:
                case Number():
                    cell.value = int(value.value) if float(value.value).is_integer() else value.value
                    cell.number_format = value.format
                case Formula():
                    cell.value = "=" + value.text
                case Boolean():
                    cell.value = value.value
                case _:
                    cell.value = value
                    cell.data_type = "s"
        for merged in each.merges:
            target.merge_cells(merged)
        for row in each.hidden_rows:
            target.row_dimensions[row].hidden = True
        for column in each.hidden_columns:
            target.column_dimensions[column].hidden = True
    book.save(path)


def xlsxwriter(path, sheets, **options):
    """XlsxWriter stores the value that it is told beside a formula; with constant_memory it writes texts into the cells."""
    import xlsxwriter as library

    with library.Workbook(path, options) as book:
        for each in sheets:
            target = book.add_worksheet(each.name)
            if each.hidden:
                target.hide()
            for (row, column), value in sorted(each.cells.items()):
                at = row - 1, column - 1
                match value:
                    case Number():
                        target.write_number(*at, value.value, book.add_format({"num_format": value.format}))
                    case Formula():
                        target.write_formula(*at, "=" + value.text, None, "" if value.value is None else value.value)
                    case Boolean():
                        target.write_boolean(*at, value.value)
                    case _:
                        target.write_string(*at, value)
            for merged in each.merges:
                target.merge_range(merged, "")
                (row, column), value = min((item for item in each.cells.items() if item[0] == _corner(merged)), default=((0, 0), ""))
                if row and isinstance(value, str):
                    target.write_string(row - 1, column - 1, value)
                elif row:
                    target.write_number(row - 1, column - 1, value.value)
            for row in each.hidden_rows:
                target.set_row(row - 1, None, None, {"hidden": True})
            for column in each.hidden_columns:
                target.set_column(f"{column}:{column}", None, None, {"hidden": True})


def _corner(merged):
    from table import place

    return place(merged.split(":")[0])


def xlwt(path, sheets, epoch1904=False):
    import xlwt as library

    from table import place

    book = library.Workbook()
    book.dates_1904 = epoch1904
    for each in sheets:
        target = book.add_sheet(each.name, cell_overwrite_ok=True)
        target.visibility = 1 if each.hidden else 0
        for (row, column), value in each.cells.items():
            at = row - 1, column - 1
            match value:
                case Number():
                    target.write(*at, value.value, library.easyxf(num_format_str=value.format))
                case Formula():
                    target.write(*at, library.Formula(value.text))
                case Boolean():
                    target.write(*at, value.value)
                case _:
                    target.write(*at, value)
        for merged in each.merges:
            (top, left), (bottom, right) = map(place, merged.split(":"))
            target.merge(top - 1, bottom - 1, left - 1, right - 1)
        for row in each.hidden_rows:
            target.row(row - 1).hidden = True
    book.save(path)


def poi(path, sheets, *options):
    """Apache POI's HSSF; Debian's package lacks the schemas that it needs for .xlsx."""
    run("java", "-cp", JARS, str(HERE / "WritePoi.java"), path, *options, given=commands(sheets))


def populate(path, sheets, *password):
    run("node", str(HERE / "write_populate.js"), path, *password, given=commands(sheets))


def sheetjs(path, sheets, book_type, *options):
    run("node", str(HERE / "write_sheetjs.js"), path, book_type, *options, given=commands(sheets))


def exceljs(path, sheets, *options):
    run("node", str(HERE / "write_exceljs.js"), path, *options, given=commands(sheets))


def writeexcel(path, sheets):
    """Perl's Spreadsheet::WriteExcel for .xls, Excel::Writer::XLSX for .xlsx."""
    run("perl", str(HERE / "write_excel.pl"), path, given=commands(sheets))


def libreoffice(path, sheets, filter_name=None, given=None):
    """Opens an .xlsx (or the file given) and saves it again."""
    with tempfile.TemporaryDirectory() as folder:
        source = given or os.path.join(folder, "source.xlsx")
        if given is None:
            xlsxwriter(source, sheets)
        name = filter_name or {"xls": "MS Excel 97", "xlsx": "Calc MS Excel 2007 XML"}[path.rsplit(".", 1)[1]]
        extension = path.rsplit(".", 1)[1]
        run("soffice", "-env:UserInstallation=file:///tmp/lo-corpus", "--headless", "--convert-to", f"{extension}:{name}", "--outdir", folder + "/out", source)
        [result] = pathlib.Path(folder, "out").iterdir()
        pathlib.Path(path).write_bytes(result.read_bytes())


def gnumeric(path, sheets, exporter):
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as source:
        xlsxwriter(source.name, sheets)
        run("ssconvert", "-T", f"Gnumeric_Excel:{exporter}", source.name, path)
