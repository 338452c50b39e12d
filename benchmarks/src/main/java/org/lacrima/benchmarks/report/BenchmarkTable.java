package org.lacrima.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lacrima.benchmarks.report.Work.Peer;

/** The results of a run as a table in Markdown. */
public final class BenchmarkTable {
    private static final String EMPTY = "–";

    private final List<Result> results;

    private BenchmarkTable(List<Result> results) {
        this.results = results;
    }

    /**
     * Makes the table of results that are at hand, on the machine on which they were measured.
     *
     * @param arguments file of the harness in JSON, file to write in Markdown
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("two arguments needed, the results in JSON and the table to write");
        }
        write(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    /** Writes the table of a file of results. */
    static void write(Path json, Path table) throws IOException {
        Files.writeString(table, of(Result.read(json), Machine.here()));
    }

    /** The page: what was measured where, the table, and how to read it. */
    static String of(List<Result> results, Machine machine) {
        List<String> lines = new ArrayList<>();
        lines.add("# Benchmarks");
        lines.add("");
        lines.add("Median time of one call, in µs, and bytes that it allocates; " + machine + ". Written by"
                + " `BenchmarkRun full`, see the [README](../README.md#how-fast-it-is). N counts intervals: 350 are five"
                + " minutes, 100,000 a day.");
        lines.add("");
        lines.add(
                "*Textbook* is the definition written down, with Apache Commons Math where it has one; a test holds it to"
                        + " the library's number. It is left out where its time grows with the square of N and N is a day. For"
                        + " *all metrics* and the files it is every metric by itself. *Peer* is the fastest other package for the"
                        + " work, single-threaded on a machine with two cores (Python 3.11.7, NumPy 2.4.6, R 4.2.2), with 385 and"
                        + " 106,295 intervals.");
        lines.add("");
        lines.add("| work | N | Lacrima, µs | bytes | textbook, µs | ratio | peer, µs | ratio | peer, version, call |"
                + " target, µs | reached |");
        lines.add("|---|--:|--:|--:|--:|--:|--:|--:|---|--:|---|");
        lines.addAll(new BenchmarkTable(results).rows());
        lines.add("");
        return String.join("\n", lines);
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        Set<String> left = new LinkedHashSet<>();
        results.forEach(result -> left.add(result.work()));
        for (Work work : Work.ALL) {
            rows.addAll(rows(work));
            left.remove(work.key());
        }
        left.forEach(key -> rows.addAll(rows(new Work(key, key, Map.of(), Map.of()))));
        return rows;
    }

    private List<String> rows(Work work) {
        return results.stream()
                .filter(result ->
                        result.work().equals(work.key()) && result.way().equals("lacrima"))
                .map(result -> row(work, result))
                .toList();
    }

    private String row(Work work, Result ours) {
        Optional<Double> textbook = results.stream()
                .filter(result -> result.work().equals(work.key())
                        && result.way().equals("textbook")
                        && result.size().equals(ours.size()))
                .map(Result::medianMicros)
                .findFirst();
        Optional<Peer> peer = Optional.ofNullable(work.peers().get(ours.size()));
        Optional<Double> target = Optional.ofNullable(work.targetMicros().get(ours.size()));
        return "| "
                + String.join(
                        " | ",
                        work.title(),
                        ours.size().isEmpty() ? EMPTY : number(Double.parseDouble(ours.size()), 0),
                        time(Optional.of(ours.medianMicros())),
                        ours.bytes().map(bytes -> number(bytes, 0)).orElse(EMPTY),
                        time(textbook),
                        ratio(textbook, ours),
                        time(peer.map(Peer::micros)),
                        ratio(peer.map(Peer::micros), ours),
                        peer.map(BenchmarkTable::named).orElse(EMPTY),
                        target.map(micros -> number(micros, 0)).orElse(EMPTY),
                        target.map(micros -> ours.medianMicros() <= micros ? "yes" : "no")
                                .orElse(EMPTY))
                + " |";
    }

    private static String named(Peer peer) {
        return peer.what().isEmpty() ? peer.name() : peer.name() + ", " + peer.what();
    }

    private static String time(Optional<Double> micros) {
        return micros.map(m -> number(m, m < 10 ? 2 : m < 1000 ? 1 : 0)).orElse(EMPTY);
    }

    private static String ratio(Optional<Double> other, Result ours) {
        return other.map(micros -> micros / ours.medianMicros())
                .map(ratio -> number(ratio, ratio < 10 ? 1 : 0) + "×")
                .orElse(EMPTY);
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
