package org.lacrima.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * Data and results of R 4.2.2 (with the packages that each oracle names), computed once and kept beside the real
 * recordings. Where the system property {@code lacrima.corpus} names no folder, the tests that need them are skipped.
 */
public final class R {

    private static final ObjectMapper JSON = new ObjectMapper();

    private R() {}

    public static Path folder() {
        String corpus = System.getProperty("lacrima.corpus", "");
        Path stats = Path.of(corpus).resolveSibling("oracles").resolve("stats");
        assumeTrue(!corpus.isBlank() && Files.isDirectory(stats), "no results of R beside lacrima.corpus");
        return stats;
    }

    /** One oracle's values: {@code R.values("two_sample", "paired_t")}. */
    public static JsonNode values(String topic, String id) {
        try {
            for (JsonNode oracle :
                    JSON.readTree(folder().resolve(topic + ".json").toFile()).path("oracles")) {
                if (oracle.path("id").textValue().equals(id)) {
                    return oracle.path("values");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException("no oracle " + id + " in " + topic);
    }

    public static double[] doubles(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).doubleValue();
        }
        return values;
    }

    /** A table of the study that the oracles were computed on. */
    public static Table table(String file) {
        try {
            List<String> lines = Files.readAllLines(folder().resolve(file));
            List<String> header = Arrays.asList(lines.get(0).split(",", -1));
            List<String[]> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                rows.add(line.split(",", -1));
            }
            return new Table(header, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public record Table(List<String> header, List<String[]> rows) {
        public String text(String[] row, String column) {
            return row[header.indexOf(column)];
        }

        /** Rows for which all columns hold something. */
        public Table complete(String... columns) {
            return where(
                    row -> Arrays.stream(columns).noneMatch(c -> text(row, c).isEmpty()));
        }

        public Table where(String column, String value) {
            return where(row -> text(row, column).equals(value));
        }

        private Table where(Predicate<String[]> condition) {
            return new Table(header, rows.stream().filter(condition).toList());
        }

        /** A column's words, empty ones too. */
        public List<String> texts(String column) {
            return rows.stream().map(row -> text(row, column)).toList();
        }

        /** A column's numbers, empty fields dropped. */
        public double[] numbers(String column) {
            return complete(column).rows.stream()
                    .flatMapToDouble(row -> DoubleStream.of(Double.parseDouble(text(row, column))))
                    .toArray();
        }
    }

    /** The column of one group in the table with one row per participant. */
    public static double[] wide(String group, String column) {
        return table("analysis_wide.csv").where("group", group).numbers(column);
    }

    /** Asserts agreement with R and enters it into the table of agreements. */
    public static void agrees(String what, double ours, double theirs, double relative) {
        Agreements.add(what, theirs, ours);
        if (Double.isInfinite(theirs)) {
            assertThat(ours).as(what).isEqualTo(theirs);
        } else {
            assertThat(ours)
                    .as("%s: R has %s, relative deviation %s", what, theirs, Math.abs(ours - theirs) / Math.abs(theirs))
                    .isCloseTo(theirs, org.assertj.core.data.Offset.offset(Math.abs(theirs) * relative + 1e-12));
        }
    }

    public static void agrees(String what, double ours, JsonNode theirs, double relative) {
        assertThat(theirs.isNumber() || theirs.isTextual())
                .as("R has a value of %s", what)
                .isTrue();
        double value = theirs.isTextual()
                ? Double.parseDouble(theirs.textValue().replace("Inf", "Infinity"))
                : theirs.doubleValue();
        agrees(what, ours, value, relative);
    }

    public static void agrees(String what, Interval ours, JsonNode theirs, double relative) {
        agrees(what + " low", ours.low(), theirs.get(0), relative);
        agrees(what + " high", ours.high(), theirs.get(1), relative);
    }
}
