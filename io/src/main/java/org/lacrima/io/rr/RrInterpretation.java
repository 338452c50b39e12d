package org.lacrima.io.rr;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.io.ReadLog;
import org.lacrima.io.text.Quote;

/** From columns of numbers to beats: decides unit and content, refuses what no heart does, keeps gaps. */
final class RrInterpretation {
    /** A day: longer than any interval or gap within one recording. */
    private static final double MOST_MILLIS = 86_400_000;
    /** Longer intervals are pointed out: the longest pauses that hearts survive unnoticed are about this long. */
    private static final double REMARKABLE_MILLIS = 5000;

    /** 300 bpm: below it an interval is remarked on. */
    private static final double SHORTEST_MILLIS = 200;

    private final RrColumns columns;
    private final Optional<RrUnit> chosenUnit;
    private final RrContent content;
    private final double gapsAboveMillis;
    private final ReadLog log;

    RrInterpretation(
            RrColumns columns, Optional<RrUnit> chosenUnit, RrContent content, double gapsAboveMillis, ReadLog log) {
        this.columns = columns;
        this.chosenUnit = chosenUnit;
        this.content = content;
        this.gapsAboveMillis = gapsAboveMillis;
        this.log = log;
    }

    Optional<BeatSeries> beats() {
        Optional<RrRoles> found = RrRoles.of(columns, log);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        RrRoles roles = found.get();
        boolean timesAlone = roles.interval() < 0;
        int column = timesAlone ? roles.time() : roles.interval();
        double[] numbers = columns.column(column);
        reportWords(numbers, column);
        Optional<RrUnit> declared = chosenUnit.or(roles::declared);
        if (timesAlone || holdsBeatTimes(numbers, roles)) {
            return ofTimes(numbers, declared);
        }
        Optional<RrUnit> unit = unitOf(numbers, declared, "interval");
        if (unit.isEmpty()) {
            return Optional.empty();
        }
        int odd = UnitRule.firstInAnotherUnit(numbers, UnitRule.median(numbers));
        if (odd >= 0) {
            error(
                    odd,
                    columnName(column),
                    columns.cell(odd, column) + " is in another unit than the rest, which is in " + unit.get(),
                    "write all intervals in one unit");
            return Optional.empty();
        }
        return checked(() -> ofIntervals(numbers, unit.get(), roles));
    }

    private boolean holdsBeatTimes(double[] numbers, RrRoles roles) {
        if (roles.time() >= 0 || content == RrContent.INTERVALS) {
            return false;
        }
        return content == RrContent.BEAT_TIMES || grows(numbers);
    }

    /**
     * Whether the numbers only grow as times do. Twenty intervals never grow twenty times in a row; fewer numbers must
     * also grow by steps as long as heart periods, or to more than their double.
     */
    private static boolean grows(double[] numbers) {
        int up = 0;
        for (int i = 1; i < numbers.length; i++) {
            up += numbers[i] > numbers[i - 1] ? 1 : 0;
        }
        // A word in between costs two steps.
        if (up < 0.9 * (numbers.length - 1)) {
            return false;
        }
        double[] clean = Arrays.stream(numbers).filter(v -> !Double.isNaN(v)).toArray();
        double[] step = steps(clean);
        long grown = Arrays.stream(step).filter(d -> d > 0).count();
        if (step.length < 2 || grown < 0.98 * step.length) {
            return false;
        }
        double medianStep = UnitRule.median(step);
        boolean heartPeriods = (medianStep >= 0.3 && medianStep <= 3) || medianStep >= 300;
        boolean doubled = step.length >= 4 && clean[clean.length - 1] > 2 * clean[0];
        return step.length >= 20 || heartPeriods || doubled;
    }

    private static double[] steps(double[] times) {
        double[] steps = new double[Math.max(0, times.length - 1)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = times[i + 1] - times[i];
        }
        return steps;
    }

    private void reportWords(double[] numbers, int column) {
        for (int r = 0; r < numbers.length; r++) {
            if (Double.isNaN(numbers[r])) {
                error(
                        r,
                        columnName(column),
                        Quote.of(columns.cell(r, column)) + " is not a number",
                        "write digits with a point as decimal mark, or delete the line");
            }
        }
    }

