package org.lacrima.io.saliva;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lacrima.core.metric.Unit;
import org.lacrima.io.Loaded;
import org.lacrima.io.ReadLog;
import org.lacrima.io.Strictness;
import org.lacrima.io.text.DelimitedTable;
import org.lacrima.io.text.SourceText;
import org.lacrima.io.text.Spreadsheet;
import org.lacrima.io.text.TableSource;

/**
 * Reads the table that a laboratory sends: one sample per row, in an Excel workbook or as text, with a title above the
 * header or not. Keeps what was assayed twice, what lies below the limit of detection, and why a sample has no result.
 *
 * <pre>{@code
 * List<LabPerson> persons = LabTableReader.withDefaults()
 *     .withMinutes(-30, -1, 10, 20)
 *     .withDetectionLimit(0.41)
 *     .read(Path.of("plate7.xlsx"))
 *     .value();
 * List<SalivaSeries> series = LabRules.of(LabRules.BelowDetection.LIMIT_OVER_SQRT_2)
 *     .of(persons.stream().map(LabPerson::series).toList());
 * }</pre>
 *
 * <p>The person stands in a column of its own ({@code subject}, {@code participant_id}, {@code ID}) or before the sample in
 * one cell: {@code Vp01 S1}, {@code Vp01 T2 S1} with a day. Times are given ({@link #withMinutes}), or stand in a column
 * {@code minutes}, or as the clock showed them in a column {@code time}, midnights passed over. Two columns of one analyte
 * ({@code cortisol 1}, {@code cortisol 2}) are duplicates; columns of means and coefficients of variation are not read then.
 */
public final class LabTableReader {
    private final Strictness strictness;
    private final LabOptions options;

    private LabTableReader(Strictness strictness, LabOptions options) {
        this.strictness = strictness;
        this.options = options;
    }

    /** Strict; times and units from the file; clock times count from each person's first sample of a day. */
    public static LabTableReader withDefaults() {
        return new LabTableReader(Strictness.STRICT, LabOptions.DEFAULTS);
    }

    /** This reader, stricter or more lenient. */
    public LabTableReader with(Strictness newStrictness) {
        return new LabTableReader(newStrictness, options);
    }

    /** This reader, told the unit of the concentrations. */
    public LabTableReader with(Unit unit) {
        return new LabTableReader(
                strictness,
                new LabOptions(options.minutes(), Optional.of(unit), options.detectionLimit(), options.zero()));
    }

    /** This reader, told the times of the samples in minutes, in the order in which the table first names the samples. */
    public LabTableReader withMinutes(double... minutes) {
        for (int i = 0; i < minutes.length; i++) {
            if (!Double.isFinite(minutes[i])) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "time %d must be finite, got %s min", i, minutes[i]));
            }
        }
        List<Double> all = Arrays.stream(minutes).boxed().toList();
        return new LabTableReader(
                strictness, new LabOptions(all, options.unit(), options.detectionLimit(), options.zero()));
    }

    /**
     * This reader, told the limit of detection, in the unit of the table, for cells that do not say it: {@code <LOD}.
     *
     * @param limit positive
     */
    public LabTableReader withDetectionLimit(double limit) {
        if (!(limit > 0) || Double.isInfinite(limit)) {
            throw new IllegalArgumentException("a limit of detection must be positive, got " + limit);
        }
        return new LabTableReader(
                strictness,
                new LabOptions(options.minutes(), options.unit(), OptionalDouble.of(limit), options.zero()));
    }

    /** This reader, counting clock times from one time of day, such as that of the stressor. */
    public LabTableReader withZero(LocalTime zero) {
        return new LabTableReader(
                strictness,
                new LabOptions(options.minutes(), options.unit(), options.detectionLimit(), Optional.of(zero)));
    }

    /**
     * Reads a table: one entry per person, day and analyte, in the order of the table.
     *
     * @throws org.lacrima.io.StudyReadException if the content cannot be accepted, with every problem that was met
     * @throws IOException if the file cannot be read
     */
    public Loaded<List<LabPerson>> read(Path file) throws IOException {
        ReadLog log = new ReadLog();
        Path last = file.getFileName();
        String name = last == null ? file.toString() : last.toString();
        List<LabPerson> persons = new LabTable(name, rows(file, name, log), options, log).persons();
        if (persons.isEmpty()) {
            throw log.failure();
        }
        return log.loaded(persons, strictness);
    }

    private static List<DelimitedTable.Row> rows(Path file, String name, ReadLog log) throws IOException {
        if (Spreadsheet.isArchive(file)) {
            return Spreadsheet.read(file, name, log)
                    .flatMap(s -> s.sheets().stream()
                            .filter(sheet -> LabTable.headerOf(sheet.rows()) >= 0)
                            .findFirst())
                    .map(Spreadsheet.Sheet::rows)
                    .orElse(List.of());
        }
        return SourceText.read(file, name, log)
                .map(text -> DelimitedTable.rows(text, TableSource.frequentDelimiter(text), log))
                .orElse(List.of());
    }
}
