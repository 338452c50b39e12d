package org.lacrima.core.hrv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How far values of this library and of another package are from each other, over many recordings, as a table. */
final class AgreementTable {

    /**
     * One line of the table.
     *
     * @param metric name of the metric
     * @param peer the other package, and its name of the metric
     * @param note why values differ, where they do; how they are converted, where they are
     * @param recordings on how many recordings both have a value
     * @param onlyPeer recordings on which only the other package has one
     * @param onlyOurs recordings on which only this library has one
     * @param largest largest relative deviation
     * @param worst the recording of the largest deviation
     */
    record Line(
            String metric,
            String peer,
            String note,
            int recordings,
            int onlyPeer,
            int onlyOurs,
            double largest,
            String worst) {
        Line add(String series, double ours, double theirs) {
            if (!Double.isFinite(theirs) || !Double.isFinite(ours)) {
                return new Line(
                        metric,
                        peer,
                        note,
                        recordings,
                        onlyPeer + (Double.isFinite(theirs) ? 1 : 0),
                        onlyOurs + (Double.isFinite(ours) ? 1 : 0),
                        largest,
                        worst);
            }
            double scale = Math.max(Math.abs(theirs), Math.abs(ours));
            double deviation = scale < 1e-12 ? 0 : Math.abs(ours - theirs) / scale;
            return new Line(
                    metric,
                    peer,
                    note,
                    recordings + 1,
                    onlyPeer,
                    onlyOurs,
                    Math.max(largest, deviation),
                    deviation > largest ? series : worst);
        }
    }

    private final Map<String, Line> lines = new TreeMap<>();

    void add(String metric, String peer, String note, String series, double ours, double theirs) {
        Line line = lines.getOrDefault(metric + peer, new Line(metric, peer, note, 0, 0, 0, 0, ""));
        lines.put(metric + peer, line.add(series, ours, theirs));
    }

    List<Line> lines() {
        return new ArrayList<>(lines.values());
    }

    void write(Path file) {
        StringBuilder text =
                new StringBuilder("| metric | peer | recordings | max relative deviation | where | only peer"
                        + " | only ours | note |\n|---|---|---:|---:|---|---:|---:|---|\n");
        for (Line line : lines()) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %.1e | %s | %d | %d | %s |%n",
                    line.metric(),
                    line.peer(),
                    line.recordings(),
                    line.largest(),
                    line.worst(),
                    line.onlyPeer(),
                    line.onlyOurs(),
                    line.note()));
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
