package org.lacrima.io.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;
import org.lacrima.io.ReadLog;
import org.lacrima.io.saliva.Concentrations;
import org.lacrima.io.text.DecimalMark;
import org.lacrima.io.text.DelimitedTable;
import org.lacrima.io.text.Quote;
import org.lacrima.io.text.SourceText;

/**
 * Saliva of all participants: {@code participant_id}, {@code sample}, {@code minutes}, then one column of concentrations
 * per analyte, whose unit the JSON beside it states.
 *
 * @param seriesByParticipant one series per analyte and participant
 * @param sampleNames names of all samples
 * @param analytes names of all analytes, also of those that lack a unit and were not read
 */
record SalivaFile(Map<String, List<SalivaSeries>> seriesByParticipant, Set<String> sampleNames, List<String> analytes) {
    static final String NAME = "phenotype/saliva.tsv";
    private static final String ID = "participant_id";
    private static final String SAMPLE = "sample";
    private static final String MINUTES = "minutes";

    /** The file, or empty where the study took no saliva or the file cannot be used. */
    static Optional<SalivaFile> read(StudyFolder folder, ParticipantsFile participants, ReadLog log)
            throws IOException {
        Optional<SourceText> text = folder.text(NAME);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<DelimitedTable> table = DelimitedTable.parse(text.get(), '\t', log);
        if (table.isEmpty() || !table.get().requires(log, ID, SAMPLE, MINUTES)) {
            return Optional.empty();
        }
        List<String> analytes = table.get().header().stream()
                .filter(c -> !Set.of(ID, SAMPLE, MINUTES).contains(c))
                .toList();
        if (analytes.isEmpty()) {
            log.error(NAME, table.get().headerLine(), "", "has no column of concentrations", "add a column cortisol");
            return Optional.empty();
        }
        Sidecar sidecar = Sidecar.read(folder, "phenotype/saliva.json", log);
        Map<String, Unit> units = new LinkedHashMap<>();
        for (String analyte : analytes) {
            unit(table.get(), analyte, sidecar, log).ifPresent(unit -> units.put(analyte, unit));
        }
        return Optional.of(new Collector(table.get(), units, participants, log).file(analytes));
    }

    private static Optional<Unit> unit(DelimitedTable table, String analyte, Sidecar sidecar, ReadLog log) {
        Optional<Unit> unit = sidecar.units(analyte).map(Concentrations::unit);
        if (unit.isEmpty()) {
            log.error(
                    NAME,
                    table.headerLine(),
                    analyte,
                    "has no unit",
                    "write \"" + analyte + "\": {\"Units\": \"nmol/L\"} into " + sidecar.name());
        }
        return unit;
    }

    /** Gathers samples by participant and analyte. */
    private static final class Collector {
        private final DelimitedTable table;
        private final Map<String, Unit> units;
        private final ParticipantsFile participants;
        private final ReadLog log;
        private final Map<String, Map<String, List<SalivaSample>>> samples = new LinkedHashMap<>();
        private final Map<String, Map<String, Integer>> lineBySampleOrTime = new HashMap<>();

        Collector(DelimitedTable table, Map<String, Unit> units, ParticipantsFile participants, ReadLog log) {
            this.table = table;
            this.units = units;
            this.participants = participants;
            this.log = log;
        }

        SalivaFile file(List<String> analytes) {
            Set<String> names = new LinkedHashSet<>();
            for (DelimitedTable.Row row : table.rows()) {
                collect(row, names);
            }
            Map<String, List<SalivaSeries>> series = new LinkedHashMap<>();
            samples.forEach((id, byAnalyte) -> {
                List<SalivaSeries> all = new ArrayList<>();
                byAnalyte.forEach((analyte, list) ->
                        all.add(new SalivaSeries(analyte, units.getOrDefault(analyte, Unit.ONE), list)));
                series.put(id, all);
            });
            participants.requireRows(NAME, lineBySampleOrTime.keySet(), log);
            return new SalivaFile(series, names, analytes);
        }

        private void collect(DelimitedTable.Row row, Set<String> names) {
            String id = table.cell(row, ID);
            String sample = table.cell(row, SAMPLE);
            double minutes = table.requiredNumber(row, MINUTES, log);
            if (!participants.lines().containsKey(id)) {
                log.error(
                        NAME,
                        row.line(),
                        ID,
                        Quote.of(id) + " is not in participants.tsv",
                        "add the participant there, or delete the row");
                return;
            }
            lineBySampleOrTime.computeIfAbsent(id, i -> new HashMap<>());
            if (DelimitedTable.isMissing(sample)) {
                log.error(NAME, row.line(), SAMPLE, "is missing", "name the sample, such as S1");
                return;
            }
            if (Double.isNaN(minutes) || isTaken(row, id, SAMPLE, sample) || isTaken(row, id, MINUTES, "" + minutes)) {
                return;
            }
            names.add(sample);
            for (String analyte : units.keySet()) {
                Optional<SalivaSample> read =
                        Concentrations.sample(sample, minutes, table.cell(row, analyte), DecimalMark.POINT);
                if (read.isEmpty()) {
                    log.error(
                            NAME,
                            row.line(),
                            analyte,
                            Quote.of(table.cell(row, analyte)) + " is not a concentration",
                            "write a number, or the reason in words where there is none");
                }
                read.ifPresent(value -> samples.computeIfAbsent(id, i -> new LinkedHashMap<>())
                        .computeIfAbsent(analyte, a -> new ArrayList<>())
                        .add(value));
            }
        }

        private boolean isTaken(DelimitedTable.Row row, String id, String column, String value) {
            Integer before =
                    lineBySampleOrTime.getOrDefault(id, new HashMap<>()).putIfAbsent(column + value, row.line());
            if (before == null) {
                return false;
            }
            log.error(
                    NAME,
                    row.line(),
                    column,
                    Quote.of(table.cell(row, column)) + " of " + id + " is on line " + before + " already",
                    "give each sample of a person its own name and time");
            return true;
        }
    }
}
