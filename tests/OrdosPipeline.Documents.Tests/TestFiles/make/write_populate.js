// Writes the sheets on standard input with xlsx-populate: node write_populate.js FILE [PASSWORD]
const XlsxPopulate = require("xlsx-populate");
const [path, password] = process.argv.slice(2);
const lines = require("fs").readFileSync(0, "utf8").trimEnd().split("\n").map((line) => line.split("\t"));
XlsxPopulate.fromBlankAsync().then((book) => {
  let sheet;
  for (const [command, a, b, value, extra] of lines) {
    const cell = () => sheet.cell(+a + 1, +b + 1);
    if (command === "sheet") {
      sheet = sheet ? book.addSheet(a) : book.sheet(0).name(a);
      sheet.hidden(b === "hidden");
    } else if (command === "text") cell().value(value.replaceAll("\\n", "\n"));
    else if (command === "number") cell().value(+value).style("numberFormat", extra);
    else if (command === "boolean") cell().value(value === "1");
    else if (command === "formula") cell().formula(value);
    else if (command === "merge") sheet.range(+a + 1, +b + 1, +value + 1, +extra + 1).merged(true);
    else if (command === "hiderow") sheet.row(+a + 1).hidden(true);
    else if (command === "hidecolumn") sheet.column(+a + 1).hidden(true);
  }
  return book.toFileAsync(path, { password });
});
