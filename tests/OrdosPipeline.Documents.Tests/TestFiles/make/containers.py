"""What programs make of the same small return."""

from programs import exceljs, gnumeric, libreoffice, openpyxl, poi, populate, sheetjs, writeexcel, xlsxwriter, xlwt
from table import Boolean, Number, sheet

RETURN = [
    sheet("鄂尔多斯市主要经济指标", "报告期：2023年1-9月", "指标名称|单位|全市|东胜区", "固定资产投资|亿元|300|100", "地区生产总值增长|%||5.5", "常住人口城镇化率|%|78.3|", cells={"C5": Number(0.054, "0.0%")}, merge="A1:D1", name="月报"),
    sheet("内部测算", hidden=True, name="底稿"),
]

FILES = {
    "Programs/Openpyxl.xlsx": ("openpyxl's .xlsx", openpyxl, RETURN),
    "Programs/XlsxWriter.xlsx": ("XlsxWriter's .xlsx", xlsxwriter, RETURN),
    "Programs/XlsxWriterInlineStrings.xlsx": ("texts within the cells", xlsxwriter, RETURN, {"constant_memory": True}),
    "Programs/Xlwt.xls": ("xlwt's .xls", xlwt, RETURN),
    "Programs/XlsxPopulate.xlsx": ("xlsx-populate's .xlsx", populate, RETURN),
    "Programs/Poi.xls": ("Apache POI's .xls", poi, RETURN),
    "Programs/SheetJs.xlsx": ("SheetJS's .xlsx: texts as formula results", sheetjs, RETURN, "xlsx"),
    "Programs/SheetJsSharedStrings.xlsx": ("SheetJS's .xlsx with shared strings", sheetjs, RETURN, "xlsx", "sst"),
    "Programs/SheetJs.xls": ("SheetJS's .xls of Excel 97", sheetjs, RETURN, "biff8"),
    "Programs/SheetJsBiff5.xls": ("SheetJS's .xls of Excel 5, in which it writes no Chinese", sheetjs, RETURN, "biff5"),
    "Programs/SheetJsBiff2.xls": ("SheetJS's .xls of Excel 2, in which it writes no Chinese", sheetjs, RETURN, "biff2"),
    "Programs/ExcelJs.xlsx": ("exceljs's .xlsx", exceljs, RETURN),
    "Programs/ExcelJsStreamed.xlsx": ("exceljs's streamed .xlsx", exceljs, RETURN, "stream"),
    "Programs/SpreadsheetWriteExcel.xls": ("Perl's .xls", writeexcel, RETURN),
    "Programs/ExcelWriterXlsx.xlsx": ("Perl's .xlsx", writeexcel, RETURN),
    "Programs/LibreOffice.xlsx": ("LibreOffice's .xlsx", libreoffice, RETURN),
    "Programs/LibreOffice.xls": ("LibreOffice's .xls", libreoffice, RETURN),
    "Programs/LibreOfficeIso.xlsx": ("LibreOffice's .xlsx by the filter Office Open XML", libreoffice, RETURN, "Calc Office Open XML"),
    "Programs/GnumericBiff7.xls": ("Gnumeric's .xls of Excel 5/95, in which it writes no Chinese", gnumeric, RETURN, "excel_biff7"),
    "Programs/GnumericBiff8.xls": ("Gnumeric's .xls of Excel 97", gnumeric, RETURN, "excel_biff8"),
    "Programs/GnumericTwoStreams.xls": ("an .xls that holds the workbook twice, as Excel 5 and as Excel 97", gnumeric, RETURN, "excel_dsf"),
    "Programs/Gnumeric.xlsx": ("Gnumeric's .xlsx, first edition: indented, hidden sheets shown", gnumeric, RETURN, "xlsx"),
    "Programs/GnumericSecondEdition.xlsx": ("Gnumeric's .xlsx, second edition", gnumeric, RETURN, "xlsx2"),
    "Cells/HiddenColumns.xlsx": ("hidden rows and columns are read", exceljs, [sheet("指标名称|期间|数值|单位", "固定资产投资|2023Q3|12.5|亿元", "地区生产总值增长|2023Q3|5.4|%", hidden_rows=[3], hidden_columns=["B"])]),
    "Cells/AllSheetsHidden.xls": ("no sheet that is not hidden but an empty one", xlwt, [sheet("", name="首页"), sheet("指标名称|期间|数值|单位", "固定资产投资|2023Q3|12.5|亿元", name="数据", hidden=True)]),
    "Cells/EmptySheets.xlsx": ("empty sheets beside the return", openpyxl, [sheet("", name="封面"), sheet("指标名称|期间|数值|单位", "固定资产投资|2023Q3|12.5|亿元", name="数据"), sheet("", name="Sheet3")]),
    "Cells/SheetWithoutTable.xlsx": ("a sheet of instructions beside the return", openpyxl, [sheet("填表说明", "一、请按季度填报。", "二、数据保留一位小数。", name="说明"), sheet("指标名称|期间|数值|单位", "固定资产投资|2023Q3|12.5|亿元", name="数据")]),
    "Cells/OnlyInstructions.xlsx": ("nothing but instructions", openpyxl, [sheet("填表说明", "一、请按季度填报。", name="说明")]),
    "Cells/LongTexts.xlsx": ("a remark of 30,000 characters", xlsxwriter, [sheet("指标名称|期间|数值|单位|备注", "固定资产投资|2023Q3|12.5|亿元|" + "情况说明" * 7500)]),
    "Cells/Emoji.xlsx": ("characters beyond the basic plane", populate, [sheet("指标名称|期间|数值|单位|备注", "固定资产投资|2023Q3|12.5|亿元|𠮷𡃁😀")]),
}
