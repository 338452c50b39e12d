package org.lacrima.io.saliva;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.Session;
import org.lacrima.io.Loaded;
import org.lacrima.io.ReadLog;
import org.lacrima.io.Strictness;
import org.lacrima.io.text.DecimalMark;
import org.lacrima.io.text.DelimitedTable;
import org.lacrima.io.text.TableSource;

/**
 * Reads a table of saliva concentrations, one person per row (wide) or one sample per row (long), comma, semicolon or tab
 * between the cells, or the first sheet of an Excel workbook in which something is written.
 *
 * <pre>{@code
 * List<Session> sessions = SalivaTableReader.withDefaults()
 *     .withMinutes(-30, -1, 30, 40, 50, 60, 70)
 *     .withGroupColumn("condition")
 *     .read(Path.of("cortisol_samples.csv"))
 *     .value();
 * }</pre>
 *
 * <p>Columns are found by name, ignoring case: the person in {@code participant_id}, {@code subject} or {@code ID}; the
 * group in {@code group} or {@code condition}, unless named; in a long table the sample in {@code sample} and its time in
 * {@code time} or {@code minutes}. What else is numeric in a long table is an analyte, whose name may carry its unit:
 * {@code cortisol (nmol/L)}. In a wide table the columns {@code S0, S1, …}, {@code 0, 1, …} or the like are the samples.
 * Samples are in the order in which the table first names them.
 *
 * <p>A table that states no unit gives series without one ({@link Unit#ONE}) and a note, unless {@link #with(Unit)} says
 * it. Decimal commas are taken where the cells leave no other reading, which is noted.
 */
public final class SalivaTableReader {
    private final Strictness strictness;
    private final TableOptions options;

    private SalivaTableReader(Strictness strictness, TableOptions options) {
        this.strictness = strictness;
        this.options = options;
    }

    /** Strict; times, group column and unit from the table; an analyte without a name is cortisol. */
    public static SalivaTableReader withDefaults() {
        return new SalivaTableReader(Strictness.STRICT, TableOptions.DEFAULTS);
    }

    /** This reader, stricter or more lenient. */
    public SalivaTableReader with(Strictness newStrictness) {
        return new SalivaTableReader(newStrictness, options);
    }

    /** This reader, told the times of the samples in minutes, in the order in which the table names the samples. */
    public SalivaTableReader withMinutes(double... minutes) {
        for (int i = 0; i < minutes.length; i++) {
            if (!Double.isFinite(minutes[i])) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "time %d must be finite, got %s min", i, minutes[i]));
            }
        }
        return new SalivaTableReader(
                strictness, options.withMinutes(Arrays.stream(minutes).boxed().toList()));
    }

    /** This reader, told the column of the groups. */
    public SalivaTableReader withGroupColumn(String column) {
        return new SalivaTableReader(strictness, options.withGroupColumn(column));
    }

    /** This reader, told what was assayed: the column of a long table, or the name of a wide one. */
    public SalivaTableReader withAnalyte(String analyte) {
        return new SalivaTableReader(strictness, options.withAnalyte(analyte));
    }

    /** This reader, told the unit of the concentrations. */
    public SalivaTableReader with(Unit unit) {
        return new SalivaTableReader(strictness, options.withUnit(unit));
    }

    /** This reader, told the decimal mark. */
    public SalivaTableReader with(DecimalMark mark) {
        return new SalivaTableReader(strictness, options.withMark(mark));
    }

    /** This reader, told what to do with concentrations below the limit of detection. */
    public SalivaTableReader with(BelowDetection belowDetection) {
        return new SalivaTableReader(strictness, options.withBelowDetection(belowDetection));
    }

    /**
     * Reads a table: one session per person, with the saliva series, in the order of the table.
     *
     * @throws org.lacrima.io.StudyReadException if the content cannot be accepted, with every problem that was met
     * @throws IOException if the file cannot be read
     */
    public Loaded<List<Session>> read(Path file) throws IOException {
        ReadLog log = new ReadLog();
        Path name = file.getFileName();
        Optional<DelimitedTable> table = TableSource.read(file, name == null ? file.toString() : name.toString(), log);
        List<Session> sessions = table.flatMap(t -> new SalivaTable(t, options, log).sessions())
                .filter(s -> !s.isEmpty())
                .orElseThrow(log::failure);
        return log.loaded(sessions, strictness);
    }
}
