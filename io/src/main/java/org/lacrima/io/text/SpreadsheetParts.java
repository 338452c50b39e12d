package org.lacrima.io.text;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.lacrima.io.ReadLog;

/** The XML parts of a workbook (ECMA-376), read as far as the content of cells needs them. */
final class SpreadsheetParts {
    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_ROWS = 1_048_576;
    /** Most cells of all sheets, those between two that are written included. */
    private static final int MOST_CELLS = 10_000_000;

    private static final double MILLIS_PER_DAY = 86_400_000;
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final String file;
    private final Map<String, SourceText> parts;
    private final ReadLog log;
    private final List<String> shared = new ArrayList<>();
    private final List<Boolean> isDate = new ArrayList<>();
    private final Map<String, String> targets = new HashMap<>();
    private boolean from1904;
    private int cellCount;

    SpreadsheetParts(String file, Map<String, SourceText> parts, ReadLog log) {
        this.file = file;
        this.parts = parts;
        this.log = log;
    }

    Optional<Spreadsheet> workbook() {
        SourceText workbook = parts.get("xl/workbook.xml");
        if (workbook == null) {
            log.error(file, 0, "", "is an archive, but no workbook (.xlsx)", "save the sheet as .xlsx or CSV");
            return Optional.empty();
        }
        Map<String, String> idOfSheet = new LinkedHashMap<>();
        boolean whole = SafeXml.read(workbook, log, at -> sheet(at, idOfSheet))
                && readIfThere("xl/_rels/workbook.xml.rels", this::relation)
                && readIfThere("xl/sharedStrings.xml", new SharedStrings())
                && readIfThere("xl/styles.xml", new Styles());
        List<Spreadsheet.Sheet> sheets = new ArrayList<>();
        for (Map.Entry<String, String> sheet : idOfSheet.entrySet()) {
            SourceText text = parts.get(targets.getOrDefault(sheet.getValue(), ""));
            Cells cells = new Cells(sheet.getKey());
            if (whole && text != null) {
                whole = SafeXml.read(text, log, cells);
                sheets.add(new Spreadsheet.Sheet(sheet.getKey(), cells.rows));
            }
        }
        if (whole && sheets.isEmpty()) {
            log.error(file, 0, "", "has no sheet that can be read", "save it again");
        }
        return whole && !sheets.isEmpty() ? Optional.of(new Spreadsheet(sheets)) : Optional.empty();
    }

    private boolean readIfThere(String part, SafeXml.Visitor visitor) {
        SourceText text = parts.get(part);
        return text == null || SafeXml.read(text, log, visitor);
    }

    private static boolean begins(XMLStreamReader at, String element) {
        return at.getEventType() == XMLStreamConstants.START_ELEMENT
                && at.getLocalName().equals(element);
    }

