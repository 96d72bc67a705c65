"""Project returns, of the water department where nothing else is said."""

from programs import exceljs, libreoffice, openpyxl, populate, sheetjs, xlsxwriter, xlwt
from table import For, Number, sheet

HEADER = "项目编码|项目名称|期间|状态|形象进度|累计完成投资（万元）|完成量|单位|存在问题|备注"

FILES = {path: (*file, For("water-resources")) for path, file in {
    "Projects/EveryColumn.xlsx": ("every column", openpyxl, [sheet(HEADER, "P009||2023年1-9月|在建|45%|12000|3|条|用地|", "P011|国家水土保持重点工程|2023年三季度|完工|100%|3500||||")]),
    "Projects/NamesAndAliases.xlsx": ("names, aliases, numbering", xlsxwriter, [sheet("项目名称|期间|状态|形象进度", "1.国家水保重点工程|2023Q3|在建|50", "十大孔兑综合治理|2023Q3|在建|60", "（三）沙棘生态减沙工程|2023Q3|在建|70")]),
    "Projects/States.xls": ("words for the state", xlwt, [sheet("项目编码|期间|状态", "P009|2023Q3|续建", "P011|2023Q3|竣工", "P017|2023Q3|前期", "P018|2023Q3|停建", "P273|2023Q3|投产", "P010|2023Q3|未开工")]),
    "Projects/StatesUnknown.xlsx": ("words that are no state", openpyxl, [sheet("项目编码|期间|状态", "P009|2023Q3|顺利推进", "P011|2023Q3|正常")]),
    "Projects/ProgressInWords.xlsx": ("progress in words, as a number, a fraction and a percent format", exceljs, [sheet("项目编码|期间|状态|形象进度", "P009|2023Q3|在建|主体封顶", "P011|2023Q3|在建|45", "P017|2023Q3|在建|45.5％", "P018|2023Q3|在建|", cells={"D5": Number(0.62, "0%")})]),
    "Projects/ProgressOutOfRange.xlsx": ("more than all, less than nothing, about half", openpyxl, [sheet("项目编码|期间|状态|形象进度", "P009|2023Q3|在建|145%", "P011|2023Q3|在建|-5%", "P017|2023Q3|在建|约50%")]),
    "Projects/InvestmentUnits.xlsx": ("investment with a unit in header, row line and cell", populate, [sheet("单位：亿元", "项目编码|期间|状态|累计完成投资", "P009|2023Q3|在建|1.2", "P011|2023Q3|在建|12000万元", "", "项目编码|期间|状态|累计完成投资（元）", "P017|2023Q3|在建|120000000")]),
    "Projects/QuantitiesInColumns.xlsx": ("works by name in columns of their own", sheetjs, [sheet("项目编码|期间|状态|新建淤地坝（座）|河道治理完成量（千米）|土地整理（公顷）", "P017|2023Q3|在建|50|12.5|200")], "xlsx"),
    "Projects/QuantitiesInRows.xlsx": ("several works in rows below each other", openpyxl, [sheet("项目名称|期间|完成内容|完成量|单位", "十大孔兑综合治理|2023Q3|新建淤地坝|50|座", "||河道治理|12.5|千米", "沙棘生态减沙工程|2023Q3|治理的黄河支流|3|条")]),
    "Projects/QuantityUnitIncompatible.xlsx": ("works in a unit that does not fit", openpyxl, [sheet(HEADER, "P009||2023Q3|在建|45%|100|12|公里||")]),
    "Projects/KeyLinesAndMergedNames.xls": ("title, key lines, merged programme names", libreoffice, [sheet("2023年重点水利工程进展情况表", "填报单位：市水利局|报告期：2023年三季度|单位：万元", "序号|项目名称|状态|形象进度|累计完成投资", "1|十大孔兑综合治理|在建|60%|52000", "2|国家水土保持重点工程|在建|50%|3500", "|合计|||55500", "填表人：王五||审核人：赵六", merge="A1:E1")]),
    "Projects/Unknown.xlsx": ("projects that no plan names", openpyxl, [sheet("项目编码|项目名称|期间|状态", "P999||2023Q3|在建", "|某小区改造工程|2023Q3|在建", "|国家水土保持重点工成|2023Q3|在建")]),
    "Projects/CodeAndNameDisagree.xlsx": ("a code and the name of another", openpyxl, [sheet("项目编码|项目名称|期间|状态", "P018|国家水土保持重点工程|2023Q3|在建")]),
    "Projects/OfAnotherDepartment.xlsx": ("a project of another department", openpyxl, [sheet("项目编码|期间|状态", "P001|2023Q3|在建")]),
    "Projects/Missing.xlsx": ("progress of no project", openpyxl, [sheet("项目编码|项目名称|期间|状态", "||2023Q3|在建")]),
    "Projects/RowsConflict.xlsx": ("one project twice with different progress", openpyxl, [sheet("项目编码|期间|状态|形象进度", "P009|2023Q3|在建|45%", "P009|2023年9月末|在建|50%")]),
    "Projects/PeriodsFaulty.xlsx": ("periods that are missing, to come, before the plan", openpyxl, [sheet("项目编码|期间|状态", "P009||在建", "P011|2024年一季度|在建", "P017|2019年|在建")]),
}.items()}
