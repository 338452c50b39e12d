package org.lacrima.io.study;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.io.ReadLog;
import org.lacrima.io.rr.BeatWords;
import org.lacrima.io.text.DelimitedTable;
import org.lacrima.io.text.Quote;
import org.lacrima.io.text.SourceText;

/**
 * Beats as the study folder has them: {@code onset} is the session time in s of a beat, {@code rr_ms} the interval that it
 * ends ({@code n/a} for the first beat after a gap), {@code label} what is known of the beat. A row labelled {@code gap}
 * says that the signal was lost there.
 */
final class BeatsFile {
    private static final String ONSET = "onset";
    private static final String RR = "rr_ms";
    private static final String LABEL = "label";
    private static final String GAP = "gap";

    /** 300 bpm. */
    private static final double SHORTEST_MILLIS = 200;

    /** Longer than any pause of a heart that goes on beating. */
    private static final double LONGEST_MILLIS = 10_000;

    private final DelimitedTable table;
    private final ReadLog log;
    private final double[] ends;
    private final double[] millis;
    private final boolean[] contiguous;
    private final BeatLabel[] labels;
    private int size;

    private BeatsFile(DelimitedTable table, ReadLog log) {
        this.table = table;
        this.log = log;
        int rows = table.rows().size();
        ends = new double[rows];
        millis = new double[rows];
        contiguous = new boolean[rows];
        labels = new BeatLabel[rows];
    }

    /** The beats of a text, or empty where there are none that can be read; the log then says why. */
    static Optional<BeatSeries> parse(SourceText text, ReadLog log) {
        Optional<DelimitedTable> table = DelimitedTable.parse(text, '\t', log);
        if (table.isEmpty() || !table.get().requires(log, ONSET, RR)) {
            return Optional.empty();
        }
        return new BeatsFile(table.get(), log).beats();
    }

    private Optional<BeatSeries> beats() {
        boolean afterGap = true;
        double lastOnset = Double.NEGATIVE_INFINITY;
        boolean labelled = table.indexOf(LABEL) >= 0;
        for (DelimitedTable.Row row : table.rows()) {
            String word = labelled ? table.cell(row, LABEL).toLowerCase(Locale.ROOT) : "";
            if (word.equals(GAP)) {
                afterGap = true;
                continue;
            }
            double onset = table.requiredNumber(row, ONSET, log);
            double rr = table.number(row, RR, log);
            if (onset <= lastOnset) {
                log.error(
                        table.file(),
                        row.line(),
                        ONSET,
                        table.cell(row, ONSET) + " s is not after the beat before it",
                        "sort the beats by time and delete the one that is there twice");
                onset = Double.NaN;
            }
            if (rr <= 0) {
                log.error(
                        table.file(),
                        row.line(),
                        RR,
                        Quote.of(table.cell(row, RR)) + " is not a positive interval",
                        "mend the number, or write n/a where there is no interval");
                rr = Double.NaN;
            }
            if (Double.isNaN(onset) || Double.isNaN(rr)) {
                afterGap = true;
                lastOnset = Double.isNaN(onset) ? lastOnset : onset;
                continue;
            }
            if (rr < SHORTEST_MILLIS || rr > LONGEST_MILLIS) {
                log.warning(
                        table.file(),
                        row.line(),
                        RR,
                        table.cell(row, RR) + " ms is no interval of a heart",
                        "mend the number, or write n/a where the signal was lost");
            }
            add(row, onset, rr, afterGap, word);
            lastOnset = onset;
            afterGap = false;
        }
        if (size == 0) {
            if (log.errorsIn(table.file()) == 0) {
                log.error(table.file(), 0, "", "holds no beat", "delete the file where nothing was recorded");
            }
            return Optional.empty();
        }
        return unitsAreRight() ? series() : Optional.empty();
    }

    private void add(DelimitedTable.Row row, double onset, double rr, boolean afterGap, String word) {
        ends[size] = onset;
        millis[size] = rr;
        contiguous[size] =
                !afterGap && Math.abs((onset - ends[size - 1]) * 1000 - rr) <= BeatSeries.CONTIGUITY_TOLERANCE_MS;
        Optional<BeatLabel> label = BeatWords.parse(word);
        if (label.isEmpty()) {
            log.error(
                    table.file(),
                    row.line(),
                    LABEL,
                    Quote.of(word) + " is no known label",
                    "known are normal, ectopic, artifact, corrected, gap");
        }
        labels[size] = label.orElse(BeatLabel.NORMAL);
        size++;
    }

    /** The units are in the names of the columns; numbers of another magnitude contradict them. */
    private boolean unitsAreRight() {
        double[] sorted = Arrays.copyOf(millis, size);
        Arrays.sort(sorted);
        double median = sorted[size / 2];
        int line = table.rows().get(0).line();
        if (median < 20) {
            log.error(
                    table.file(),
                    line,
                    RR,
                    String.format(
                            Locale.ROOT, "has the median %.4g: these are seconds, and the column is in ms", median),
                    "multiply the intervals by 1000");
            return false;
        }
        double step = medianStep();
        if (size > 2 && step > 100 * median / 1000) {
            log.error(
                    table.file(),
                    line,
                    ONSET,
                    String.format(
                            Locale.ROOT,
                            "grows by %.4g from beat to beat, the intervals are %.4g ms: onsets are not in s",
                            step,
                            median),
                    "write onsets in seconds");
            return false;
        }
        return true;
    }

    private double medianStep() {
        double[] steps = new double[size - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = ends[i + 1] - ends[i];
        }
        Arrays.sort(steps);
        return steps.length == 0 ? 0 : steps[steps.length / 2];
    }

    private Optional<BeatSeries> series() {
        try {
            return Optional.of(BeatSeries.of(
                    Arrays.copyOf(ends, size),
                    Arrays.copyOf(millis, size),
                    Arrays.copyOf(contiguous, size),
                    Arrays.copyOf(labels, size)));
        } catch (IllegalArgumentException e) {
            log.error(table.file(), 0, "", "does not hold a series of beats: " + e.getMessage(), "");
            return Optional.empty();
        }
    }
}
