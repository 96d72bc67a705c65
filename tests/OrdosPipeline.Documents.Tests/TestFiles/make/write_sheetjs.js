// Writes the sheets on standard input with SheetJS: node write_sheetjs.js FILE BOOKTYPE [sst]
const XLSX = require("xlsx");
const [path, bookType, ...options] = process.argv.slice(2);
const book = XLSX.utils.book_new();
book.Workbook = { Sheets: [] };
let sheet;
for (const line of require("fs").readFileSync(0, "utf8").trimEnd().split("\n")) {
  const [command, a, b, value, extra] = line.split("\t");
  const at = () => XLSX.utils.encode_cell({ r: +a, c: +b });
  if (command === "sheet") {
    sheet = { "!ref": "A1", "!merges": [] };
    XLSX.utils.book_append_sheet(book, sheet, a);
    book.Workbook.Sheets.push({ Hidden: b === "hidden" ? 1 : 0 });
  } else if (command === "text") sheet[at()] = { t: "s", v: value.replaceAll("\\n", "\n") };
  else if (command === "number") sheet[at()] = { t: "n", v: +value, z: extra };
  else if (command === "boolean") sheet[at()] = { t: "b", v: value === "1" };
  else if (command === "formula") sheet[at()] = { t: "n", f: value, v: extra === "" ? undefined : +extra };
  else if (command === "merge") sheet["!merges"].push({ s: { r: +a, c: +b }, e: { r: +value, c: +extra } });
}
for (const each of Object.values(book.Sheets)) {
  const places = Object.keys(each).filter((key) => key[0] !== "!").map(XLSX.utils.decode_cell);
  each["!ref"] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, ...places.map((at) => at.r)), c: Math.max(0, ...places.map((at) => at.c)) } });
}
XLSX.writeFile(book, path, { bookType, bookSST: options.includes("sst"), codepage: 936 });
