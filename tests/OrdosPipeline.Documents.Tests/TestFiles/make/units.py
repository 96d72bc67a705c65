"""Units and where they stand."""

from programs import exceljs, gnumeric, libreoffice, openpyxl, poi, populate, sheetjs, writeexcel, xlsxwriter, xlwt
from table import For, sheet
from values import REGIONS

HEADER = "指标名称|地区|期间|数值|单位"


def family(indicator, *pairs, period="2023"):
    """The same quantity in several units, one per region."""
    return [sheet(HEADER, *[f"{indicator}|{region}|{period}|{pair.replace(' ', '|')}" for region, pair in zip(REGIONS, pairs)])]


FILES = {
    "Units/Money.xlsx": ("money", openpyxl, family("固定资产投资", "12.5 亿元", "125000 万元", "1250000000 元", "1250000 千元", "1250 百万元", "12.5 亿元人民币", "125000 人民币万元")),
    "Units/Area.xls": ("area: 亩 and 公顷 convert exactly", xlwt, family("营造林面积", "15 万亩", "150000 亩", "10000 公顷", "100 平方公里", "1 万公顷", "100000000 平方米", "10000 万平方米", "100 km²", "100 平方千米", "15.5 公顷"), For("forestry-grassland")),
    "Units/Mass.xlsx": ("mass", xlsxwriter, family("羊肉产量", "1.2 万吨", "12000 吨", "12000000 公斤", "24000000 斤", "2400 万斤", "0.00012 亿吨", "12000000 千克"), For("agriculture-animal-husbandry")),
    "Units/StandardCoal.xlsx": ("standard coal", populate, family("能源综合生产能力", "7.1 亿吨标煤", "71000 万吨标准煤", "710000000 吨标煤", "7.1 亿吨标准煤"), For("energy")),
    "Units/Power.xlsx": ("power", exceljs, family("可再生能源装机容量", "1200 万千瓦", "12000000 千瓦", "12000 兆瓦", "12 吉瓦", "0.12 亿千瓦", "12000 MW", "12000000 kW"), For("energy")),
    "Units/Volume.xls": ("volume", poi, family("天然气产量", "300 亿立方米", "3000000 万立方米", "300 亿方", "30000000000 立方米", "300 亿m³"), For("energy")),
    "Units/Length.xls": ("length", gnumeric, family("高速公路通车里程", "1200 公里", "1200 千米", "1200000 米", "1200 km", "0.12 万公里"), "excel_biff8", For("transport")),
    "Units/People.xlsx": ("people and visits", sheetjs, [sheet(HEADER, "合作社辐射带动农牧民数|全市|2023|12.5|万人", "合作社辐射带动农牧民数|东胜区|2023|125000|人", "合作社辐射带动农牧民数|康巴什区|2023|125|千人", "实用人才和高素质农牧民培训|全市|2023|1.2|万人次", "实用人才和高素质农牧民培训|东胜区|2023|12000|人次")], "xlsx", For("agriculture-animal-husbandry")),
    "Units/Households.xlsx": ("households", openpyxl, family("老旧小区改造惠及户数", "1.2 万户", "12000 户", "12000 家"), For("housing-construction")),
    "Units/Counts.xlsx": ("things that are counted count alike", libreoffice, family("国家和自治区级科技创新平台数", "150 家", "150 个", "150 所", "150 座", "150 处", "150 项", "150 件", "150 台", "150 条", "1.5 百个"), For("science-technology")),
    "Units/Ratios.xlsx": ("per cent, per mille, per 100,000", openpyxl, [sheet(HEADER, "婴儿死亡率|全市|2023|3.2|‰", "婴儿死亡率|东胜区|2023|0.32|%", "婴儿死亡率|康巴什区|2023|320|/10万", "孕产妇死亡率|全市|2023|8.5|/10万", "孕产妇死亡率|东胜区|2023|8.5|10万分之", "孕产妇死亡率|康巴什区|2023|0.085|‰", "孕产妇死亡率|达拉特旗|2023|8.5|1/10万")], For("health")),
    "Units/YearsAndHours.xlsx": ("years, hours and minutes", openpyxl, [sheet(HEADER, "劳动年龄人口平均受教育年限|全市|2023|10.4|年", "学生每天体育锻炼时间|全市|2023|1.5|小时", "学生每天体育锻炼时间|东胜区|2023|90|分钟")], For("education-sports")),
    "Units/PercentagePoints.xlsx": ("percentage points are no per cent", openpyxl, [sheet(HEADER, "小火电机组装机比重年度变化|全市|2023|-0.5|个百分点", "小火电机组装机比重年度变化|东胜区|2023|-0.5|百分点", "小火电机组装机比重年度变化|康巴什区|2023|-0.5|%")], For("energy")),
    "Units/UnitLine.xlsx": ("one unit line for several indicators: each takes the unit that fits", xlsxwriter, [sheet("单位：亿元、%", "指标名称|期间|数值", "固定资产投资|2023Q3|12.5", "地区生产总值增长|2023Q3|5.4")]),
    "Units/UnitLineInBrackets.xls": ("a unit line in brackets, right above the table", writeexcel, [sheet("|||（单位：万元）", "指标名称|期间|数值", "固定资产投资|2023Q3|125000")]),
    "Units/UnitLineThatDoesNotFit.xlsx": ("a unit line that fits no indicator below", openpyxl, [sheet("单位：万吨", "指标名称|期间|数值", "固定资产投资|2023Q3|12.5")]),
    "Units/UnitInHeader.xlsx": ("the unit in the header of the value", exceljs, [sheet("指标名称|期间|数值（万元）", "固定资产投资|2023Q3|125000", "", "指标名称|期间|数值(单位：亿元)", "固定资产投资|2023Q2|12.5", "", "指标名称|期间|数值/万元", "固定资产投资|2023Q1|125000")]),
    "Units/UnitInName.xlsx": ("the unit in brackets behind the name", populate, [sheet("指标名称|期间|数值", "固定资产投资（万元）|2023Q3|125000", "地区生产总值增长(%)|2023Q3|5.4", "农村牧区常住人口人均可支配收入【元】|2023年|26000")]),
    "Units/Precedence.xlsx": ("glued before row before header before line", openpyxl, [sheet("单位：元", "指标名称|地区|期间|数值（万元）|单位", "固定资产投资|全市|2023Q3|12.5亿元|千元", "固定资产投资|东胜区|2023Q3|12500|千元", "固定资产投资|康巴什区|2023Q3|12500|", "", "指标名称|地区|期间|数值", "固定资产投资|达拉特旗|2023Q3|125000000")]),
    "Units/NoUnit.xlsx": ("no unit anywhere: the plan's own, with a remark", openpyxl, [sheet("指标名称|期间|数值", "固定资产投资|2023Q3|12.5", "地区生产总值增长|2023Q3|5.4")]),
    "Units/Unknown.xlsx": ("units that nobody knows", openpyxl, family("固定资产投资", "12.5 桶", "12.5 亿美元", "12.5 万吨", "12.5 %")),
    "Units/GluedUnknown.xlsx": ("unknown and incompatible units behind the number", openpyxl, [sheet("指标名称|地区|期间|数值", "固定资产投资|全市|2023Q3|12.5桶", "固定资产投资|东胜区|2023Q3|12.5万吨", "固定资产投资|康巴什区|2023Q3|5.4%")]),
    "Units/Slip.xlsx": ("a value that one slip of the unit explains", openpyxl, [sheet(HEADER, "农村牧区常住人口人均可支配收入|全市|2023|2.35|元", "城镇常住人口人均可支配收入|全市|2023|56000|万元", "常住人口城镇化率|全市|2022|0.783|%")]),
}
