package org.lacrima.io.saliva;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.Group;
import org.lacrima.core.study.Participant;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;
import org.lacrima.core.study.Session;
import org.lacrima.core.study.Timeline;
import org.lacrima.io.ReadLog;
import org.lacrima.io.text.DecimalMark;
import org.lacrima.io.text.DelimitedTable;
import org.lacrima.io.text.Nearest;
import org.lacrima.io.text.Quote;

/** One table of concentrations: finds out which column is what, then gathers the samples of each person. */
final class SalivaTable {
    private static final List<String> ID_NAMES =
            List.of("participant_id", "participant", "subject", "subject_id", "id", "person", "vp", "code");
    private static final List<String> GROUP_NAMES = List.of("group", "condition");
    private static final List<String> SAMPLE_NAMES = List.of("sample", "sample_id");
    private static final List<String> TIME_NAMES = List.of("minutes", "time", "time (min)", "time_min", "time [min]");
    private static final Pattern NUMBERED_SAMPLE =
            Pattern.compile("(?:s|t|sample|saliva|cort|cortisol)?[ _-]?\\d+", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME_WITH_UNIT = Pattern.compile("(.+?)\\s*[\\[(]([^\\])]+)[\\])]");
    private static final int NONE = -1;

    private final DelimitedTable table;
    private final TableOptions options;
    private final ReadLog log;
    private final int id;
    private final int group;
    private final int sample;
    private final int time;
    private final DecimalMark mark;
    private final Set<String> analytesWithoutUnit = new LinkedHashSet<>();

    SalivaTable(DelimitedTable table, TableOptions options, ReadLog log) {
        this.table = table;
        this.options = options;
        this.log = log;
        id = find(ID_NAMES);
        group = options.groupColumn().map(table::indexOf).orElseGet(() -> find(GROUP_NAMES));
        sample = find(SAMPLE_NAMES);
        time = find(TIME_NAMES);
        mark = options.mark().orElseGet(this::markOfCells);
    }

    private int find(List<String> names) {
        for (String name : names) {
            for (int c = 0; c < table.header().size(); c++) {
                if (table.header().get(c).equalsIgnoreCase(name)) {
                    return c;
                }
            }
        }
        return NONE;
    }

    /** A comma, if cells have one where the decimal mark is, none has a point there, and no thousands mark is possible. */
    private DecimalMark markOfCells() {
        List<String> numbers = table.rows().stream()
                .flatMap(r -> Stream.iterate(0, c -> c + 1)
                        .limit(r.cells().size())
                        .filter(c -> c != id && c != group && c != sample)
                        .map(r.cells()::get))
                .toList();
        boolean comma = numbers.stream().anyMatch(n -> n.indexOf(',') >= 0 && isNumber(n, DecimalMark.COMMA));
        boolean point = numbers.stream().anyMatch(n -> n.indexOf('.') >= 0 && isNumber(n, DecimalMark.POINT));
        boolean noThousands = numbers.stream()
                .anyMatch(n -> isNumber(n, DecimalMark.COMMA)
                        && n.indexOf(',') >= 0
                        && (n.length() - n.indexOf(',') != 4 || n.startsWith("0")));
        if (!comma || point || !noThousands) {
            return DecimalMark.POINT;
        }
        log.note(table.file() + ": commas in numbers are decimal marks");
        return DecimalMark.COMMA;
    }

    private static boolean isNumber(String cell, DecimalMark mark) {
        return !Double.isNaN(mark.parse(cell));
    }

    Optional<List<Session>> sessions() {
        if (id == NONE) {
            error(0, "subject", "is missing: no column names the person", "name it participant_id, subject or ID");
            return Optional.empty();
        }
        if (options.groupColumn().isPresent() && group == NONE) {
            String column = options.groupColumn().get();
            error(0, column, "is missing from the header", Nearest.remedy(column, table.header()));
            return Optional.empty();
        }
        if (table.rows().isEmpty()) {
            error(0, "", "holds no row below its header", "write one row per person or per sample");
            return Optional.empty();
        }
        return sample == NONE && time == NONE ? wide() : longTable();
    }

    /** One person per row. */
    private Optional<List<Session>> wide() {
        List<Integer> free = freeColumns(NONE);
        List<Integer> numbered = free.stream()
                .filter(c -> NUMBERED_SAMPLE.matcher(table.header().get(c)).matches())
                .toList();
        List<Integer> columns =
                numbered.isEmpty() ? free.stream().filter(this::isMostlyNumbers).toList() : numbered;
        List<String> names = columns.stream().map(table.header()::get).toList();
        if (columns.isEmpty()) {
            error(0, "sample", "is missing: no column holds samples", "name the columns S0, S1, …");
            return Optional.empty();
        }
        Optional<Map<String, Double>> minutes = minutes(names);
        if (minutes.isEmpty()) {
            return Optional.empty();
        }
        String analyte = options.analyte().orElse("cortisol");
        if (options.analyte().isEmpty()) {
            log.note(table.file() + ": names no analyte; taken as cortisol");
        }
        Unit unit = unit(analyte, Optional.empty());
        Map<String, Integer> lines = new LinkedHashMap<>();
        List<Session> sessions = new ArrayList<>();
        for (DelimitedTable.Row row : table.rows()) {
            String person = row.cells().get(id);
            Integer before = lines.putIfAbsent(person, row.line());
            if (before != null || DelimitedTable.isMissing(person)) {
                reportPerson(row, before);
                continue;
            }
            List<SalivaSample> samples = new ArrayList<>();
            for (int c : columns) {
                String name = table.header().get(c);
                sample(row, c, name, minutes.get().getOrDefault(name, 0.0)).ifPresent(samples::add);
            }
            sessions.add(session(row, columns, List.of(new SalivaSeries(analyte, unit, samples))));
        }
        return Optional.of(sessions);
    }

    private void reportPerson(DelimitedTable.Row row, @Nullable Integer before) {
        String reason =
                before == null ? "is missing" : Quote.of(row.cells().get(id)) + " is on line " + before + " already";
        error(row.line(), table.header().get(id), reason, "give each person one row");
    }

    /** One sample per row. */
    private Optional<List<Session>> longTable() {
        Set<String> names = new LinkedHashSet<>();
        table.rows().forEach(row -> names.add(sampleName(row)));
        List<Integer> analytes = analyteColumns();
        Optional<Map<String, Double>> minutes =
                options.minutes().isEmpty() && time != NONE ? Optional.of(Map.of()) : minutes(List.copyOf(names));
        if (analytes.isEmpty() || minutes.isEmpty()) {
            return Optional.empty();
        }
        if (time != NONE && !options.minutes().isEmpty()) {
            log.note(table.file() + ": the times given take the place of the column "
                    + table.header().get(time));
        }
        Map<String, Map<String, DelimitedTable.Row>> rows = new LinkedHashMap<>();
        for (DelimitedTable.Row row : table.rows()) {
            addRow(rows, row);
        }
        List<Session> sessions = new ArrayList<>();
        rows.forEach((person, bySample) -> {
            List<SalivaSeries> series = new ArrayList<>();
            for (int column : analytes) {
                series.addAll(series(person, bySample, column, List.copyOf(names), minutes.get()).stream()
                        .toList());
            }
            sessions.add(session(bySample.values().iterator().next(), analytes, series));
        });
        return Optional.of(sessions);
    }

    private String sampleName(DelimitedTable.Row row) {
        return row.cells().get(sample == NONE ? time : sample);
    }

    private void addRow(Map<String, Map<String, DelimitedTable.Row>> rows, DelimitedTable.Row row) {
        String person = row.cells().get(id);
        String name = sampleName(row);
        if (DelimitedTable.isMissing(person) || DelimitedTable.isMissing(name)) {
            int column = DelimitedTable.isMissing(person) ? id : sample == NONE ? time : sample;
            error(row.line(), table.header().get(column), "is missing", "fill it in, or delete the row");
            return;
        }
        Map<String, DelimitedTable.Row> bySample = rows.computeIfAbsent(person, p -> new LinkedHashMap<>());
        DelimitedTable.Row before = bySample.putIfAbsent(name, row);
        if (before != null) {
            error(
                    row.line(),
                    table.header().get(sample == NONE ? time : sample),
                    Quote.of(name) + " of " + person + " is on line " + before.line() + " already",
                    "delete one of them");
            return;
        }
        DelimitedTable.Row first = bySample.values().iterator().next();
        if (group != NONE && !first.cells().get(group).equals(row.cells().get(group))) {
            error(
                    row.line(),
                    table.header().get(group),
                    Quote.of(row.cells().get(group)) + " of " + person + " is "
                            + Quote.of(first.cells().get(group)) + " on line " + first.line(),
                    "a person belongs to one group");
        }
    }

    /** Columns of concentrations: numbers that vary within a person, or the one that the caller names. */
    private List<Integer> analyteColumns() {
        List<Integer> free = freeColumns(time);
        if (options.analyte().isPresent()) {
            String wanted = options.analyte().get();
            List<Integer> named = free.stream()
                    .filter(c -> analyte(c).equalsIgnoreCase(wanted))
                    .toList();
            if (named.isEmpty()) {
                error(0, wanted, "is missing from the header", Nearest.remedy(wanted, table.header()));
            }
            return named;
        }
        List<Integer> varying = free.stream()
                .filter(c -> isMostlyNumbers(c) && variesWithinPersons(c))
                .toList();
        if (varying.isEmpty()) {
            error(
                    0,
                    "cortisol",
                    "is missing: no column holds concentrations",
                    "add a column such as cortisol (nmol/L)");
        }
        return varying;
    }

    private boolean variesWithinPersons(int column) {
        Map<String, String> first = new LinkedHashMap<>();
        boolean repeated = false;
        for (DelimitedTable.Row row : table.rows()) {
            String before = first.putIfAbsent(row.cells().get(id), row.cells().get(column));
            if (before != null && !before.equals(row.cells().get(column))) {
                return true;
            }
            repeated |= before != null;
        }
        return !repeated;
    }

    private Optional<SalivaSeries> series(
            String person,
            Map<String, DelimitedTable.Row> bySample,
            int column,
            List<String> names,
            Map<String, Double> minutes) {
        List<SalivaSample> samples = new ArrayList<>();
        for (String name : names) {
            DelimitedTable.Row row = bySample.get(name);
            Double given = minutes.get(name);
            if (row == null) {
                if (given != null) {
                    samples.add(SalivaSample.missing(name, given, "no row in the table"));
                }
                continue;
            }
            double at = given != null ? given : mark.parse(row.cells().get(time));
            if (!Double.isFinite(at)) {
                String cell = Quote.of(row.cells().get(time));
                error(row.line(), table.header().get(time), cell + " is not a number of minutes", "write a number");
                continue;
            }
            sample(row, column, name, at).ifPresent(samples::add);
        }
        String analyte = analyte(column);
        try {
            return Optional.of(new SalivaSeries(analyte, unit(analyte, unitOf(column)), samples));
        } catch (IllegalArgumentException e) {
            error(
                    0,
                    analyte,
                    "of " + person + " cannot be a series: " + e.getMessage(),
                    "give each sample its own time");
            return Optional.empty();
        }
    }

    private Optional<Map<String, Double>> minutes(List<String> names) {
        if (options.minutes().size() != names.size()) {
            String known = names.size() + " samples (" + String.join(", ", names.subList(0, Math.min(12, names.size())))
                    + (names.size() > 12 ? ", …" : "") + ")";
            error(
                    0,
                    "",
                    options.minutes().isEmpty()
                            ? "has no times for its " + known
                            : "has " + known + ", and " + options.minutes().size() + " times were given",
                    "give one time in minutes per sample, in this order (--times=-30,-1,30)");
            return Optional.empty();
        }
        if (Set.copyOf(options.minutes()).size() < names.size()) {
            error(0, "", "has two samples at one of the times given", "give each sample its own time");
            return Optional.empty();
        }
        Map<String, Double> minutes = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            minutes.put(names.get(i), options.minutes().get(i));
        }
        return Optional.of(minutes);
    }