    private static String attribute(XMLStreamReader at, String name) {
        String value = at.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private void sheet(XMLStreamReader at, Map<String, String> idOfSheet) {
        if (begins(at, "sheet")) {
            String id = at.getAttributeValue(RELATIONS, "id");
            idOfSheet.put(attribute(at, "name"), id == null ? "" : id);
        } else if (begins(at, "workbookPr")) {
            String value = attribute(at, "date1904");
            from1904 = value.equals("1") || value.equals("true");
        }
    }

    private void relation(XMLStreamReader at) {
        if (begins(at, "Relationship")) {
            String target = attribute(at, "Target");
            targets.put(attribute(at, "Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
        }
    }

    /** The texts that cells share, without phonetic hints. */
    private final class SharedStrings implements SafeXml.Visitor {
        private StringBuilder item = new StringBuilder();
        private boolean inText;
        private boolean inHint;

        @Override
        public void visit(XMLStreamReader at) {
            if (at.getEventType() == XMLStreamConstants.CHARACTERS) {
                if (inText && !inHint) {
                    item.append(at.getText());
                }
                return;
            }
            boolean begin = at.getEventType() == XMLStreamConstants.START_ELEMENT;
            switch (at.getLocalName()) {
                case "si" -> {
                    if (begin) {
                        item = new StringBuilder();
                    } else {
                        shared.add(item.toString());
                    }
                }
                case "t" -> inText = begin;
                case "rPh" -> inHint = begin;
                default -> {
                    // Fonts and colours.
                }
            }
        }
    }

    /** Which styles show a number as a date or a time. */
    private final class Styles implements SafeXml.Visitor {
        private final Map<String, String> formats = new HashMap<>();
        private boolean inCellFormats;

        @Override
        public void visit(XMLStreamReader at) {
            if (at.getEventType() == XMLStreamConstants.END_ELEMENT) {
                inCellFormats &= !at.getLocalName().equals("cellXfs");
            } else if (begins(at, "numFmt")) {
                formats.put(attribute(at, "numFmtId"), attribute(at, "formatCode"));
            } else if (begins(at, "cellXfs")) {
                inCellFormats = true;
            } else if (inCellFormats && begins(at, "xf")) {
                String id = attribute(at, "numFmtId");
                isDate.add(formats.containsKey(id) ? showsDate(formats.getOrDefault(id, "")) : isBuiltInDate(id));
            }
        }

        private boolean isBuiltInDate(String id) {
            double number = DecimalMark.POINT.parse(id);
            return (number >= 14 && number <= 22) || (number >= 45 && number <= 47);
        }

        private boolean showsDate(String format) {
            boolean quoted = false;
            boolean bracketed = false;
            for (int i = 0; i < format.length(); i++) {
                char c = format.charAt(i);
                if (c == '"') {
                    quoted = !quoted;
                } else if (c == '\\') {
                    i++;
                } else if (c == '[' || c == ']') {
                    bracketed = c == '[';
                } else if (!quoted && !bracketed && "ymdhsYMDHS".indexOf(c) >= 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The cells of one sheet. */
    private final class Cells implements SafeXml.Visitor {
        private final String sheet;
        private final List<DelimitedTable.Row> rows = new ArrayList<>();
        private List<String> row = new ArrayList<>();
        private int rowNumber;
        private int column;
        private String type = "";
        private int style;
        private boolean inValue;
        private StringBuilder value = new StringBuilder();

        Cells(String sheet) {
            this.sheet = sheet;
        }

        @Override
        public void visit(XMLStreamReader at) {
            if (at.getEventType() == XMLStreamConstants.CHARACTERS) {
                if (inValue) {
                    value.append(at.getText());
                }
                return;
            }
            boolean begin = at.getEventType() == XMLStreamConstants.START_ELEMENT;
            switch (at.getLocalName()) {
                case "row" -> row(at, begin);
                case "c" -> cell(at, begin);
                case "v", "t" -> inValue = begin;
                default -> {
                    // Formulas, widths and merged cells.
                }
            }
        }

        private void row(XMLStreamReader at, boolean begin) {
            if (begin) {
                double number = DecimalMark.POINT.parse(attribute(at, "r"));
                rowNumber = number >= 1 && number <= MOST_ROWS ? (int) number : Math.min(MOST_ROWS, rowNumber + 1);
                row = new ArrayList<>();
                column = -1;
            } else if (row.stream().anyMatch(c -> !c.isBlank())) {
                rows.add(new DelimitedTable.Row(rowNumber, List.copyOf(row)));
            }
        }

        private void cell(XMLStreamReader at, boolean begin) {
            if (begin) {
                column = columnOf(attribute(at, "r"), column + 1);
                type = attribute(at, "t");
                double number = DecimalMark.POINT.parse(attribute(at, "s"));
                style = number >= 0 && number < isDate.size() ? (int) number : -1;
                value = new StringBuilder();
                return;
            }
            String content = content();
            if (content.isEmpty()) {
                return;
            }
            if (column >= MOST_COLUMNS || column < row.size() || cellCount > MOST_CELLS) {
                log.error(
                        file,
                        rowNumber,
                        "sheet " + Quote.of(sheet),
                        "has a cell at an address where none can be",
                        "save the workbook again");
                return;
            }
            cellCount += column + 1 - row.size();
            while (row.size() < column) {
                row.add("");
            }
            row.add(content);
        }

        private String content() {
            String raw = value.toString();
            return switch (type) {
                case "s" -> {
                    double index = DecimalMark.POINT.parse(raw);
                    yield index >= 0 && index < shared.size() ? shared.get((int) index) : "";
                }
                case "b" -> raw.equals("1") ? "TRUE" : "FALSE";
                case "e", "str", "inlineStr", "d" -> raw;
                default -> style >= 0 && isDate.get(style) ? date(raw) : raw;
            };
        }

        private String date(String raw) {
            double days = DecimalMark.POINT.parse(raw);
            // Up to the year 9999, beyond which Excel shows no date.
            if (!(days >= 0) || days > 2_958_466) {
                return raw;
            }
            long millis = Math.round(days * MILLIS_PER_DAY);
            if (days < 1) {
                return LocalTime.ofNanoOfDay(Math.min(millis, (long) MILLIS_PER_DAY - 1) * 1_000_000)
                        .format(DateTimeFormatter.ISO_LOCAL_TIME);
            }
            // Excel counts a 29 February 1900 that never was.
            LocalDate zero = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, days < 60 ? 31 : 30);
            LocalDateTime at = zero.atStartOfDay().plusDays(millis / (long) MILLIS_PER_DAY);
            long rest = millis % (long) MILLIS_PER_DAY;
            return rest == 0
                    ? at.toLocalDate().toString()
                    : at.plusNanos(rest * 1_000_000).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        }
    }

    /** The column of an address such as {@code AB12}, counted from 0; the one after the last where there is none. */
    private static int columnOf(String address, int otherwise) {
        int column = 0;
        int i = 0;
        String upper = address.toUpperCase(Locale.ROOT);
        while (i < upper.length() && upper.charAt(i) >= 'A' && upper.charAt(i) <= 'Z') {
            column = Math.min(MOST_COLUMNS + 1, column * 26 + (upper.charAt(i) - 'A' + 1));
            i++;
        }
        return i == 0 ? otherwise : column - 1;
    }
}
