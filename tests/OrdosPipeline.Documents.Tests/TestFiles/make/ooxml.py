"""Workbooks built part by part, for what no program at hand writes, and archives that no honest program writes."""

import io
import struct
import zipfile
import zlib

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RETURN = [["指标名称", "期间", "数值", "单位"], ["固定资产投资", "2023Q3", 12.5, "亿元"]]


def column(index):
    return chr(ord("A") + index)


def text_cell(at, text):
    return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def rows_of(table=RETURN, cell=text_cell):
    rows = ""
    for number, row in enumerate(table, 1):
        cells = "".join(cell(f"{column(i)}{number}", v) if isinstance(v, str) else f'<c r="{column(i)}{number}"><v>{v}</v></c>' for i, v in enumerate(row))
        rows += f'<row r="{number}">{cells}</row>'
    return rows


def parts(rows=None, **replaced):
    """The parts of a small workbook; replaced are parts by a short name, None leaves one out."""
    short = {
        "types": ("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'),
        "root": ("_rels/.rels", f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
        "workbook": ("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="月报" sheetId="1" r:id="rId1"/></sheets></workbook>'),
        "relations": ("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
        "sheet": ("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{MAIN}"><sheetData>{rows or rows_of()}</sheetData></worksheet>'),
    }
    for key, value in replaced.items():
        short[key] = (short[key][0], value)
    return [(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text) for name, text in short.values() if text is not None]


def archive(entries, compression=zipfile.ZIP_DEFLATED):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as package:
        for name, content in entries:
            info = zipfile.ZipInfo(name, (2023, 10, 12, 9, 30, 0))
            info.compress_type = compression
            package.writestr(info, content)
    return target.getvalue()


def swapped(content, old, new):
    assert len(old) == len(new) and content.count(old) >= 1
    return content.replace(old, new)


class Unseekable(io.RawIOBase):
    """A target that cannot go back: sizes then stand behind the entries."""

    def __init__(self):
        self.content = bytearray()

    def writable(self):
        return True

    def write(self, piece):
        self.content += piece
        return len(piece)


def streamed(entries):
    target = Unseekable()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in entries:
            package.writestr(zipfile.ZipInfo(name, (2023, 10, 12, 9, 30, 0)), content)
    return bytes(target.content)


def strict():
    """As Excel saves by Strict Open XML Spreadsheet."""
    return [(name, text.replace("http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/").replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")) for name, text in parts()]


def wps():
    """What WPS 表格 is known to write: its own application name, etc namespaces, shared strings without counts, styles of its own."""
    strings = ["指标名称", "期间", "数值", "单位", "固定资产投资", "2023年三季度", "亿元"]
    rows = '<row r="1" spans="1:4" ht="14.25" customHeight="1">' + "".join(f'<c r="{column(i)}1" s="1" t="s"><v>{i}</v></c>' for i in range(4)) + "</row>"
    rows += '<row r="2" spans="1:4"><c r="A2" t="s"><v>4</v></c><c r="B2" t="s"><v>5</v></c><c r="C2" s="2"><v>12.5</v></c><c r="D2" t="s"><v>6</v></c></row>'
    etc = "http://www.wps.cn/officeDocument/2017/etCustomData"
    found = parts(
        types=f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>',
        workbook=f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><fileVersion appName="xl" lastEdited="3" lowestEdited="5" rupBuild="9302"/><workbookPr/><bookViews><workbookView windowWidth="28800" windowHeight="12540"/></bookViews><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="144525"/></workbook>',
        relations=f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId3" Type="{RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId4" Type="http://www.wps.cn/officeDocument/2020/cellImage" Target="cellimages.xml"/></Relationships>',
        sheet=f'<worksheet xmlns="{MAIN}" xmlns:r="{RELATIONS}" xmlns:etc="{etc}"><sheetPr/><dimension ref="A1:D2"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultColWidth="9" defaultRowHeight="13.5" outlineLevelRow="1" outlineLevelCol="3"/><sheetData>{rows}</sheetData><pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.5" footer="0.5"/><headerFooter/></worksheet>',
    )
    xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return found + [
        ("xl/sharedStrings.xml", xml + f'<sst xmlns="{MAIN}">' + "".join(f"<si><t>{text}</t></si>" for text in strings) + "</sst>"),
        ("xl/styles.xml", xml + f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="0.00_ "/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="0"/><xf numFmtId="176" applyNumberFormat="1"/></cellXfs></styleSheet>'),
        ("xl/cellimages.xml", xml + f'<etc:cellImages xmlns:etc="{etc}"/>'),
        ("docProps/app.xml", xml + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>WPS 表格</Application></Properties>'),
        ("docProps/custom.xml", xml + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property name="KSOProductBuildVer"/></Properties>'),
    ]


def text_or_raw(at, text):
    return f'<c r="{at}"><v>{text[1:]}</v></c>' if text[0] == "\0" else text_cell(at, text)


def indented():
    """A percent format in a style sheet with line breaks between its elements."""
    rows = rows_of([["指标名称", "期间", "数值"], ["地区生产总值增长", "2023Q3", 0.054]]).replace('<c r="C2">', '<c r="C2" s="1">')
    styles = f'<styleSheet xmlns="{MAIN}">\n  <numFmts count="1">\n    <numFmt numFmtId="180" formatCode="0.0%"/>\n  </numFmts>\n  <cellXfs count="2">\n    <xf numFmtId="0"/>\n    <xf numFmtId="180"/>\n  </cellXfs>\n</styleSheet>'
    return [(name, text.replace("><", ">\n  <")) for name, text in with_relation(f'<Relationship Id="s" Type="{RELATIONS}/styles" Target="styles.xml"/>') if "sheet1" not in name] + [("xl/styles.xml", styles), ("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{MAIN}">\n<sheetData>\n{rows}\n</sheetData>\n</worksheet>')]


def biff2():
    """Records of Excel 2 without a container; texts in the code page of a Chinese Windows."""
    def record(kind, data):
        return struct.pack("<HH", kind, len(data)) + data

    cells = b""
    for row, values in enumerate(RETURN):
        for number, value in enumerate(values):
            place = struct.pack("<HH", row, number) + bytes(3)
            cells += record(3, place + struct.pack("<d", value)) if isinstance(value, float) else record(4, place + bytes([len(value.encode("gbk"))]) + value.encode("gbk"))
    return record(0x0009, struct.pack("<HH", 2, 0x10)) + record(0x0042, struct.pack("<H", 936)) + cells + record(0x000A, b"")


def bomb():
    """60 MiB of blanks in some 60 KB."""
    return archive(parts(sheet=f'<worksheet xmlns="{MAIN}"><sheetData>{" " * (60 << 20)}{rows_of()}</sheetData></worksheet>'))


def lying():
    """An entry that unpacks to more than it declares, in both of its headers."""
    content = archive(parts())
    sheet = dict(parts())["xl/worksheets/sheet1.xml"].encode()
    return swapped(content, struct.pack("<I", len(sheet)), struct.pack("<I", len(sheet) - 100))


def wrong_checksum():
    content = archive(parts())
    sheet = dict(parts())["xl/worksheets/sheet1.xml"].encode()
    return swapped(content, struct.pack("<I", zlib.crc32(sheet)), struct.pack("<I", zlib.crc32(sheet) ^ 1))


def with_relation(extra_relation, *extra_parts):
    return [(name, text.replace("</Relationships>", extra_relation + "</Relationships>") if name == "xl/_rels/workbook.xml.rels" else text) for name, text in parts()] + list(extra_parts)


def renamed(rename):
    return [(rename(name), text) for name, text in parts()]


MACRO = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
DTD = '<!DOCTYPE x [<!ENTITY a "1"><!ENTITY b "&a;&a;&a;&a;">]>'

FILES = {path: (quirk, content) for path, quirk, content in [
    ("Programs/Biff2Chinese.xls", "an .xls of Excel 2, records without a container, texts in GBK", biff2()),
    ("Programs/StrictOoxml.xlsx", "the strict namespaces, as Excel saves by Strict Open XML", archive(strict())),
    ("Programs/Wps.xlsx", "imitates WPS 表格: its names, namespaces and parts", archive(wps())),
    ("Programs/NoDimension.xlsx", "no dimension, no styles, no shared strings", archive(parts())),
    ("Programs/WrongDimension.xlsx", "a dimension that says A1 alone", archive(parts(sheet=f'<worksheet xmlns="{MAIN}"><dimension ref="A1"/><sheetData>{rows_of()}</sheetData></worksheet>'))),
    ("Programs/NoCellPlaces.xlsx", "rows and cells without places", archive(parts(rows_of().replace(' r="1"', "").replace(' r="2"', "").replace("<c r=", "<c data-r=")))),
    ("Programs/SparseRows.xlsx", "cells at B2, Z2 and in row 1,000 only", archive(parts('<row r="2">' + text_cell("B2", "指标名称") + text_cell("M2", "期间") + text_cell("Z2", "数值（亿元）") + '</row><row r="1000">' + text_cell("B1000", "固定资产投资") + text_cell("M1000", "2023Q3") + '<c r="Z1000"><v>12.5</v></c></row>'))),
    ("Programs/NamespacePrefixes.xlsx", "every element with a prefix", archive(parts(sheet=f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>' + rows_of().replace("</", "\0").replace("<", "<x:").replace("\0", "</x:") + "</x:sheetData></x:worksheet>"))),
    ("Programs/AbsoluteTargets.xlsx", "targets from the root, parts under other names", archive([(name.replace("worksheets/sheet1", "s/data"), text.replace("worksheets/sheet1.xml", "/xl/s/data.xml").replace("/xl//xl", "/xl")) for name, text in parts()])),
    ("Programs/LowerCaseNames.xlsx", "part names in another case than the relationships", archive(renamed(lambda name: name.replace("xl/worksheets", "XL/Worksheets")))),
    ("Programs/Utf16Parts.xlsx", "a sheet in UTF-16", archive([(name, text.replace("UTF-8", "UTF-16").encode("utf-16") if "sheet1" in name else text) for name, text in parts()])),
    ("Programs/StoredZip.xlsx", "parts that are not compressed", archive(parts(), zipfile.ZIP_STORED)),
    ("Programs/StreamedZip.xlsx", "sizes behind the entries, as streaming writers put them", streamed(parts())),
    ("Programs/ZipComment.xlsx", "a comment behind the archive", archive(parts())[:-2] + struct.pack("<H", 5) + b"ordos"),
    ("Programs/PhoneticText.xlsx", "readings above the characters are no part of the text", archive(parts(rows_of(cell=lambda at, text: f'<c r="{at}" t="inlineStr"><is><r><t>{text[:2]}</t></r><r><rPr><b/></rPr><t>{text[2:]}</t></r><rPh sb="0" eb="1"><t>gù dìng</t></rPh></is></c>')))),
    ("Programs/IsoDates.xlsx", "a day stored as ISO text", archive(parts(rows_of().replace(text_cell("B2", "2023Q3"), '<c r="B2" t="d"><v>2023-09-30</v></c>')))),
    ("Numbers/LongDoubles.xlsx", "doubles with 17 digits become their shortest decimal", archive(parts(rows_of([["指标名称", "地区", "期间", "数值", "单位"]] + [["固定资产投资", region, "2023Q3", number, "亿元"] for region, number in [("全市", "\0" + "0.45300000000000001"), ("东胜区", "\0" + "12.340000000000002"), ("康巴什区", "\0" + "4.3499999999999996"), ("达拉特旗", "\0" + "0.30000000000000004"), ("准格尔旗", "\0" + "9.9999999999999995E-8")]], cell=text_or_raw)))),
    ("Programs/Indented.xlsx", "parts that are indented, as for reading", archive(indented())),
    ("Programs/ExternalLink.xlsx", "a link to another workbook, which is not followed", archive(with_relation(f'<Relationship Id="x" Type="{RELATIONS}/externalLink" Target="externalLinks/externalLink1.xml"/>', ("xl/externalLinks/externalLink1.xml", f'<externalLink xmlns="{MAIN}"/>')))),
    ("Programs/EmbeddedObject.xlsx", "an embedded object, which is not opened", archive(parts() + [("xl/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0")])),
    ("Programs/ChartSheetBeside.xlsx", "a chart sheet beside the return", archive([(name, text.replace("<sheets>", '<sheets><sheet name="图" sheetId="9" r:id="c"/>')) for name, text in with_relation(f'<Relationship Id="c" Type="{RELATIONS}/chartsheet" Target="chartsheets/sheet1.xml"/>', ("xl/chartsheets/sheet1.xml", f'<chartsheet xmlns="{MAIN}"/>'))])),
    ("Programs/HugeDimension.xlsx", "a dimension of the whole sheet and one cell in its last corner", archive(parts(sheet=f'<worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/><sheetData>{rows_of()}<row r="1048576">{text_cell("XFD1048576", "末")}</row></sheetData></worksheet>'))),
    ("Faults/RowBeyondTheLast.xlsx", "a row below the last one that a sheet has", archive(parts(rows_of() + '<row r="1048577"><c r="A1048577"><v>1</v></c></row>'))),
    ("Faults/CellsOutOfOrder.xlsx", "cells that do not ascend", archive(parts('<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'))),
    ("Faults/MissingSheetPart.xlsx", "a sheet without its part", archive(parts(sheet=None))),
    ("Faults/MissingWorkbookPart.xlsx", "a package without its workbook", archive(parts(workbook=None))),
    ("Faults/NoSheets.xlsx", "a workbook without sheets", archive(parts(workbook=f'<workbook xmlns="{MAIN}"><sheets/></workbook>'))),
    ("Faults/SharedStringBeyond.xlsx", "a text that the workbook does not have", archive(parts('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'))),
    ("Faults/MalformedXml.xlsx", "a sheet whose XML ends in the middle", archive(parts(sheet=f'<worksheet xmlns="{MAIN}"><sheetData>{rows_of()}'))),
    ("Faults/NumberNotANumber.xlsx", "a number cell that holds words", archive(parts('<row r="1"><c r="A1"><v>十二</v></c></row>'))),
    ("Programs/HugeMerge.xlsx", "a merged range of the whole sheet", archive(parts(sheet=f'<worksheet xmlns="{MAIN}"><sheetData>{rows_of()}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'))),
    ("Faults/DocumentType.xlsx", "a document type with entities", archive(parts(sheet=DTD + f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'))),
    ("Faults/DocumentTypeInProperties.xlsx", "a document type in a part without cells", archive(parts() + [("docProps/app.xml", DTD + "<x/>")])),
    ("Faults/Macros.xlsx", "an .xlsm under another name", archive([(name, text.replace("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", MACRO)) for name, text in parts()] + [("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")])),
    ("Faults/MacroSheet.xlsx", "an Excel 4.0 macro sheet", archive(parts() + [("xl/macrosheets/sheet1.xml", "<x/>")])),
    ("Faults/Docx.xlsx", "a Word document of the smallest kind", archive([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>")])),
    ("Faults/Pptx.xlsx", "a presentation", archive([("[Content_Types].xml", "<Types/>"), ("ppt/presentation.xml", "<p/>")])),
    ("Faults/PlainZip.xlsx", "an archive of other files", archive([("报表.csv", "a,b\n")])),
    ("Faults/ZipBomb.xlsx", "60 MiB of blanks in some 60 KB", bomb()),
    ("Faults/DuplicateEntry.xlsx", "two entries of one name", archive(parts() + [("xl/worksheets/sheet1.xml", parts()[-1][1])])),
    ("Faults/DuplicateEntryByCase.xlsx", "two entries that differ by case alone", archive(parts() + [("xl/worksheets/SHEET1.xml", parts()[-1][1])])),
    ("Faults/LyingSize.xlsx", "an entry that unpacks to more than it declares", lying()),
    ("Faults/WrongChecksum.xlsx", "an entry whose checksum is another", wrong_checksum()),
    ("Faults/PathUpwards.xlsx", "an entry that points out of the package", archive(parts() + [("../../etc/passwd", "x")])),
    ("Faults/PathAbsolute.xlsx", "an entry from the root", archive(parts() + [("/etc/passwd", "x")])),
    ("Faults/PathBackslashes.xlsx", "backslashes in the names of entries", archive(parts() + [("xl\\extra.xml", "<x/>")])),
    ("Faults/EncryptedZip.xlsx", "an entry under a password of zip", archive(parts()).replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00", 1)),
    ("Faults/Truncated.xlsx", "an upload that broke off", archive(parts())[:-200]),
    ("Faults/TextBeforeTheArchive.xlsx", "an archive with something in front of it", b"#!/bin/sh\n" + archive(parts())),
]}
