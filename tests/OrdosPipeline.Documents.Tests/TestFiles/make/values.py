"""How numbers are written, and what stands in their place."""

from programs import exceljs, gnumeric, libreoffice, openpyxl, poi, populate, sheetjs, writeexcel, xlsxwriter, xlwt
from table import Boolean, For, Formula, Number, sheet

HEADER = "指标名称|地区|期间|数值|单位"
REGIONS = "全市 东胜区 康巴什区 达拉特旗 准格尔旗 鄂托克前旗 鄂托克旗 杭锦旗 乌审旗 伊金霍洛旗".split()


def spelt(*texts, indicator="固定资产投资", period="2023Q3", unit="亿元", cells=None):
    """One spelling per region, so that every row is of its own."""
    rows = [f"{indicator}|{region}|{period}|'{text}|{unit}" for region, text in zip(REGIONS, texts)]
    return [sheet(HEADER, *rows, cells=cells)]


FILES = {
    "Numbers/StoredAsText.xlsx": ("numbers stored as text, with blanks around and an apostrophe in front", openpyxl, spelt("12.5", " 12.6 ", "'12.7", "\u00a012.8", "12.9\u3000", "0012.5", ".5", "12.50", "12\u200b.1")),
    "Numbers/FullWidth.xlsx": ("full-width digits, points and signs", populate, spelt("１２．５", "１２３", "＋１．５", "１，２３４．５", "５．４％", "１２.５亿元")),
    "Numbers/NegativeSigns.xls": ("every minus sign and brackets", xlwt, spelt("-1.1", "－1.2", "−1.3", "–1.4", "（1.5）", "(1.6)", "- 1.7", "（1.8%）", "(1.9)%", indicator="地区生产总值增长", unit="%")),
    "Numbers/PlusSign.xlsx": ("a plus sign in front", exceljs, spelt("+5.4", "＋5.5", "+ 5.6", indicator="地区生产总值增长", unit="%")),
    "Numbers/Thousands.xlsx": ("thousands separated by comma, full-width comma, 、 blank and apostrophe", xlsxwriter, spelt("1,234.5", "1，234.5", "1、234.5", "1 234.5", "1'234.5", "1,234", "9,999.99")),
    "Numbers/WrongThousands.xlsx": ("separators before groups that are not three digits", xlsxwriter, spelt("12,34", "1,23,456", "1，5", "0,123", "1.234.567", "12,3456")),
    "Numbers/GluedUnits.xlsx": ("units behind the number", libreoffice, spelt("2.3亿元", "23000万元", "1.2 亿元", "1.1（亿元）", "１.５亿元", "130000000元", "￥12亿", unit="")),
    "Numbers/PercentFormats.xlsx": ("percent formats of a growth, a share and of something that is no percentage", xlsxwriter, [sheet(HEADER, "地区生产总值增长|全市|2023Q3||%", "地区生产总值增长|东胜区|2023Q3||", "常住人口城镇化率|全市|2022||%", "常住人口城镇化率|东胜区|2022||%", "固定资产投资|全市|2023Q3||亿元",
        cells={"D2": Number(0.054, "0.0%"), "D3": Number(-0.029, "0%"), "D4": Number(0.78300000000000003, "0.00%"), "D5": Number(78.3, '0.0"%"'), "D6": Number(0.125, "0.0%")})]),
    "Numbers/FractionOfAShare.xlsx": ("0.783 without a percent format: a fraction or 0.783 %?", openpyxl, [sheet(HEADER, "常住人口城镇化率|全市|2022|0.783|%")]),
    "Numbers/CustomFormats.xlsx": ("formats for accounts, colours, conditions and words around the number", xlsxwriter, spelt(*[""] * 6, cells={
        "D2": Number(12.5, "#,##0.00_);[Red](#,##0.00)"), "D3": Number(12.6, '[>=100]0;[Red]0.0'), "D4": Number(12.7, '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ '), "D5": Number(12.8, "@"), "D6": Number(12.9, '"约"0.0'), "D7": Number(1.5, "# ?/?")})),
    "Numbers/ScaledFormats.xlsx": ("formats that show a thousandth or ten-thousandth of the number", xlsxwriter, [sheet(HEADER, *[f"固定资产投资|{region}|2023Q3||万元" for region in REGIONS[:5]], cells={"D2": Number(1250000000, "0!.0,"), "D3": Number(125000000, "#,##0,"), "D4": Number(125000000, "0.00,,"), "D5": Number(125000, "#,##0.0"), "D6": Number(1250000000, '0\\.0,"万元"')})]),
    "Numbers/UnitInFormat.xlsx": ("a unit that only the format shows", xlsxwriter, [sheet("指标名称|期间|数值", "固定资产投资|2023Q3|", "固定资产投资|2023Q2|", cells={"C2": Number(12.5, '0.0"亿元"'), "C3": Number(125000, '#,##0\\万\\元')})]),
    "Numbers/Scientific.xls": ("scientific notation as number and text", poi, spelt("", "1.25E+03", "1.25e3", "1.25E-1", "1.25×10³", cells={"D2": Number(1250, "0.00E+00")})),
    "Numbers/MoreDigitsThanADecimal.xlsx": ("more digits than any figure has", openpyxl, spelt("0.1234567890123456789012345678", "12345678901234567890123456789012")),
    "Numbers/FootnoteMarks.xlsx": ("footnote marks and words behind a number", sheetjs, spelt("5.4①", "5.4*", "5.4（初步）", "5.4 注1", "5.4。"), "xlsx"),
    "Numbers/ChineseNumerals.xlsx": ("numbers in Chinese words", openpyxl, spelt("十二点五", "一百", "两成", "五点四亿元")),
    "Numbers/Ranges.xlsx": ("two numbers in one cell", openpyxl, spelt("12-13", "12~13", "12至13", "12/13", "12;13", "第12位")),
    "Numbers/Formulas.xlsx": ("formulas with the values that their program left", exceljs, [sheet(HEADER, "固定资产投资|东胜区|2023Q3|100|亿元", "固定资产投资|康巴什区|2023Q3|20.5|亿元", "固定资产投资|全市|2023Q3||亿元", cells={"D4": Formula("SUM(D2:D3)", 120.5)})]),
    "Numbers/Formulas.xls": ("formulas with the values that their program left", libreoffice, [sheet(HEADER, "固定资产投资|东胜区|2023Q3|100|亿元", "固定资产投资|康巴什区|2023Q3|20.5|亿元", "固定资产投资|全市|2023Q3||亿元", cells={"D4": Formula("SUM(D2:D3)", 120.5)})]),
    "Numbers/FormulasUncalculated.xlsx": ("formulas that nobody has calculated", openpyxl, [sheet(HEADER, "固定资产投资|东胜区|2023Q3|100|亿元", "固定资产投资|全市|2023Q3||亿元", cells={"D3": Formula("SUM(D2:D2)")})]),
    "Numbers/FormulasOfText.xlsx": ("formulas whose value is a text, and one left to be calculated", xlsxwriter, [sheet(HEADER, "固定资产投资|东胜区|2023Q3||亿元", "固定资产投资|全市|2023Q3||亿元", "|全市|2023Q1|7|亿元", cells={"D2": Formula('TEXT(12.5,"0.0")', "12.5"), "D3": Formula('IF(A1="","x","")', ""), "A4": Formula('"固定"&"资产投资"', "固定资产投资")})]),
    "Numbers/ErrorValues.xlsx": ("error values, calculated and typed", libreoffice, [sheet(HEADER, "固定资产投资|东胜区|2023Q3||亿元", "固定资产投资|全市|2023Q3|#REF!|亿元", "固定资产投资|康巴什区|2023Q3||亿元", cells={"D2": Formula("1/0"), "D4": Formula("NA()")})]),
    "Numbers/BooleansAndDates.xlsx": ("TRUE and a date where a number belongs", openpyxl, spelt("", "", cells={"D2": Boolean(True), "D3": Number(45199, "yyyy-mm-dd")})),
    "Numbers/OutOfRange.xlsx": ("values that cannot be", openpyxl, [sheet(HEADER, "地区生产总值增长|全市|2023Q3|540|%", "常住人口城镇化率|全市|2022|178|%", "固定资产投资|全市|2023Q3|-5|亿元")]),
    "Numbers/MissingMarks.xlsx": ("every mark for a missing value", xlsxwriter, spelt("—", "-", "/", "…", "无", "暂无", "N/A", "——", "--", "……")),
    "Numbers/MissingMarksMore.xls": ("further marks for a missing value", writeexcel, spelt("NA", "null", "－", "―", "未统计", "暂无数据", "*", "不详", "空", "?")),
    "Numbers/ImpreciseWords.xlsx": ("words that make a number imprecise", openpyxl, spelt("约12.5", "大约12.5", "12.5左右", "12.5以上", "12.5以下", "近12.5", "超12.5", "突破12.5", "12.5余", "~12.5")),
    "Numbers/ImpreciseWordsMore.xls": ("more of them, with units and full-width signs", gnumeric, spelt("～12.5", "约12.5亿元", "12.5亿元左右", "12多", "≥12.5", "不足12.5", "12.5+", "接近12.5", "将近12.5亿元", "12.5上下"), "excel_biff8"),
    "Numbers/YesNo.xlsx": ("the words of a yes/no indicator", exceljs, [sheet("指标编码|期间|数值", *[f"{code}|2023|{word}" for code, word in zip("T003 T007 T008 T016 T017".split(), ["是", "未完成", "√", "×", "已完成"])], cells={"C7": Boolean(True), "A7": "T003", "B7": "2022", "C8": Number(0), "A8": "T007", "B8": "2022"})], For("science-technology")),
    "Numbers/YesNoUnreadable.xlsx": ("what is neither yes nor no", openpyxl, [sheet("指标编码|期间|数值", "T003|2023|基本完成", "T007|2023|50%", "T008|2023|2")], For("science-technology")),
    "Numbers/Withdrawals.xlsx": ("撤回 withdraws an earlier value", openpyxl, spelt("撤回", "（撤回）", "撤 回", "【撤回】", "撤回12.5")),
    "Numbers/WordsForAValue.xlsx": ("words where a number belongs", openpyxl, spelt("持平", "翻一番", "完成", "待定", "见附件")),
}
