"""CSV files, byte by byte."""

HEADER = "指标名称,地区,期间,数值,单位\r\n"
ROWS = "固定资产投资,全市,2023年三季度,12.5,亿元\r\n地区生产总值增长,全市,2023年1-9月,5.4,%\r\n"
TABLE = HEADER + ROWS


def lines(*texts, end="\r\n"):
    return "".join(text + end for text in texts)


FILES = {path: (quirk, content) for path, quirk, content in [
    ("Csv/Gbk.csv", "GBK as WPS and Excel write it", TABLE.encode("gbk")),
    ("Csv/Gb18030FourBytes.csv", "a character that only GB18030 has", lines("指标名称,期间,数值,单位,备注", "固定资产投资,2023Q3,12.5,亿元,㐂𠮷镇").encode("gb18030")),
    ("Csv/Gb18030Bom.csv", "GB18030 with its own byte order mark", b"\x84\x31\x95\x33" + TABLE.encode("gb18030")),
    ("Csv/Utf16Be.csv", "UTF-16 big-endian with a byte order mark", b"\xfe\xff" + TABLE.encode("utf-16-be")),
    ("Csv/Utf16BeNoBom.csv", "UTF-16 big-endian without a byte order mark", TABLE.encode("utf-16-be")),
    ("Csv/Utf16BeNoBomWithOne.csv", "the same with 一 (4E00), whose zero byte is on the other side", lines("指标名称,期间,数值,单位", "固定资产投资,2023年一季度,12.5,亿元").encode("utf-16-be")),
    ("Csv/Utf16Tabs.csv", "Excel's Unicode text: UTF-16, tabs", b"\xff\xfe" + TABLE.replace(",", "\t").encode("utf-16-le")),
    ("Csv/Utf32.csv", "UTF-32", b"\xff\xfe\0\0" + TABLE.encode("utf-32-le")),
    ("Csv/ShiftJis.csv", "Shift-JIS, which is no Chinese", lines("指標名称,期間,数値", "固定資産投資,2023Q3,12.5", "経済成長率,2023Q3,5.4").encode("shift_jis")),
    ("Csv/Ascii.csv", "nothing but ASCII", lines("Indicator code,Region,Period,Value,Unit", "H03,150602,2023Q3,12.5,").encode()),
    ("Csv/MixedLineEnds.csv", "CRLF, LF and CR in one file", (HEADER + "固定资产投资,全市,2023Q3,12.5,亿元\n地区生产总值增长,全市,2023Q3,5.4,%\r常住人口城镇化率,全市,2022,78.3,%\n").encode()),
    ("Csv/NoLastLineEnd.csv", "no line end at the end", TABLE.rstrip().encode()),
    ("Csv/EmptyLines.csv", "empty lines between the rows", ("\r\n\r\n" + HEADER + "\r\n" + ROWS.replace("\r\n", "\r\n\r\n")).encode()),
    ("Csv/EndOfFileMark.csv", "the end mark of DOS", TABLE.encode("gbk") + b"\x1a"),
    ("Csv/TitleAndKeyLines.csv", "title and key lines above the table, padded with commas", lines("2023年主要指标,,,", "填报单位：市统计局,,报告期：1-9月,", ",,,", "指标名称,数值,单位,备注", "固定资产投资,300,亿元,", "填表人：张三,,,").encode("gbk")),
    ("Csv/Wide.csv", "one column per period", lines("指标名称,单位,2023年一季度,2023年上半年", "固定资产投资,亿元,100,200").encode()),
    ("Csv/QuotedThousands.csv", "thousands within quotes", lines("指标名称,期间,数值,单位", '固定资产投资,2023Q3,"1,234.5",亿元', '"固定资产投资","2023Q2","2,000","亿元"').encode()),
    ("Csv/UnquotedThousands.csv", "thousands without quotes tear a value in two", lines("指标名称,期间,数值,单位", "固定资产投资,2023Q3,1,234.5,亿元").encode()),
    ("Csv/EmbeddedLineBreaks.csv", "line breaks within quotes", lines('"指标\n名称",期间,"数值\r\n（亿元）",备注', '固定资产投资,2023Q3,12.5,"第一行\n第二行"').encode()),
    ("Csv/DoubledQuotes.csv", "quotes within quotes", lines("指标名称,期间,数值,单位,备注", '固定资产投资,2023Q3,12.5,亿元,"称""快报"""').encode()),
    ("Csv/SemicolonDecimalComma.csv", "semicolons and decimal commas", lines("指标名称;期间;数值;单位", "固定资产投资;2023Q3;12,5;亿元").encode()),
    ("Csv/TabsAndCommas.csv", "tabs between fields that hold commas", lines("指标名称\t期间\t数值\t单位\t备注", "固定资产投资\t2023Q3\t1,234.5\t亿元\t快报，未核定").encode("gbk")),
    ("Csv/FullWidthCommaThousands.csv", "full-width commas between fields and a half-width one within a number", lines("指标名称，期间，数值，单位", "固定资产投资，2023Q3，1,234.5，亿元").encode()),
    ("Csv/TrailingSeparators.csv", "a separator at the end of every line", lines("指标名称,期间,数值,单位,,,", "固定资产投资,2023Q3,12.5,亿元,,,").encode()),
    ("Csv/ExcelTextFormulas.csv", 'texts kept by ="…"', lines("指标编码,期间,数值,单位", '="H03","=""2023Q3""",12.5,亿元').encode()),
    ("Csv/ApostropheTexts.csv", "apostrophes that keep a text a text", lines("指标编码,期间,数值,单位", "'H03,'2023Q3,'12.5,亿元").encode()),
    ("Csv/OneColumn.csv", "a list without separators", lines("指标名称", "固定资产投资", "地区生产总值增长").encode()),
    ("Csv/Prose.csv", "a letter, not a table", "市发改委：我局三季度数据稍后报送。\r\n此致\r\n".encode()),
    ("Csv/Sylk.csv", "a SYLK file under the wrong name", b'ID;PWXL;N;E\r\nC;Y1;X1;K"H03"\r\nC;Y1;X2;K12.5\r\nE\r\n'),
    ("Csv/Json.csv", "JSON under the wrong name", '{"指标":"固定资产投资","数值":12.5}\n'.encode()),
    ("Csv/AccountSigns.csv", "negative in brackets, plus signs, percent signs", lines("指标名称,地区,期间,数值", "地区生产总值增长,全市,2023Q3,(5.4)%", "地区生产总值增长,东胜区,2023Q3,+5.4%", "地区生产总值增长,达旗,2023Q3,（5.4%）").encode("gbk")),
]}
