// Writes the sheets on standard input with exceljs: node write_exceljs.js FILE [stream]
const ExcelJS = require("exceljs");
const [path, mode] = process.argv.slice(2);
const lines = require("fs").readFileSync(0, "utf8").trimEnd().split("\n").map((line) => line.split("\t"));
const book = mode === "stream"
  ? new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: false, useStyles: true })
  : new ExcelJS.Workbook();
let sheet;
for (const [command, a, b, value, extra] of lines) {
  const cell = () => sheet.getCell(+a + 1, +b + 1);
  if (command === "sheet") sheet = book.addWorksheet(a, { state: b });
  else if (command === "text") cell().value = value.replaceAll("\\n", "\n");
  else if (command === "number") { cell().value = +value; cell().numFmt = extra; }
  else if (command === "boolean") cell().value = value === "1";
  else if (command === "formula") cell().value = { formula: value, result: extra === "" ? undefined : +extra };
  else if (command === "merge") sheet.mergeCells(+a + 1, +b + 1, +value + 1, +extra + 1);
  else if (command === "hiderow") sheet.getRow(+a + 1).hidden = true;
  else if (command === "hidecolumn") sheet.getColumn(+a + 1).hidden = true;
}
mode === "stream" ? book.commit() : book.xlsx.writeFile(path);
