package org.lacrima.io.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ResultTablesTest {
    private static final ResultTable TABLE = ResultTable.named("persons", "One row per person.")
            .columns(
                    Column.text("participant_id", "The participant"),
                    Column.number("RMSSD", Unit.MS, "Root mean square of successive differences"),
                    Column.number("n", Unit.COUNT, "Intervals"))
            .row(Cell.of("001"), Cell.of(41.7), Cell.of(352))
            .row(Cell.of("002\tb"), Cell.missing("42 s of data, 60 s needed"), Cell.of(1e-7))
            .build();

    @TempDir
    Path folder;

    @Test
    void writesTsvWithReasonsAndADataDictionary() throws IOException {
        ResultTables.writeTsv(TABLE, folder.resolve("out/persons.tsv"));

        assertThat(folder.resolve("out/persons.tsv"))
                .content(StandardCharsets.UTF_8)
                .isEqualTo("""
                        participant_id\tRMSSD\tn\tRMSSD_reason
                        001\t41.7\t352\tn/a
                        002 b\tn/a\t1.0E-7\t42 s of data, 60 s needed
                        """);
        JsonNode dictionary =
                new ObjectMapper().readTree(folder.resolve("out/persons.json").toFile());
        assertThat(dictionary.get("RMSSD").get("Units").asText()).isEqualTo("ms");
        assertThat(dictionary.get("RMSSD_reason").get("Description").asText()).contains("RMSSD");
        assertThat(dictionary.get("participant_id").has("Units")).isFalse();
        assertThat(folder.resolve("out").toFile().list()).containsExactlyInAnyOrder("persons.tsv", "persons.json");
    }

    @Test
    void saysInJsonWhyThereIsNoNumber() throws IOException {
        JsonNode json = new ObjectMapper().readTree(ResultTables.toJson(TABLE));

        assertThat(json.get("columns").get(1).get("unit").asText()).isEqualTo("ms");
        assertThat(json.get("rows").get(0).get("RMSSD").asDouble()).isEqualTo(41.7);
        assertThat(json.get("rows").get(1).get("RMSSD").get("notEstimable").asText())
                .isEqualTo("42 s of data, 60 s needed");
    }

    @Test
    void keepsEveryBitOfEveryNumber() throws IOException {
        Random random = new Random(3);
        ResultTable.Builder builder = ResultTable.named("t", "").columns(Column.number("x", Unit.ONE, ""));
        for (int i = 0; i < 2000; i++) {
            double x = Double.longBitsToDouble(random.nextLong());
            builder.row(Cell.of(Double.isFinite(x) ? x : 2.0E-3));
        }
        ResultTable table = builder.build();

        String[] tsv = ResultTables.toTsv(table).split("\n", -1);
        JsonNode json = new ObjectMapper().readTree(ResultTables.toJson(table)).get("rows");
        Table tablesaw = ResultTables.toTablesaw(table);

        for (int i = 0; i < table.rows().size(); i++) {
            double expected = ((Cell.Value) table.cell(i, "x")).value();
            assertThat(Double.parseDouble(tsv[i + 1])).isEqualTo(expected);
            assertThat(json.get(i).get("x").asDouble()).isEqualTo(expected);
            assertThat(tablesaw.doubleColumn("x").getDouble(i)).isEqualTo(expected);
        }
    }

    @Test
    void isTheSameTextWhereverItIsWritten() {
        assertThat(ResultTables.toJson(TABLE))
                .isEqualTo(ResultTables.toJson(TABLE))
                .doesNotContain("\r");
        // Double.toString of JDK 17 writes 1.9999999999999998E23 for the second (JDK-4511638).
        assertThat(ResultTables.toTsv(ResultTable.named("t", "")
                        .columns(Column.number("x", Unit.ONE, ""))
                        .row(Cell.of(2.0E-3))
                        .row(Cell.of(2E23))
                        .build()))
                .isEqualTo("x\n0.002\n2.0E23\n");
    }

    @Test
    void givesTablesawNumbersAsNumbersAndWordsAsWords() {
        Table table = ResultTables.toTablesaw(TABLE);

        assertThat(table.columnNames()).containsExactly("participant_id", "RMSSD", "n", "RMSSD_reason");
        assertThat(table.stringColumn("participant_id").get(0)).isEqualTo("001");
        assertThat(table.doubleColumn("RMSSD").get(0)).isEqualTo(41.7);
        assertThat(table.doubleColumn("RMSSD").isMissing(1)).isTrue();
        assertThat(table.stringColumn("RMSSD_reason").get(1)).isEqualTo("42 s of data, 60 s needed");
    }

    @Test
    void comesBackFromTablesawWithItsReasons() {
        ResultTable back = ResultTables.fromTablesaw(ResultTables.toTablesaw(TABLE));

        assertThat(back.rows()).isEqualTo(TABLE.rows());
        assertThat(back.columns()).extracting(Column::name).containsExactly("participant_id", "RMSSD", "n");
    }

    @Test
    void takesATablesawTableOfSomebodyElse() {
        Table table = Table.create("theirs")
                .addColumns(
                        StringColumn.create("id", "001", "NA"),
                        IntColumn.create("age", new Integer[] {23, null}),
                        DoubleColumn.create("x", Double.NaN, Double.POSITIVE_INFINITY));

        ResultTable result = ResultTables.fromTablesaw(table);

        assertThat(result.cell(0, "age")).isEqualTo(Cell.of(23));
        assertThat(result.cell(1, "age")).isInstanceOf(Cell.Missing.class);
        assertThat(result.cell(0, "x")).isInstanceOf(Cell.Missing.class);
        assertThat(result.cell(1, "x")).isInstanceOf(Cell.Missing.class);
        assertThat(result.cell(0, "id")).isEqualTo(Cell.of("001"));
    }
}
