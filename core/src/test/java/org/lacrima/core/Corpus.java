package org.lacrima.core;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Real recordings and what other packages compute from them. They do not belong to the project: where the system property
 * {@code lacrima.corpus} names no folder, the tests that need them are skipped and say so.
 */
public final class Corpus {
    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.ALLOW_NON_NUMERIC_NUMBERS);

    private Corpus() {}

    /** The folder of recordings, or the calling test is skipped. */
    public static Path folder() {
        String property = System.getProperty("lacrima.corpus", "");
        assumeTrue(
                !property.isBlank() && Files.isDirectory(Path.of(property)),
                "no recordings: give their folder as -Dlacrima.corpus=…");
        return Path.of(property);
    }

    /** The folder of other packages' values, or the calling test is skipped. */
    public static Path oracles() {
        Path oracles = folder().resolveSibling("oracles");
        assumeTrue(Files.isDirectory(oracles), "no oracles beside the recordings");
        return oracles;
    }

    /**
     * Most intervals of a recording that is compared in full: the system property {@code lacrima.longest}, 2500 where it is
     * not given. Longer ones would cost an ordinary build minutes; the Maven profile {@code long} compares them all.
     */
    public static int longest() {
        return Integer.parseInt(System.getProperty("lacrima.longest", "2500"));
    }

    /** Names of the RR series for which a package's values exist, in order. */
    public static List<String> seriesOf(String peer) {
        String suffix = "__" + peer + ".json";
        try (Stream<Path> files = Files.list(oracles().resolve("hrv"))) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(suffix))
                    .map(f -> f.substring(0, f.length() - suffix.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A package's values for a series, recorded or made: the object under {@code values}. */
    public static JsonNode values(String series, String peer) {
        String kind = MadeSeries.NAMES.contains(series) ? "made" : "hrv";
        return json(oracles().resolve(kind).resolve(series + "__" + peer + ".json"))
                .path("values");
    }

    /** The intervals of a series, in ms. */
    public static double[] rrMillis(String series) {
        return numbers(lines(series + ".rr.txt"));
    }

    /** The times in s of the beats that end the intervals of a series; none where they are not known. */
    public static double[] endSeconds(String series) {
        return numbers(linesIfAny(series + ".t.txt"));
    }

    /** The labels of the beats of a series, one more than intervals; none where there are none. */
    public static List<String> labels(String series) {
        return linesIfAny(series + ".ann.txt");
    }

    private static double[] numbers(List<String> lines) {
        return lines.stream().mapToDouble(Double::parseDouble).toArray();
    }

    private static List<String> linesIfAny(String file) {
        return Files.isRegularFile(folder().resolve("rr").resolve(file)) ? lines(file) : List.of();
    }

    private static List<String> lines(String file) {
        try (Stream<String> lines = Files.lines(folder().resolve("rr").resolve(file))) {
            return lines.map(String::strip).filter(l -> !l.isEmpty()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JSON file. */
    public static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A number of an oracle; {@code "NaN"} and {@code "Infinity"} stand as strings there, and so does a word like
     * {@code "undefined"}, which is NaN here.
     */
    public static double number(JsonNode node) {
        if (!node.isTextual()) {
            return node.isNumber() ? node.doubleValue() : Double.NaN;
        }
        return node.textValue().endsWith("Infinity") ? Double.parseDouble(node.textValue()) : Double.NaN;
    }
}