    private Optional<RrUnit> unitOf(double[] values, Optional<RrUnit> declared, String what) {
        double median = UnitRule.median(values);
        if (Double.isNaN(median)) {
            log.error(columns.fileName(), 0, "", "holds no positive number", "an RR file has one interval per line");
            return Optional.empty();
        }
        String medianText = String.format(Locale.ROOT, "the median %s of %d is %.4g", what, values.length, median);
        Optional<RrUnit> unit = declared.or(() -> UnitRule.byMagnitude(median));
        if (unit.isEmpty()) {
            log.error(
                    columns.fileName(),
                    columns.lineOf(0),
                    "",
                    "has no clear unit: " + medianText + ", neither a heart period in s (0.1–3) nor in ms (300–3000)",
                    "state the unit (--unit ms, --unit s, or a sampling rate such as --unit 256Hz); heart rates are no"
                            + " intervals");
            return Optional.empty();
        }
        if (!UnitRule.fits(unit.get(), median)) {
            log.error(
                    columns.fileName(),
                    columns.lineOf(0),
                    "",
                    "cannot be in " + unit.get() + ": " + medianText
                            + UnitRule.byMagnitude(median)
                                    .map(u -> ", which looks like " + u)
                                    .orElse(""),
                    "correct the unit that is declared");
            return Optional.empty();
        }
        if (declared.isEmpty()) {
            log.note(columns.fileName() + ": unit taken as " + unit.get() + ": " + medianText);
        }
        return unit;
    }

    private Optional<BeatSeries> ofTimes(double[] times, Optional<RrUnit> declared) {
        boolean whole = Arrays.stream(times).allMatch(t -> Double.isNaN(t) || t == Math.rint(t));
        if (whole && declared.isEmpty()) {
            log.error(
                    columns.fileName(),
                    columns.lineOf(0),
                    "",
                    "holds whole numbers that only grow: beat times in ms, or numbers of samples",
                    "state the unit (--unit ms, or the sampling rate such as --unit 256Hz)");
            return Optional.empty();
        }
        Optional<RrUnit> unit = unitOf(steps(times), declared, "step");
        if (unit.isEmpty()) {
            return Optional.empty();
        }
        log.note(columns.fileName() + ": numbers that only grow are taken as times of beats");
        double millisPerUnit = unit.get().millis();
        return checked(() -> BeatSeries.ofBeatTimes(increasing(times, millisPerUnit)));
    }

    private double[] increasing(double[] times, double millisPerUnit) {
        double[] kept = new double[times.length];
        int n = 0;
        for (int r = 0; r < times.length; r++) {
            if (Double.isNaN(times[r])) {
                continue;
            }
            double seconds = times[r] * millisPerUnit / 1000;
            if (Double.isInfinite(seconds) || (n > 0 && seconds <= kept[n - 1])) {
                error(r, "", "time " + times[r] + " is not after the beat before it", "delete the line");
                continue;
            }
            kept[n++] = seconds;
        }
        return Arrays.copyOf(kept, n);
    }

    private BeatSeries ofIntervals(double[] numbers, RrUnit unit, RrRoles roles) {
        double[] millis = new double[numbers.length];
        boolean[] kept = new boolean[numbers.length];
        for (int r = 0; r < numbers.length; r++) {
            millis[r] = unit.millis() == 1 ? numbers[r] : numbers[r] * unit.millis();
            kept[r] = isInterval(r, numbers[r], millis[r], roles.interval());
        }
        leaveOutBlocked(kept, roles.blocked());
        pointOut(
                IntStream.range(0, millis.length)
                        .filter(r -> kept[r] && millis[r] > REMARKABLE_MILLIS && millis[r] <= gapsAboveMillis)
                        .toArray(),
                roles.interval(),
                "is an interval of %.1f s, the first of %d above 5 s",
                unit.millis() / 1000,
                "if the signal was lost there, read long intervals as gaps (--gaps-above 5)");
        pointOut(
                IntStream.range(0, millis.length)
                        .filter(r -> kept[r] && millis[r] < SHORTEST_MILLIS)
                        .toArray(),
                roles.interval(),
                "is an interval of %.0f ms, the first of %d below 200 ms",
                unit.millis(),
                "no heart beats so fast: mend the beats, or have them corrected (--correct lipponen-tarvainen)");
        warnOfDatesThatGoBack(roles.date());
        BeatLabel[] labels = labels(roles.label());
        Optional<double[]> measured = roles.time() < 0 ? Optional.empty() : ends(roles, numbers, millis, unit);
        return assembled(millis, kept, labels, measured.orElseGet(() -> summed(millis, kept)), measured.isPresent());
    }