    private Optional<SalivaSample> sample(DelimitedTable.Row row, int column, String name, double minutes) {
        String cell = row.cells().get(column);
        Optional<SalivaSample> read = Concentrations.sample(name, minutes, cell, mark);
        if (read.isPresent()) {
            return read;
        }
        if (options.belowDetection() == BelowDetection.MISSING && cell.startsWith("<")) {
            return Optional.of(SalivaSample.missing(name, minutes, "below detection: " + cell));
        }
        error(
                row.line(),
                table.header().get(column),
                Quote.of(cell) + " is not a concentration",
                "write a number, or the reason in words where there is none");
        return Optional.empty();
    }

    private Unit unit(String analyte, Optional<Unit> stated) {
        if (stated.isPresent() && options.unit().isPresent() && !stated.equals(options.unit())) {
            error(
                    0,
                    analyte,
                    "is in " + stated.get() + " by the header and in "
                            + options.unit().get() + " by the caller",
                    "leave the unit to the header, or correct the header");
        }
        Optional<Unit> unit = stated.or(options::unit);
        if (unit.isEmpty() && analytesWithoutUnit.add(analyte)) {
            log.note(table.file() + ": states no unit of " + analyte);
        }
        return unit.orElse(Unit.ONE);
    }

    private Session session(DelimitedTable.Row row, List<Integer> valueColumns, List<SalivaSeries> series) {
        Map<String, String> covariates = new LinkedHashMap<>();
        for (int c : freeColumns(time)) {
            if (!valueColumns.contains(c)
                    && !DelimitedTable.isMissing(row.cells().get(c))) {
                covariates.put(table.header().get(c), row.cells().get(c));
            }
        }
        Group belongsTo = new Group(group == NONE ? "" : row.cells().get(group));
        return new Session(
                new Participant(row.cells().get(id), belongsTo, covariates),
                Optional.empty(),
                Timeline.EMPTY,
                series,
                List.of(),
                List.of());
    }

    private List<Integer> freeColumns(int alsoTaken) {
        List<Integer> free = new ArrayList<>();
        for (int c = 0; c < table.header().size(); c++) {
            if (c != id && c != group && c != sample && c != alsoTaken) {
                free.add(c);
            }
        }
        return free;
    }

    private boolean isMostlyNumbers(int column) {
        List<String> cells = table.rows().stream()
                .map(r -> r.cells().get(column))
                .filter(c -> !DelimitedTable.isMissing(c))
                .toList();
        return !cells.isEmpty()
                && 2 * cells.stream().filter(c -> isNumber(c, mark)).count() >= cells.size();
    }

    private String analyte(int column) {
        Matcher named = NAME_WITH_UNIT.matcher(table.header().get(column));
        return named.matches() ? named.group(1) : table.header().get(column);
    }

    private Optional<Unit> unitOf(int column) {
        Matcher named = NAME_WITH_UNIT.matcher(table.header().get(column));
        return named.matches() ? Optional.of(Concentrations.unit(named.group(2))) : Optional.empty();
    }

    private void error(int line, String column, String reason, String remedy) {
        log.error(table.file(), line == 0 ? table.headerLine() : line, column, reason, remedy);
    }
}
