"""The files whose sources are not kept: flat OpenDocument sheets that LibreOffice saved in both formats, and bytes typed into a file."""

LIBREOFFICE = "LibreOffice Calc 7.4"
BY_HAND = "by hand"

EARLIER = {path: ("statistics", quirk, program) for path, quirk, program in [
    *[(f"Cells/{name}.{format}", quirk, LIBREOFFICE) for name, quirk in [
        ("Dates", "dates in several formats, and a time"), ("Dates1904", "the same in the 1904 system"), ("FormulaErrors", "formulas with values, errors, and texts"),
        ("HiddenRows", "hidden rows"), ("HiddenSheet", "a hidden sheet"), ("MergedHeader", "a merged title and a merged two-row header"),
        ("Numbers", "numbers and numbers as text"), ("Percent", "percent formats"), ("RichText", "runs of different fonts, and line breaks"),
        ("SeveralSheets", "several sheets"), ("SparseCells", "cells far apart")] for format in ("xls", "xlsx")],
    ("Csv/Big5.csv", "Big5, which is refused rather than misread", BY_HAND), ("Csv/Blank.csv", "blank lines alone", BY_HAND), ("Csv/CrOnly.csv", "CR alone ends the lines", BY_HAND),
    ("Csv/FullWidthComma.csv", "full-width commas", BY_HAND), ("Csv/Gb18030.csv", "GB18030", BY_HAND), ("Csv/Latin1.csv", "Latin-1, which is no Chinese", BY_HAND),
    ("Csv/Nul.csv", "a zero byte", BY_HAND), ("Csv/OnlySeparators.csv", "separators alone", BY_HAND), ("Csv/Quotes.csv", "quotes, separators and line breaks within fields", BY_HAND),
    ("Csv/Ragged.csv", "lines of different lengths", BY_HAND), ("Csv/Semicolon.csv", "semicolons", BY_HAND), ("Csv/SepHint.csv", "Excel's sep= line", BY_HAND),
    ("Csv/Tab.csv", "tabs", BY_HAND), ("Csv/UnclosedQuote.csv", "a quote that is never closed", BY_HAND), ("Csv/Utf16Bom.csv", "UTF-16 with a byte order mark", BY_HAND),
    ("Csv/Utf16NoBom.csv", "UTF-16 without", BY_HAND), ("Csv/Utf8.csv", "UTF-8", BY_HAND), ("Csv/Utf8Bom.csv", "UTF-8 with a byte order mark", BY_HAND),
    ("Faults/EndlessColumns.xls", "a damaged dimension that claims some four thousand million cells, which the library would go through", "Programs/SheetJsBiff2.xls after seed 20231665 of the mutations"),
    ("Faults/Doc.xls", "a Word document of Word 97", "LibreOffice Writer 7.4"), ("Faults/DocxOfWriter.xlsx", "a Word document", "LibreOffice Writer 7.4"),
    ("Faults/Encrypted.xls", "a password to open, ordos", LIBREOFFICE), ("Faults/Html.xls", "a web page", BY_HAND), ("Faults/OpenDocument.xlsx", "an OpenDocument spreadsheet", LIBREOFFICE),
    ("Faults/Pdf.xlsx", "a PDF", BY_HAND), ("Faults/Xml2003.xls", "XML 表格 2003", BY_HAND),
]}