    /** What the device itself marked as disturbed is no interval: the next one follows a gap. */
    private void leaveOutBlocked(boolean[] kept, int column) {
        int count = 0;
        for (int r = 0; column >= 0 && r < kept.length; r++) {
            if (kept[r] && columns.column(column)[r] == 1) {
                kept[r] = false;
                count++;
            }
        }
        if (count > 0) {
            log.note(String.format(
                    Locale.ROOT,
                    "%s: %d intervals that %s marks were left out as gaps",
                    columns.fileName(),
                    count,
                    columnName(column)));
        }
    }

    /** Warns of the first of the rows that are remarkable, if there is one. */
    private void pointOut(int[] rows, int column, String reason, double scale, String remedy) {
        if (rows.length > 0) {
            String cell = columns.cell(rows[0], column);
            double value = columns.column(column)[rows[0]] * scale;
            log.warning(
                    columns.fileName(),
                    columns.lineOf(rows[0]),
                    columnName(column),
                    Quote.of(cell) + " " + String.format(Locale.ROOT, reason, value, rows.length),
                    remedy);
        }
    }

    private boolean isInterval(int row, double number, double millis, int column) {
        if (Double.isNaN(number)) {
            return false;
        }
        String shown = Quote.of(columns.cell(row, column));
        if (millis <= 0) {
            error(row, columnName(column), shown + " is not a positive interval", "delete the line or mend the number");
            return false;
        }
        if (millis > MOST_MILLIS) {
            error(row, columnName(column), shown + " is longer than a day", "delete the line or mend the number");
            return false;
        }
        return true;
    }

    private static double[] summed(double[] millis, boolean[] kept) {
        double[] ends = new double[millis.length];
        double elapsedMillis = 0;
        for (int r = 0; r < millis.length; r++) {
            elapsedMillis += kept[r] ? millis[r] : 0;
            ends[r] = elapsedMillis / 1000;
        }
        return ends;
    }

    /** Session times in s of the beats that end the intervals, or empty where the file's times cannot be used. */
    private Optional<double[]> ends(RrRoles roles, double[] numbers, double[] millis, RrUnit unit) {
        double[] times = columns.column(roles.time());
        for (int r = 0; r < times.length; r++) {
            if (Double.isNaN(times[r]) || Double.isInfinite(times[r]) || (r > 0 && times[r] <= times[r - 1])) {
                log.warning(
                        columns.fileName(),
                        columns.lineOf(r),
                        columnName(roles.time()),
                        Quote.of(columns.cell(r, roles.time())) + " is not after the time before it",
                        "the times were not used: the intervals follow each other from 0 s");
                return Optional.empty();
            }
        }
        TimeAgreement agreement = TimeAgreement.closest(times, numbers)
                .orElse(new TimeAgreement(
                        RrRoles.unitOf(columnName(roles.time())).orElse(unit).millis() / unit.millis(), true, 0));
        if (agreement.share() < 0.5 && times.length > 1) {
            log.warning(
                    columns.fileName(),
                    columns.lineOf(0),
                    columnName(roles.time()).isEmpty() ? "the time" : columnName(roles.time()),
                    String.format(
                            Locale.ROOT,
                            "agrees with the intervals in %.0f %% of the lines only",
                            Math.floor(agreement.share() * 100)),
                    "check that the times are those of the beats; every other line counts as a gap");
        }
        double secondsPerTime = agreement.timePerInterval() * unit.millis() / 1000;
        double[] ends = new double[times.length];
        for (int r = 0; r < ends.length; r++) {
            ends[r] = times[r] * secondsPerTime + (agreement.timesEndIntervals() ? 0 : millis[r] / 1000);
        }
        log.note(columns.fileName() + ": a time is that of the beat that "
                + (agreement.timesEndIntervals() ? "ends" : "begins") + " its interval");
        return Optional.of(ends);
    }

