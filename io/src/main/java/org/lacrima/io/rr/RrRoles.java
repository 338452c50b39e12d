package org.lacrima.io.rr;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lacrima.io.ReadLog;

/**
 * Which column is what.
 *
 * @param time position of the times, −1 where there are none
 * @param interval position of the intervals, −1 where the times are all there is
 * @param label position of the labels, −1 where there are none
 * @param date position of dates in words, −1 where there are none
 * @param blocked position of the marks of intervals that the device itself does not trust, −1 where there are none
 * @param declared unit that the header gives to the intervals, or to the times where there are no intervals
 */
record RrRoles(int time, int interval, int label, int date, int blocked, Optional<RrUnit> declared) {
    private static final Pattern UNIT =
            Pattern.compile("(?:^|[\\s_\\[(])(ms|msec|msecs|milliseconds?|s|sec|secs|seconds?)[\\])]?$");
    private static final Pattern WORD_ENDS = Pattern.compile("[\\s_\\[\\]().]+");
    private static final Set<String> INTERVAL_WORDS = Set.of(
            "rr",
            "rri",
            "ibi",
            "nn",
            "nni",
            "pp",
            "ppi",
            "rr-interval",
            "pp-interval",
            "interval",
            "intervals",
            "rr-intervals");
    private static final Set<String> TIME_WORDS = Set.of(
            "time",
            "times",
            "t",
            "onset",
            "since",
            "elapsed",
            "seconds",
            "timestamp",
            "beat",
            "beats",
            "peak",
            "peaks");
    /** Times from the start, which are better than times of day. */
    private static final Set<String> ELAPSED_WORDS = Set.of("since", "elapsed");

    private static final Set<String> LABEL_WORDS = Set.of("label", "labels", "annotation", "symbol", "type", "class");
    private static final Set<String> DATE_WORDS = Set.of("date", "datetime", "timestamp", "clock");
    private static final Set<String> RATE_WORDS = Set.of("hr", "bpm", "heart", "heartrate", "pulse");
    /** Polar's name for the mark of an interval that was disturbed by movement. */
    private static final Set<String> BLOCK_WORDS = Set.of("blocker");

    private static final int NONE = -1;

    /** The roles, by names where there are any and by numbers where not; empty where they stay unclear. */
    static Optional<RrRoles> of(RrColumns columns, ReadLog log) {
        return columns.names().size() >= columns.columnCount() ? byNames(columns, log) : byNumbers(columns, log);
    }

    private static Optional<RrRoles> byNames(RrColumns columns, ReadLog log) {
        int interval = NONE;
        int time = NONE;
        int label = NONE;
        int date = NONE;
        int rate = NONE;
        int blocked = NONE;
        for (int c = 0; c < columns.columnCount(); c++) {
            String name = columns.names().get(c);
            if (interval == NONE && has(name, INTERVAL_WORDS)) {
                interval = c;
            } else if ((time == NONE || has(name, ELAPSED_WORDS))
                    && has(name, TIME_WORDS)
                    && isMostlyNumbers(columns.column(c))) {
                time = c;
            } else if (label == NONE && has(name, LABEL_WORDS)) {
                label = c;
            } else if (date == NONE && has(name, DATE_WORDS)) {
                date = c;
            } else if (rate == NONE && has(name, RATE_WORDS)) {
                rate = c;
            } else if (blocked == NONE && has(name, BLOCK_WORDS)) {
                blocked = c;
            }
        }
        if (columns.columnCount() == 1 && rate == NONE) {
            return Optional.of(new RrRoles(
                    interval == NONE ? time : NONE,
                    interval == NONE && time == NONE ? 0 : interval,
                    NONE,
                    NONE,
                    NONE,
                    unitOf(columns.names().get(0))));
        }
        if (interval == NONE && rate != NONE) {
            log.error(
                    columns.fileName(),
                    columns.lineOf(0),
                    columns.names().get(rate),
                    "is a heart rate: variability needs the intervals between beats",
                    "export the RR intervals");
            return Optional.empty();
        }
        if (interval == NONE) {
            log.error(
                    columns.fileName(),
                    Math.max(1, columns.lineOf(0) - 1),
                    "rr",
                    "is missing: no column of " + columns.names() + " is named as an interval",
                    "name the column of intervals rr_ms or rr_s");
            return Optional.empty();
        }
        return Optional.of(new RrRoles(
                time, interval, label, date, blocked, unitOf(columns.names().get(interval))));
    }

    private static Optional<RrRoles> byNumbers(RrColumns columns, ReadLog log) {
        int[] numeric = new int[2];
        int count = 0;
        int label = NONE;
        for (int c = 0; c < columns.columnCount(); c++) {
            if (!isMostlyNumbers(columns.column(c))) {
                label = label == NONE ? c : label;
            } else if (count++ < 2) {
                numeric[count - 1] = c;
            }
        }
        if (columns.columnCount() == 1 || count == 1) {
            return Optional.of(new RrRoles(NONE, count == 1 ? numeric[0] : 0, label, NONE, NONE, Optional.empty()));
        }
        if (count == 2) {
            double[] first = columns.column(numeric[0]);
            double[] second = columns.column(numeric[1]);
            double firstIsTime = TimeAgreement.closest(first, second)
                    .map(TimeAgreement::share)
                    .orElse(0.0);
            double secondIsTime = TimeAgreement.closest(second, first)
                    .map(TimeAgreement::share)
                    .orElse(0.0);
            if (Math.max(firstIsTime, secondIsTime) >= 0.5) {
                boolean inOrder = firstIsTime >= secondIsTime;
                return Optional.of(new RrRoles(
                        numeric[inOrder ? 0 : 1], numeric[inOrder ? 1 : 0], label, NONE, NONE, Optional.empty()));
            }
        }
        log.error(
                columns.fileName(),
                columns.lineOf(0),
                "",
                String.format(
                        Locale.ROOT, "has %d columns of numbers, and none of them are times of the others", count),
                "write a header that names the columns time_s and rr_ms");
        return Optional.empty();
    }

    private static boolean isMostlyNumbers(double[] column) {
        int numbers = 0;
        for (double value : column) {
            numbers += Double.isNaN(value) ? 0 : 1;
        }
        return 2 * numbers > column.length;
    }

    private static boolean has(String name, Set<String> words) {
        for (String word :
                WORD_ENDS.splitAsStream(name.toLowerCase(Locale.ROOT)).toList()) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** The unit at the end of a column's name. */
    static Optional<RrUnit> unitOf(String name) {
        Matcher unit = UNIT.matcher(name.strip().toLowerCase(Locale.ROOT));
        if (!unit.find()) {
            return Optional.empty();
        }
        return Optional.of(unit.group(1).startsWith("m") ? RrUnit.MILLISECONDS : RrUnit.SECONDS);
    }
}
