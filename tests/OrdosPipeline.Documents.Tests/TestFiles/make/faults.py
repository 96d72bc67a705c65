"""Files that cannot be read, and what they really are."""

from programs import poi, populate, sheetjs
from table import sheet

RETURN = [sheet("指标名称|期间|数值|单位", "固定资产投资|2023Q3|12.5|亿元")]

FILES = {
    "Faults/EncryptedXlsx.xlsx": ("a password to open, ordos", populate, RETURN, "ordos"),
    "Faults/Macros.xls": ("macros in an .xls", poi, RETURN, "vba"),
    "Faults/Xlsb.xlsx": ("a binary workbook", sheetjs, RETURN, "xlsb"),
    "Faults/Ods.xls": ("an OpenDocument spreadsheet", sheetjs, RETURN, "ods"),
    "Faults/SheetJsHtml.xls": ("a web page that SheetJS saved as .xls", sheetjs, RETURN, "html"),
    "Faults/SheetJsXml2003.xls": ("XML 表格 2003 by SheetJS", sheetjs, RETURN, "xlml"),
}

BYTES = {path: (quirk, content) for path, quirk, content in [
    ("Faults/EmptyFile.xlsx", "no bytes at all", b""),
    ("Faults/OneByte.xlsx", "one byte", b"P"),
    ("Faults/Mhtml.xls", "a single-file web page", b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html><table><tr><td>1</td></tr></table></html>"),
    ("Faults/HtmlUtf16.xls", "a web page in UTF-16", b"\xff\xfe" + "<html><table><tr><td>固定资产投资</td></tr></table></html>".encode("utf-16-le")),
    ("Faults/Rtf.xls", "rich text", rb"{\rtf1\ansi 1}"),
    ("Faults/Png.xlsx", "a picture of a table", b"\x89PNG\r\n\x1a\n" + bytes(20)),
    ("Faults/Rar.xlsx", "a RAR archive", b"Rar!\x1a\x07\x00" + bytes(20)),
    ("Faults/Noise.xlsx", "bytes without meaning", bytes((i * 37 + i // 7 * 11) % 256 for i in range(1, 900))),
]}

TRUNCATED = {"Faults/Truncated.xls": ("an upload that broke off", "Programs/Xlwt.xls", 1500), "Faults/TruncatedRecords.xls": ("an upload that broke off among the records", "Programs/SpreadsheetWriteExcel.xls", 3000)}
