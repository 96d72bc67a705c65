"""What rows are about: indicators, regions, departments."""

from programs import exceljs, openpyxl, populate, sheetjs, writeexcel, xlsxwriter, xlwt
from table import For, sheet
from values import REGIONS

HEADER = "指标名称|期间|数值|单位"

FILES = {
    "Names/Aliases.xlsx": ("aliases of the catalogue", openpyxl, [sheet(HEADER, "GDP增速|2023Q3|5.4|%", "全社会固定资产投资|2023Q3|12.5|亿元", "城镇化率|2022|78.3|%", "数字经济占比|2022|2.5|%")]),
    "Names/HarmlessDifferences.xlsx": ("blanks, brackets, punctuation, 全市 in front", xlsxwriter, [sheet(HEADER, "固定 资产　投资|2023Q3|12.5|亿元", "全市地区生产总值增长|2023Q3|5.4|%", "数字经济核心产业增加值占地区生产总值的比重。|2022|2.5|%", "常住人口\\n城镇化率|2022|78.3|%", "居民人均可支配收入增长：|2023Q3|6.1|%")]),
    "Names/FullWidthLetters.xls": ("full-width letters and brackets", xlwt, [sheet("指标名称|期间|数值", "ＧＤＰ增速|2023Q3|5.4%", "Ｈ０３|2023Q2|12.5亿元")]),
    "Names/CodeAndNameInOneCell.xlsx": ("code and name in one cell", populate, [sheet(HEADER, "H03 固定资产投资|2023Q3|12.5|亿元", "H01-地区生产总值增长|2023Q3|5.4|%")]),
    "Names/Misspelt.xlsx": ("names with a slip: the nearest are offered", openpyxl, [sheet(HEADER, "固定资产头资|2023Q3|12.5|亿元", "常住人口城镇化律|2022|78.3|%", "居民人均可支配收人增长|2023Q3|6.1|%")]),
    "Names/Ambiguous.xlsx": ("names that are part of several", openpyxl, [sheet(HEADER, "人均可支配收入|2023Q3|6.1|元", "比重|2022|2.5|%")]),
    "Names/NotInPlan.xlsx": ("rows that no plan asks for are left in the file", sheetjs, [sheet("报告期：2023年三季度", "指标名称|数值|单位", "社会消费品零售总额|512.3|亿元", "固定资产投资|12.5|亿元", "居民消费价格指数|100.3|%", "地区生产总值|4200|亿元")], "xlsx"),
    "Names/CodeUnknown.xlsx": ("codes that nobody has", openpyxl, [sheet("指标编码|期间|数值", "H99|2023Q3|12.5", "X1|2023Q3|1")]),
    "Names/CodeAndNameDisagree.xlsx": ("a code and the name of another", openpyxl, [sheet("指标编码|指标名称|期间|数值|单位", "H03|常住人口城镇化率|2022|78.3|%", "H04|城镇化率|2022|78.3|%")]),
    "Names/Missing.xlsx": ("values without a name", openpyxl, [sheet(HEADER, "|2023Q3|12.5|亿元", "固定资产投资|2023Q2|10|亿元")]),
    "Names/OfAnotherDepartment.xlsx": ("indicators of another department", openpyxl, [sheet(HEADER, "公路通车里程|2023Q3|25000|公里", "固定资产投资|2023Q3|12.5|亿元")]),
    "Names/DepartmentDiffers.xlsx": ("填报单位 names another department", exceljs, [sheet("填报单位：市能源局|报告期：2023年三季度", "指标名称|数值|单位", "固定资产投资|12.5|亿元")]),
    "Names/FolderUnknown.xlsx": ("a folder of no department", openpyxl, [sheet(HEADER, "固定资产投资|2023Q3|12.5|亿元")], For("no-such-department")),
    "Names/Regions.xlsx": ("regions by name, short name and code", openpyxl, [sheet("指标名称|地区|期间|数值|单位", *[f"固定资产投资|{region}|2023Q3|{number}|亿元" for number, region in enumerate("鄂尔多斯市 东胜 150603 达旗 准格尔 鄂前旗 鄂旗 杭锦 乌审 伊旗".split(), 11)])]),
    "Names/RegionsMore.xls": ("totals among regions, numbered and spaced", writeexcel, [sheet("指标名称|旗区|期间|数值|单位", "固定资产投资|合　计|2023Q3|300|亿元", "固定资产投资|1.东胜区|2023Q3|100|亿元", "固定资产投资|（二）达拉特旗|2023Q3|50|亿元", "固定资产投资|其中：伊金霍洛旗|2023Q3|60|亿元")]),
    "Names/RegionsUnknown.xlsx": ("regions of other cities, and one misspelt", openpyxl, [sheet("指标名称|地区|期间|数值|单位", "固定资产投资|海勃湾区|2023Q3|12.5|亿元", "固定资产投资|东升区|2023Q3|12.5|亿元", "固定资产投资|150699|2023Q3|12.5|亿元")]),
    "Names/BannerOwn.xlsx": ("a banner without a region column reports for itself", openpyxl, [sheet("填报单位：达拉特旗人民政府|报告期：2023年三季度", "指标名称|数值|单位", "固定资产投资|12.5|亿元", "营造林面积|3.2|万亩")], For("dalad")),
    "Names/BannerOfAnother.xlsx": ("a banner that reports for another", openpyxl, [sheet("指标名称|地区|期间|数值|单位", "固定资产投资|达旗|2023Q3|12.5|亿元", "固定资产投资|东胜区|2023Q3|20|亿元", "固定资产投资|全市|2023Q3|300|亿元")], For("dalad")),
    "Names/RowsConflict.xlsx": ("one key, two values", openpyxl, [sheet(HEADER, "固定资产投资|2023Q3|12.5|亿元", "地区生产总值增长|2023Q3|5.4|%", "H03|2023年第三季度|125001|万元")]),
    "Names/RowsRepeat.xlsx": ("one key, the same value twice", openpyxl, [sheet(HEADER, "固定资产投资|2023Q3|12.5|亿元", "固定资产投资额|2023年7-9月|125000|万元")]),
    "Names/SeveralSheetsOneKey.xlsx": ("two sheets that disagree", openpyxl, [sheet(HEADER, "固定资产投资|2023Q3|12.5|亿元", name="投资"), sheet(HEADER, "固定资产投资|2023Q3|13.5|亿元", name="汇总")]),
    "Names/FormulaStartsInNames.xlsx": ("texts that a spreadsheet would take for formulas", openpyxl, [sheet(HEADER, '=HYPERLINK("http://x")|2023Q3|12.5|亿元', "@SUM(A1)|2023Q3|1|亿元", "+cmd|2023Q3|1|亿元")]),
}
