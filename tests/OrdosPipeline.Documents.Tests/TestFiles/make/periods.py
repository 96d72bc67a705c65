"""How periods are written."""

from programs import exceljs, openpyxl, populate, sheetjs, xlsxwriter, xlwt
from table import For, Number, sheet
from values import REGIONS

HEADER = "指标名称|地区|期间|数值|单位"


def spelt(*periods, indicator="固定资产投资", unit="亿元", cells=None, above=()):
    """One spelling per region, so that every row is of its own."""
    rows = [f"{indicator}|{region}|'{period}|{number}|{unit}" for number, (region, period) in enumerate(zip(REGIONS, periods), 11)]
    return [sheet(*above, HEADER, *rows, cells=cells)]


def days(*cells):
    return spelt(*[""] * len(cells), cells={f"C{row}": cell for row, cell in enumerate(cells, 2)})


DATES = days(Number(45199, "yyyy-mm-dd"), Number(45170, 'yyyy"年"m"月"'), Number(45199, "yyyy/m/d;@"), Number(45199, "[$-804]yyyy年m月d日"), Number(2023, "yyyy"), Number(45199.5, "m/d/yy h:mm"), Number(2023), Number(202309))
DATES_1904 = days(Number(43737, "yyyy-mm-dd"), Number(43708, 'yyyy"年"m"月"'), Number(2023))

FILES = {
    "Periods/Quarters.xlsx": ("spellings of a quarter alone", openpyxl, spelt("2023年三季度", "2023年第三季度", "2023Q3", "2023年7-9月", "2023-Q3", "2023年3季度", "二〇二三年三季度", "２０２３年第３季度", "2023 年 三 季度", "2023年Q3")),
    "Periods/QuartersMore.xls": ("rarer spellings of a quarter", xlwt, spelt("2023年7—9月份", "2023年7月-9月", "2023年7至9月", "2023/Q3", "2023.Q3", "Q3 2023", "2023年度第三季度", "2023年三季", "2023年第三季度（当季）", "2023三季度")),
    "Periods/YearToDate.xlsx": ("spellings of January to September", populate, spelt("2023年1-9月", "2023年1—9月份", "2023年1至9月", "截至2023年9月末", "2023年前三季度", "2023Q3YTD", "2023年一至三季度", "2023年1－9月", "2023年1~9月", "2023年1-9月累计")),
    "Periods/YearToDateMore.xls": ("rarer spellings of January to September", xlwt, spelt("截止2023年9月底", "2023年1月至9月", "2023.1-9", "2023年前9个月", "2023年9月累计", "2023年1-3季度", "2023年1月1日-9月30日", "截至三季度末", "2023年年初至9月", "2023M09YTD")),
    "Periods/HalfYear.xlsx": ("spellings of the first half", xlsxwriter, spelt("2023年上半年", "2023年1-6月", "2023Q2YTD", "2023上半年", "2023年前两季度", "2023年前二季度", "2023年H1", "二〇二三年上半年")),
    "Periods/SecondHalf.xlsx": ("the second half is no period of its own", openpyxl, spelt("2023年下半年", "2023年7-12月", "2023H2")),
    "Periods/Years.xlsx": ("spellings of a year", exceljs, spelt("2023", "2023年", "二〇二三年", "2023年度", "2023年全年", "2023年1-12月", "二○二三年", "2023全年", "２０２３", "二零二三年")),
    "Periods/Months.xlsx": ("spellings of a month, and of January to that month", sheetjs, spelt("2023年8月", "2023-08", "2023年1-8月", "202308", "2023年8月份", "2023/8", "2023M08", "2023年八月", "2023.08", "2023M08YTD"), "xlsx"),
    "Periods/OneSpellingOfAPeriod.xlsx": ("periods that are the same: 1-3月 and 一季度, 1-12月 and 全年", openpyxl, [sheet(HEADER, "固定资产投资|全市|2023年1-3月|100|亿元", "固定资产投资|全市|2023年一季度|100|亿元", "固定资产投资|东胜区|2022年1-12月|40|亿元", "固定资产投资|东胜区|2022年|41|亿元")]),
    "Periods/EndsOfAStock.xlsx": ("of a stock only the end matters", openpyxl, [sheet("指标名称|期间|数值|单位", "公路通车里程|2023年三季度|25000|公里", "公路通车里程|2023年1-9月|25000|公里", "公路通车里程|2023-09-30|25000|公里", "公路通车里程|2023年1-8月|24900|公里", "公路通车里程|2022年12月末|24000|公里", "公路通车里程|2022年四季度|24000|公里")], For("transport")),
    "Periods/WithoutYear.xlsx": ("a year in a key line completes periods without one", exceljs, spelt("三季度", "1-9月", "上半年", "8月", "前三季度", "全年", above=["报告期：2023年"])),
    "Periods/YearMissing.xlsx": ("periods without a year, and none anywhere", openpyxl, spelt("三季度", "1-9月", "去年", "本季度")),
    "Periods/Unreadable.xlsx": ("periods that cannot be", openpyxl, spelt("2023年13月", "2023年五季度", "2023年9-7月", "2023-02-30", "近期", "2023年4-8月", "23年三季度", "2023年三、四季度")),
    "Periods/Missing.xlsx": ("rows without a period", openpyxl, spelt("", "—")),
    "Periods/OutsideThePlan.xlsx": ("before the plan, after the day, after the plan", openpyxl, spelt("2020年", "2024年一季度", "2026年", "2019Q3")),
    "Periods/DatesAsPeriods.xlsx": ("dates and numbers as periods", xlsxwriter, DATES),
    "Periods/DatesAsPeriods.xls": ("dates and numbers as periods", xlwt, DATES),
    "Periods/DatesAsPeriods1904.xlsx": ("dates of the 1904 system as periods", openpyxl, DATES_1904, {"epoch1904": True}),
    "Periods/DatesAsPeriods1904.xls": ("dates of the 1904 system as periods", xlwt, DATES_1904, {"epoch1904": True}),
    "Periods/DatesInHeader.xlsx": ("dates as headers of a wide table", populate, [sheet("指标名称|单位|||", "固定资产投资|亿元|100|200|", cells={"C1": Number(45016, 'yyyy"年"m"月"'), "D1": Number(45107, "yyyy-mm")})]),
    "Periods/KeyLineAsDate.xlsx": ("报告期 as a date cell", populate, [sheet("报告期：|", "指标名称|数值|单位", "固定资产投资|12.5|亿元", cells={"B1": Number(45199, "yyyy-mm-dd")})]),
}
