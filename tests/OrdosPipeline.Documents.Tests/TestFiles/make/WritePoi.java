import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/** Writes the sheets on standard input with Apache POI: java WritePoi.java FILE.xls [vba] */
public class WritePoi {
    public static void main(String[] args) throws Exception {
        List<String> options = List.of(args);
        Workbook book = new HSSFWorkbook();
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Sheet sheet = null;
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            String[] f = line.split("\t", -1);
            switch (f[0]) {
                case "sheet":
                    sheet = book.createSheet(f[1]);
                    if (f[2].equals("hidden"))
                        book.setSheetHidden(book.getSheetIndex(sheet), true);
                    break;
                case "text":
                    cell(sheet, f).setCellValue(f[3].replace("\\n", "\n"));
                    break;
                case "number":
                    cell(sheet, f).setCellValue(Double.parseDouble(f[3]));
                    if (!f[4].equals("General")) {
                        CellStyle style = book.createCellStyle();
                        style.setDataFormat(book.createDataFormat().getFormat(f[4]));
                        cell(sheet, f).setCellStyle(style);
                    }
                    break;
                case "boolean":
                    cell(sheet, f).setCellValue(f[3].equals("1"));
                    break;
                case "formula":
                    cell(sheet, f).setCellFormula(f[3]);
                    break;
                case "merge":
                    sheet.addMergedRegion(new CellRangeAddress(number(f[1]), number(f[3]), number(f[2]), number(f[4])));
                    break;
                case "hiderow":
                    sheet.getRow(number(f[1])).setZeroHeight(true);
                    break;
                case "hidecolumn":
                    sheet.setColumnHidden(number(f[1]), true);
                    break;
            }
        }
        try (var out = new FileOutputStream(args[0])) {
            if (options.contains("vba"))
                withMacros(book, out);
            else
                book.write(out);
        }
    }

    private static Cell cell(Sheet sheet, String[] f) {
        Row row = sheet.getRow(number(f[1]));
        if (row == null)
            row = sheet.createRow(number(f[1]));
        Cell cell = row.getCell(number(f[2]));
        return cell != null ? cell : row.createCell(number(f[2]));
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    // The storage that Excel keeps its macros in; what it holds is not looked at.
    private static void withMacros(Workbook book, FileOutputStream out) throws Exception {
        var plain = new ByteArrayOutputStream();
        book.write(plain);
        var container = new POIFSFileSystem(new ByteArrayInputStream(plain.toByteArray()));
        container.createDirectory("_VBA_PROJECT_CUR").createDocument("PROJECT", new ByteArrayInputStream("ID=\"{0}\"".getBytes(StandardCharsets.US_ASCII)));
        container.writeFilesystem(out);
    }
}
