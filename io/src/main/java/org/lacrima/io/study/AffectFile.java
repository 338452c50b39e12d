package org.lacrima.io.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.TimedValues;
import org.lacrima.io.ReadLog;
import org.lacrima.io.text.DelimitedTable;
import org.lacrima.io.text.Quote;
import org.lacrima.io.text.SourceText;

/**
 * Ratings of all participants: {@code participant_id}, the session time as {@code seconds} or {@code minutes}, then one
 * column per rating, whose unit the JSON beside it states.
 *
 * @param ratingsByParticipant one series per rating and participant
 * @param ratings names of all ratings
 */
record AffectFile(Map<String, List<TimedValues>> ratingsByParticipant, List<String> ratings) {
    static final String NAME = "phenotype/affect.tsv";
    private static final String ID = "participant_id";
    private static final String SECONDS = "seconds";
    private static final String MINUTES = "minutes";

    /** The file, or empty where nothing was rated or the file cannot be used. */
    static Optional<AffectFile> read(StudyFolder folder, ParticipantsFile participants, ReadLog log)
            throws IOException {
        Optional<SourceText> text = folder.text(NAME);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<DelimitedTable> parsed = DelimitedTable.parse(text.get(), '\t', log);
        if (parsed.isEmpty() || !parsed.get().requires(log, ID)) {
            return Optional.empty();
        }
        DelimitedTable table = parsed.get();
        boolean inSeconds = table.indexOf(SECONDS) >= 0;
        if (inSeconds == table.indexOf(MINUTES) >= 0) {
            log.error(
                    NAME,
                    table.headerLine(),
                    SECONDS,
                    inSeconds ? "and minutes are both there" : "is missing from the header",
                    "give the session time as seconds or as minutes");
            return Optional.empty();
        }
        List<String> ratings = table.header().stream()
                .filter(c -> !Set.of(ID, SECONDS, MINUTES).contains(c))
                .toList();
        Sidecar sidecar = Sidecar.read(folder, "phenotype/affect.json", log);
        for (String rating : ratings) {
            if (!sidecar.describes(rating)) {
                log.warning(
                        NAME,
                        table.headerLine(),
                        rating,
                        "has no unit; read as a pure number",
                        "describe it in " + sidecar.name() + ": {\"Units\": \"points (0-10)\"}");
            }
        }
        Collector collector = new Collector(table, inSeconds ? SECONDS : MINUTES, ratings, participants, log);
        return Optional.of(collector.file(sidecar));
    }

    /** Gathers ratings by participant and name, in order of time. */
    private static final class Collector {
        private final DelimitedTable table;
        private final String timeColumn;
        private final List<String> ratings;
        private final ParticipantsFile participants;
        private final ReadLog log;
        private final Set<String> met = new HashSet<>();
        private final Map<String, Map<String, TreeMap<Double, Double>>> values = new LinkedHashMap<>();

        Collector(
                DelimitedTable table,
                String timeColumn,
                List<String> ratings,
                ParticipantsFile participants,
                ReadLog log) {
            this.table = table;
            this.timeColumn = timeColumn;
            this.ratings = ratings;
            this.participants = participants;
            this.log = log;
        }

        AffectFile file(Sidecar sidecar) {
            table.rows().forEach(this::collect);
            participants.requireRows(NAME, met, log);
            Map<String, List<TimedValues>> byParticipant = new LinkedHashMap<>();
            values.forEach((id, byRating) -> {
                List<TimedValues> series = new ArrayList<>();
                byRating.forEach((rating, byTime) -> series.add(TimedValues.of(
                        rating,
                        sidecar.units(rating).map(Unit::new).orElse(Unit.ONE),
                        byTime.keySet().stream().mapToDouble(d -> d).toArray(),
                        byTime.values().stream().mapToDouble(d -> d).toArray())));
                byParticipant.put(id, series);
            });
            return new AffectFile(byParticipant, ratings);
        }

        private void collect(DelimitedTable.Row row) {
            String id = table.cell(row, ID);
            double time = table.requiredNumber(row, timeColumn, log);
            if (!participants.lines().containsKey(id)) {
                log.error(
                        NAME,
                        row.line(),
                        ID,
                        Quote.of(id) + " is not in participants.tsv",
                        "add the participant there, or delete the row");
                return;
            }
            met.add(id);
            double seconds = timeColumn.equals(MINUTES) ? time * 60 : time;
            if (!Double.isFinite(seconds)) {
                return;
            }
            for (String rating : ratings) {
                double value = table.number(row, rating, log);
                if (Double.isNaN(value)) {
                    continue;
                }
                TreeMap<Double, Double> byTime = values.computeIfAbsent(id, i -> new LinkedHashMap<>())
                        .computeIfAbsent(rating, r -> new TreeMap<>());
                if (byTime.putIfAbsent(seconds + 0.0, value) != null) {
                    log.error(
                            NAME,
                            row.line(),
                            rating,
                            "of " + id + " is there twice at this time",
                            "keep one of the rows");
                }
            }
        }
    }
}
