package org.lacrima.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small Excel workbooks, written by hand. */
public final class Workbooks {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private Workbooks() {}

    /** A workbook of one sheet; cells that are numbers are numbers, {@code 0.5#} is shown as a time, all else is text. */
    public static Path write(Path file, String[]... rows) throws IOException {
        StringBuilder sheet = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        for (int r = 0; r < rows.length; r++) {
            sheet.append("<row r=\"").append(r + 1).append("\">");
            for (int c = 0; c < rows[r].length; c++) {
                String address = (char) ('A' + c) + Integer.toString(r + 1);
                String cell = rows[r][c];
                if (cell.endsWith("#")) {
                    sheet.append(
                            "<c r=\"" + address + "\" s=\"1\"><v>" + cell.substring(0, cell.length() - 1) + "</v></c>");
                } else if (cell.matches("-?[0-9.]+")) {
                    sheet.append("<c r=\"" + address + "\"><v>" + cell + "</v></c>");
                } else if (!cell.isEmpty()) {
                    String text = cell.replace("&", "&amp;").replace("<", "&lt;");
                    sheet.append("<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>");
                }
            }
            sheet.append("</row>");
        }
        return write(file, sheet + "</sheetData></worksheet>");
    }

    /** A workbook around the XML of its sheet. */
    public static Path write(Path file, String sheet) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN
                        + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                        + "<sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[h]:mm:ss\"/></numFmts>"
                        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
        parts.put("xl/worksheets/sheet1.xml", sheet);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            // Stored, not deflated, so that a changed byte changes the XML.
            zip.setLevel(0);
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
