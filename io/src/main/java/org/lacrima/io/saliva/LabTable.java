package org.lacrima.io.saliva;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lacrima.core.cortisol.ClockTimes;
import org.lacrima.core.cortisol.DuplicateAssay;
import org.lacrima.core.cortisol.LabResult;
import org.lacrima.core.cortisol.LabSeries;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.io.ReadLog;
import org.lacrima.io.text.DecimalMark;
import org.lacrima.io.text.DelimitedTable;
import org.lacrima.io.text.Quote;

/** A laboratory's table of samples: finds its header, its columns, and the results of each person. */
final class LabTable {
    private static final int ROWS_LOOKED_AT = 50;
    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_NAME = 100;
    private static final List<String> SAMPLES = List.of("sample id", "sample_id", "sampleid", "sample", "probe");
    private static final List<String> PERSONS =
            List.of("participant_id", "participant", "subject", "subject_id", "id", "person", "vp", "code");
    private static final List<String> GROUPS = List.of("group", "condition");
    private static final List<String> DAYS = List.of("day", "session", "visit");
    private static final List<String> MINUTES = List.of("minutes", "time (min)", "time_min", "time [min]");
    private static final List<String> CLOCKS = List.of("time", "clock time", "clock", "time of day", "clock_time");
    private static final Pattern PERSON_AND_SAMPLE =
            Pattern.compile("(.+?)[ _-]+(?:([TtDd]\\d+)[ _-]+)?([A-Za-z]{0,10}\\d{1,4})(?: \\S{1,20})?");
    private static final Pattern NAME_WITH_UNIT = Pattern.compile("([^(\\[]+?)\\s*[\\[(]([^\\])]+)[\\])]");
    private static final Pattern REPLICATE = Pattern.compile(
            "(.*?)[ _-]*(?:(?:rep|replicate|dup|duplicate|run|well)[ _-]*)?([12ab])", Pattern.CASE_INSENSITIVE);
    private static final Pattern DERIVED = Pattern.compile(
            ".*\\b(mean|average|cv|sd|od|dilution|comment|remark|position|plate|well|volume|date)\\b.*|.*%.*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MEAN = Pattern.compile(".*\\b(mean|average)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BELOW =
            Pattern.compile("<\\s*(.*)|(?:below )?(?:lod|lloq|loq|bld|blq|detection limit)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOCK = Pattern.compile("(?:.*[T ])?(\\d{1,2}):(\\d\\d)(?::(\\d\\d)(?:\\.\\d+)?)?");

    private final String file;
    private final List<DelimitedTable.Row> rows;
    private final LabOptions options;
    private final ReadLog log;
    private final List<String> header;
    private final int headerLine;
    private final DecimalMark mark;

    /** One column or two of one analyte. */
    private record Analyte(String name, Optional<Unit> unit, List<Integer> columns) {}

    /** Whose sample it is. */
    private record Owner(String person, String day) {}

    /** One row, understood. */
    private record Entry(Owner owner, String group, String sample, DelimitedTable.Row row) {}

    LabTable(String file, List<DelimitedTable.Row> all, LabOptions options, ReadLog log) {
        this.file = file;
        this.options = options;
        this.log = log;
        int at = headerOf(all);
        rows = at < 0 ? List.of() : all.subList(at + 1, all.size());
        header = at < 0
                ? List.of()
                : all.get(at).cells().stream()
                        .limit(MOST_COLUMNS)
                        .map(LabTable::shortened)
                        .toList();
        headerLine = at < 0 ? 0 : all.get(at).line();
        mark = markOfCells();
    }

    private static String shortened(String name) {
        String stripped = name.strip();
        return stripped.substring(0, Math.min(stripped.length(), LONGEST_NAME));
    }

    /** The first row that names a column of samples, −1 where none does. */
    static int headerOf(List<DelimitedTable.Row> rows) {
        for (int i = 0; i < Math.min(ROWS_LOOKED_AT, rows.size()); i++) {
            if (rows.get(i).cells().stream()
                    .anyMatch(c -> SAMPLES.contains(c.strip().toLowerCase(Locale.ROOT)))) {
                return i;
            }
        }
        return -1;
    }

    private DecimalMark markOfCells() {
        boolean comma = false;
        for (DelimitedTable.Row row : rows) {
            for (String cell : row.cells()) {
                if (cell.indexOf('.') >= 0 && !Double.isNaN(DecimalMark.POINT.parse(cell))) {
                    return DecimalMark.POINT;
                }
                comma |= cell.indexOf(',') >= 0 && !Double.isNaN(DecimalMark.COMMA.parse(cell));
            }
        }
        if (comma) {
            log.note(file + ": commas in numbers are decimal marks");
        }
        return comma ? DecimalMark.COMMA : DecimalMark.POINT;
    }

    private int find(List<String> names) {
        for (String name : names) {
            for (int c = 0; c < header.size(); c++) {
                if (header.get(c).equalsIgnoreCase(name)) {
                    return c;
                }
            }
        }
        return -1;
    }

    private static String cell(DelimitedTable.Row row, int column) {
        return column >= 0 && column < row.cells().size()
                ? row.cells().get(column).strip()
                : "";
    }

    List<LabPerson> persons() {
        if (header.isEmpty()) {
            if (!log.hasErrors()) {
                error(1, "sample ID", "is missing: no row names a column of samples", "name the column sample ID");
            }
            return List.of();
        }
        List<Entry> entries = entries();
        List<LabPerson> persons = new ArrayList<>();
        if (entries.isEmpty()) {
            error(headerLine, "", "has no row below it that names a sample", "write one row per sample");
            return persons;
        }
        Map<Entry, Double> minutes = minutes(entries);
        List<Analyte> analytes = analytes();
        if (analytes.isEmpty()) {
            error(headerLine, "cortisol", "is missing: no column holds concentrations", "name it cortisol (nmol/L)");
        }
        for (Analyte analyte : analytes) {
            Unit unit = unit(analyte);
            Map<Owner, List<LabSeries.Sample>> samples = new LinkedHashMap<>();
            Map<Owner, String> groups = new LinkedHashMap<>();
            for (Entry entry : entries) {
                Double at = minutes.get(entry);
                Optional<LabResult> result = at == null ? Optional.empty() : result(entry, analyte);
                if (at != null && result.isPresent()) {
                    samples.computeIfAbsent(entry.owner(), o -> new ArrayList<>())
                            .add(new LabSeries.Sample(entry.sample(), at, result.get()));
                    groups.putIfAbsent(entry.owner(), entry.group());
                }
            }
            samples.forEach((owner, of) -> persons.add(new LabPerson(
                    owner.person(),
                    owner.day(),
                    groups.getOrDefault(owner, ""),
                    new LabSeries(analyte.name(), unit, of))));
        }
        return persons;
    }

    private Unit unit(Analyte analyte) {
        Optional<Unit> unit = analyte.unit().or(options::unit);
        if (unit.isEmpty()) {
            log.note(file + ": states no unit of " + analyte.name());
        } else if (options.unit().isPresent() && !options.unit().equals(unit)) {
            error(
                    headerLine,
                    analyte.name(),
                    "is in " + unit.get() + " by the header and in "
                            + options.unit().get() + " by the caller",
                    "leave the unit to the header, or correct the header");
        }
        return unit.orElse(Unit.ONE);
    }

    private List<Entry> entries() {
        int sample = find(SAMPLES);
        int person = find(PERSONS);
        int group = find(GROUPS);
        int day = find(DAYS);
        Map<List<String>, Integer> lines = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (DelimitedTable.Row row : rows) {
            String id = cell(row, sample);
            if (id.isEmpty() && (person < 0 || cell(row, person).isEmpty())) {
                continue;
            }
            Matcher joined = PERSON_AND_SAMPLE.matcher(id);
            boolean apart = person >= 0 && person != sample;
            if (id.isEmpty() || (!apart && (id.length() > 200 || !joined.matches()))) {
                error(
                        row.line(),
                        header.get(sample),
                        Quote.of(id) + " does not name a person and a sample",
                        "write it like \"Vp01 S1\", or the person in a column subject");
                continue;
            }
            String dayOfId = apart || joined.group(2) == null ? "" : joined.group(2);
            Owner owner = new Owner(apart ? cell(row, person) : joined.group(1), day >= 0 ? cell(row, day) : dayOfId);
            String name = apart ? id : joined.group(3);
            Integer before = lines.putIfAbsent(List.of(owner.person(), owner.day(), name), row.line());
            if (before != null) {
                error(
                        row.line(),
                        header.get(sample),
                        Quote.of(id) + " of " + Quote.of(owner.person()) + " is on line " + before + " already",
                        "keep one of them, or write duplicates into two columns");
                continue;
            }
            entries.add(new Entry(owner, cell(row, group), name, row));
        }
        return entries;
    }

    private Map<Entry, Double> minutes(List<Entry> entries) {
        Map<Entry, Double> minutes = new LinkedHashMap<>();
        if (!options.minutes().isEmpty()) {
            Set<String> names = new LinkedHashSet<>();
            entries.forEach(e -> names.add(e.sample()));
            if (names.size() != options.minutes().size()) {
                error(
                        headerLine,
                        "",
                        "has " + names.size() + " samples ("
                                + String.join(", ", names.stream().limit(12).toList()) + "), and "
                                + options.minutes().size() + " times were given",
                        "give one time in minutes per sample, in this order");
                return minutes;
            }
            Map<String, Double> byName = new LinkedHashMap<>();
            names.forEach(n -> byName.put(n, options.minutes().get(byName.size())));
            entries.forEach(e -> minutes.put(e, byName.getOrDefault(e.sample(), 0.0)));
            return minutes;
        }
        int column = find(MINUTES);
        int clock = find(CLOCKS);
        boolean clocks = column < 0
                && clock >= 0
                && entries.stream().anyMatch(e -> time(cell(e.row(), clock)).isPresent());
        int used = column >= 0 ? column : clock;
        if (used < 0) {
            error(
                    headerLine,
                    "",
                    "has no times of the samples",
                    "give them in minutes, or add a column minutes or time");
            return minutes;
        }
        if (clocks) {
            ofClocks(entries, clock, minutes);
            return minutes;
        }
        for (Entry entry : entries) {
            double at = mark.parse(cell(entry.row(), used));
            if (Double.isFinite(at)) {
                minutes.put(entry, at);
            } else {
                String cell = Quote.of(cell(entry.row(), used));
                error(entry.row().line(), header.get(used), cell + " is not a number of minutes", "write a number");
            }
        }
        return minutes;
    }

    private void ofClocks(List<Entry> entries, int clock, Map<Entry, Double> minutes) {
        Map<Owner, List<Entry>> byOwner = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (time(cell(entry.row(), clock)).isPresent()) {
                byOwner.computeIfAbsent(entry.owner(), o -> new ArrayList<>()).add(entry);
            } else {
                String cell = Quote.of(cell(entry.row(), clock));
                error(entry.row().line(), header.get(clock), cell + " is not a time of day", "write it as 14:05");
            }
        }
        byOwner.forEach((owner, of) -> {
            List<LocalTime> times = of.stream()
                    .map(e -> time(cell(e.row(), clock)).orElse(LocalTime.MIDNIGHT))
                    .toList();
            try {
                double[] at = ClockTimes.minutesFrom(options.zero().orElse(times.get(0)), times);
                for (int i = 0; i < at.length; i++) {
                    minutes.put(of.get(i), at[i]);
                }
            } catch (IllegalArgumentException e) {
                error(
                        of.get(0).row().line(),
                        header.get(clock),
                        "of " + Quote.of(owner.person()) + " cannot be: " + e.getMessage(),
                        "give each sample its own time");
            }
        });
        log.note(file + ": clock times count from "
                + options.zero().map(LocalTime::toString).orElse("each person's first sample of a day"));
    }

    private static Optional<LocalTime> time(String cell) {
        Matcher clock = cell.length() > 40 ? CLOCK.matcher("") : CLOCK.matcher(cell);
        if (!clock.matches()) {
            return Optional.empty();
        }
        try {
            int second = clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3));
            return Optional.of(
                    LocalTime.of(Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2)), second));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Columns in which numbers stand; those of means only where there is nothing that they are means of. */
    private List<Analyte> analytes() {
        Set<Integer> taken = new LinkedHashSet<>();
        for (List<String> names : List.of(SAMPLES, PERSONS, GROUPS, DAYS, MINUTES, CLOCKS)) {
            taken.add(find(names));
        }
        List<Integer> numeric = new ArrayList<>();
        for (int c = 0; c < header.size(); c++) {
            int column = c;
            if (!taken.contains(c)
                    && !header.get(c).isEmpty()
                    && rows.stream().anyMatch(r -> mark.parse(cell(r, column)) >= 0)) {
                numeric.add(c);
            }
        }
        List<Integer> measured = numeric.stream()
                .filter(c -> !DERIVED.matcher(header.get(c)).matches())
                .toList();
        List<Integer> used = measured.isEmpty()
                ? numeric.stream()
                        .filter(c -> MEAN.matcher(header.get(c)).matches())
                        .toList()
                : measured;
        Map<String, List<Integer>> byName = new LinkedHashMap<>();
        for (int column : used) {
            byName.computeIfAbsent(analyteOf(column), n -> new ArrayList<>()).add(column);
        }
        List<Analyte> analytes = new ArrayList<>();
        byName.forEach((name, columns) -> {
            if (columns.size() > 2) {
                error(headerLine, name, "has " + columns.size() + " columns", "leave one result or two duplicates");
            } else {
                Matcher named = NAME_WITH_UNIT.matcher(header.get(columns.get(0)));
                Optional<Unit> unit =
                        named.matches() ? Optional.of(Concentrations.unit(named.group(2))) : Optional.empty();
                analytes.add(new Analyte(name, unit, columns));
            }
        });
        return analytes;
    }

    private String analyteOf(int column) {
        Matcher named = NAME_WITH_UNIT.matcher(header.get(column));
        String name = named.matches() ? named.group(1).strip() : header.get(column);
        Matcher replicate = REPLICATE.matcher(name);
        String base = replicate.matches() ? replicate.group(1).strip() : name;
        boolean unnamed = base.isEmpty() || MEAN.matcher(base).matches() || base.equalsIgnoreCase("result");
        return unnamed ? "cortisol" : base.toLowerCase(Locale.ROOT);
    }

    private Optional<LabResult> result(Entry entry, Analyte analyte) {
        Optional<LabResult> first = single(entry, analyte.columns().get(0));
        if (analyte.columns().size() == 1 || first.isEmpty()) {
            return first;
        }
        Optional<LabResult> second = single(entry, analyte.columns().get(1));
        if (second.isEmpty()) {
            return second;
        }
        LabResult a = first.get();
        LabResult b = second.get();
        if (a instanceof LabResult.Measured one && b instanceof LabResult.Measured other) {
            return Optional.of(new DuplicateAssay(one.concentration(), other.concentration()));
        }
        if (a instanceof LabResult.Missing missing) {
            boolean says = !missing.reason().equals(DelimitedTable.MISSING);
            return says && b instanceof LabResult.Missing ? first : second;
        }
        if (b instanceof LabResult.Missing) {
            return first;
        }
        if (a instanceof LabResult.BelowDetection one && b instanceof LabResult.BelowDetection other) {
            return Optional.of(new LabResult.BelowDetection(Math.max(one.limit(), other.limit())));
        }
        log.warning(
                file,
                entry.row().line(),
                analyte.name(),
                "of one duplicate lies below the limit of detection: the other was taken",
                "look at the sample again");
        return a instanceof LabResult.Measured ? first : second;
    }

    private Optional<LabResult> single(Entry entry, int column) {
        String cell = cell(entry.row(), column);
        Matcher below = BELOW.matcher(cell);
        if (cell.length() < 60 && below.matches()) {
            double limit = below.group(1) == null ? Double.NaN : mark.parse(below.group(1));
            double known = limit > 0 && !Double.isInfinite(limit)
                    ? limit
                    : options.detectionLimit().orElse(Double.NaN);
            if (Double.isNaN(known)) {
                error(
                        entry.row().line(),
                        header.get(column),
                        Quote.of(cell) + " does not say the limit of detection",
                        "state the limit");
                return Optional.empty();
            }
            return Optional.of(new LabResult.BelowDetection(known));
        }
        Optional<SalivaSample> sample = Concentrations.sample(entry.sample(), 0, cell, mark);
        if (sample.isEmpty()) {
            error(
                    entry.row().line(),
                    header.get(column),
                    Quote.of(cell) + " is not a concentration",
                    "write a number, or the reason in words where there is none");
            return Optional.empty();
        }
        SalivaSample read = sample.get();
        return Optional.of(
                read.concentration().isPresent()
                        ? new LabResult.Measured(read.concentration().getAsDouble())
                        : new LabResult.Missing(read.missingReason()));
    }

    private void error(int line, String column, String reason, String remedy) {
        log.error(file, line, column, reason, remedy);
    }
}
