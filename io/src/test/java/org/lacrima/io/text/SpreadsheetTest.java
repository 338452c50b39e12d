package org.lacrima.io.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacrima.io.Corpus;
import org.lacrima.io.ReadLog;
import org.lacrima.io.TextMutants;
import org.lacrima.io.Workbooks;

class SpreadsheetTest {
    @TempDir
    Path folder;

    private final ReadLog log = new ReadLog();

    private Optional<Spreadsheet> read(Path file) throws IOException {
        return Spreadsheet.read(file, "t.xlsx", log);
    }

    @Test
    void readsTextNumbersAndTimesWithTheirRows() throws IOException {
        Path file = Workbooks.write(folder.resolve("t.xlsx"), new String[][] {
            {"subject", "a < b & c", "time"}, {}, {"001", "0.1", "0.5222800925925926#"}, {"", "-2.50", "43760.5#"}
        });

        List<DelimitedTable.Row> rows = read(file).orElseThrow().sheets().get(0).rows();

        assertThat(rows).extracting(DelimitedTable.Row::line).containsExactly(1, 3, 4);
        assertThat(rows.get(0).cells()).containsExactly("subject", "a < b & c", "time");
        assertThat(rows.get(1).cells()).containsExactly("001", "0.1", "12:32:05");
        assertThat(rows.get(2).cells()).containsExactly("", "-2.50", "2019-10-22T12:00:00");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a document type | <!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row></sheetData></worksheet> | declares a document type
            an address beyond any sheet | <worksheet><sheetData><row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row></sheetData></worksheet> | where none can be
            XML that breaks off | <worksheet><sheetData><row r="1"> | is not XML to its end
            """)
    void refuses(String what, String sheet, String reason) throws IOException {
        read(Workbooks.write(folder.resolve("t.xlsx"), sheet));

        assertThat(log.failure().getMessage()).as(what).contains(reason);
    }

    @Test
    void refusesArchivesThatAreNoWorkbooksAndDamagedOnes() throws IOException {
        Path file = Workbooks.write(folder.resolve("t.xlsx"), new String[][] {{"a"}, {"1"}});
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, 200));

        assertThat(read(file)).isEmpty();
        assertThat(log.hasErrors()).isTrue();
        assertThat(Spreadsheet.isArchive(file)).isTrue();
    }

    @Test
    void neverFailsOtherwiseThanByItsReasons() throws IOException {
        Path file = Workbooks.write(folder.resolve("t.xlsx"), new String[][] {{"id", "x"}, {"1", "0.5#"}, {"b", "2"}});

        TextMutants.of(file, 8, f -> TableSource.read(f, "t.xlsx", new ReadLog()));
    }

    /** Expected values: openpyxl and pandas (oracles/formats/timelog_hr.json). */
    @Test
    void readsRealWorkbooksAsOtherReadersDo() throws IOException {
        for (String name : List.of("hr_result.xlsx", "rpeaks_result_Vp02.xlsx")) {
            JsonNode sheets = Corpus.oracle("formats/timelog_hr.json")
                    .get("files")
                    .get(name)
                    .get("sheets");
            Spreadsheet read =
                    read(Corpus.folder("formats/hr_result").resolve(name)).orElseThrow();

            assertThat(read.sheets()).extracting(Spreadsheet.Sheet::name).containsExactlyElementsOf(sheets::fieldNames);
            for (Spreadsheet.Sheet sheet : read.sheets()) {
                JsonNode expected = sheets.get(sheet.name());
                DelimitedTable table =
                        DelimitedTable.ofSheet(name, sheet.rows(), log).orElseThrow();
                assertThat(table.rows()).hasSize(expected.get("n_rows").asInt());
                for (String column : table.header()) {
                    JsonNode first = expected.get("columns").get(column).get("first5");
                    for (int i = 0; i < first.size(); i++) {
                        String cell = table.cell(table.rows().get(i), column);
                        if (column.equals("time")) {
                            assertThat(LocalDateTime.parse(cell))
                                    .isEqualTo(LocalDateTime.parse(first.get(i).asText()));
                        } else {
                            assertThat(DecimalMark.POINT.parse(cell))
                                    .as("%s %s", sheet.name(), column)
                                    .isEqualTo(first.get(i).asDouble());
                        }
                    }
                }
            }
        }
    }
}