    private void warnOfDatesThatGoBack(int column) {
        String before = "";
        for (int r = 0; column >= 0 && r < columns.rowCount(); r++) {
            String date = columns.cell(r, column);
            if (date.length() == before.length() && isIsoDate(date) && date.compareTo(before) < 0) {
                log.warning(
                        columns.fileName(),
                        columns.lineOf(r),
                        columnName(column),
                        Quote.of(date) + " is before the line above",
                        "check whether recordings were joined; the dates were not used");
                return;
            }
            before = date;
        }
    }

    private static boolean isIsoDate(String text) {
        return text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
    }

    private BeatLabel[] labels(int column) {
        BeatLabel[] labels = new BeatLabel[columns.rowCount()];
        Arrays.fill(labels, BeatLabel.NORMAL);
        for (int r = 0; column >= 0 && r < labels.length; r++) {
            String word = columns.cell(r, column);
            Optional<BeatLabel> label = BeatWords.parse(word);
            if (label.isEmpty()) {
                log.warning(
                        columns.fileName(),
                        columns.lineOf(r),
                        columnName(column),
                        Quote.of(word) + " is no known label of a beat; read as normal",
                        "");
            }
            labels[r] = label.orElse(BeatLabel.NORMAL);
        }
        return labels;
    }

    private BeatSeries assembled(
            double[] millis, boolean[] kept, BeatLabel[] labels, double[] ends, boolean timesAreMeasured) {
        int n = 0;
        double[] rr = new double[millis.length];
        double[] endSeconds = new double[millis.length];
        boolean[] contiguous = new boolean[millis.length];
        BeatLabel[] beatLabels = new BeatLabel[millis.length];
        boolean afterGap = true;
        int gaps = 0;
        for (int r = 0; r < millis.length; r++) {
            if (!kept[r] || millis[r] > gapsAboveMillis) {
                gaps += kept[r] ? 1 : 0;
                afterGap = true;
                continue;
            }
            rr[n] = millis[r];
            endSeconds[n] = ends[r];
            beatLabels[n] = labels[r];
            contiguous[n] = !afterGap
                    && (!timesAreMeasured
                            || Math.abs((ends[r] - endSeconds[n - 1]) * 1000 - millis[r])
                                    <= BeatSeries.CONTIGUITY_TOLERANCE_MS);
            afterGap = false;
            n++;
        }
        if (gaps > 0) {
            log.note(String.format(
                    Locale.ROOT,
                    "%s: %d intervals above %s ms read as gaps",
                    columns.fileName(),
                    gaps,
                    gapsAboveMillis));
        }
        return BeatSeries.of(
                Arrays.copyOf(endSeconds, n),
                Arrays.copyOf(rr, n),
                Arrays.copyOf(contiguous, n),
                Arrays.copyOf(beatLabels, n));
    }

    /** The series; what a series refuses (beats closer than the clock can tell) is the file's fault, not the caller's. */
    private Optional<BeatSeries> checked(Supplier<BeatSeries> making) {
        BeatSeries beats;
        try {
            beats = making.get();
        } catch (IllegalArgumentException e) {
            log.error(columns.fileName(), 0, "", "does not hold a series of beats: " + e.getMessage(), "");
            return Optional.empty();
        }
        if (beats.isEmpty()) {
            log.error(columns.fileName(), 0, "", "holds no interval that could be read", "");
            return Optional.empty();
        }
        return Optional.of(beats);
    }

    private String columnName(int column) {
        return column >= 0 && column < columns.names().size() ? columns.names().get(column) : "";
    }

    private void error(int row, String column, String reason, String remedy) {
        log.error(columns.fileName(), columns.lineOf(row), column, reason, remedy);
    }
}
