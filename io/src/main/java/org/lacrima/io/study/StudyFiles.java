package org.lacrima.io.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.series.SampledSignal;
import org.lacrima.core.series.TimedValues;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.Contrast;
import org.lacrima.core.study.Episode;
import org.lacrima.core.study.EpisodeKind;
import org.lacrima.core.study.Phase;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;
import org.lacrima.core.study.Session;
import org.lacrima.core.study.Study;
import org.lacrima.core.table.Cell;
import org.lacrima.core.table.Column;
import org.lacrima.core.table.ResultTable;
import org.lacrima.io.json.JsonText;
import org.lacrima.io.study.StudyWriter.ColumnText;

/** The files of a study by their paths in the folder, in memory: a study is small. */
final class StudyFiles {
    private static final String SALIVA = "phenotype/saliva";
    private static final String AFFECT = "phenotype/affect";

    private final Study study;
    private final Map<String, byte[]> content = new TreeMap<>();

    StudyFiles(Study study, Map<String, ColumnText> covariates) {
        this.study = study;
        addJson(
                "dataset_description.json",
                JsonText.object()
                        .put("Name", study.name())
                        .put("BIDSVersion", "1.10.0")
                        .put("DatasetType", "raw"));
        addText("lacrima.json", PlanText.of(study.plan()));
        addParticipants(covariates);
        addDictionaries();
        addSaliva();
        addRatings();
        for (Session session : study.sessions()) {
            String stem = stem(session);
            session.beats().ifPresent(beats -> addText(stem + "_beats.tsv", beats(beats)));
            addText(stem + "_events.tsv", events(session));
            session.signals().forEach(signal -> addSignal(stem, signal));
        }
    }

    Map<String, byte[]> content() {
        return content;
    }

    void addText(String path, String text) {
        content.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A result as a TSV of its name, and its data dictionary beside it. */
    void addTable(String folder, ResultTable table) {
        TsvText tsv = new TsvText(table.columns().stream().map(Column::name).toList());
        table.rows().forEach(row -> tsv.row(row.stream().map(StudyFiles::text).toList()));
        ObjectNode json = JsonText.object();
        json.put("Description", table.caption());
        for (Column column : table.columns()) {
            describe(json, column.name(), column.description(), column.unit().symbol());
        }
        addText(folder + table.name() + ".tsv", tsv.toString());
        addJson(folder + table.name() + ".json", json);
    }

    private static String text(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.text();
        }
        return cell instanceof Cell.Value value ? Decimal.text(value.value()) : TsvText.MISSING;
    }

    private void addJson(String path, ObjectNode json) {
        addText(path, JsonText.of(json));
    }

    private String stem(Session session) {
        String id = session.participant().id();
        return id + "/beh/" + id + "_task-" + study.plan().task();
    }

    private void addParticipants(Map<String, ColumnText> described) {
        Set<String> covariates = new LinkedHashSet<>();
        study.sessions()
                .forEach(s -> covariates.addAll(s.participant().covariates().keySet()));
        List<String> columns = new ArrayList<>(List.of("participant_id", "group"));
        columns.addAll(covariates);
        TsvText tsv = new TsvText(columns);
        for (Session session : study.sessions()) {
            List<String> row = new ArrayList<>(List.of(
                    session.participant().id(), session.participant().group().name()));
            covariates.forEach(c -> row.add(session.participant().covariates().getOrDefault(c, TsvText.MISSING)));
            tsv.row(row);
        }
        addText("participants.tsv", tsv.toString());

        ObjectNode json = JsonText.object();
        Contrast contrast = study.plan().contrast();
        describe(json, "participant_id", "The participant", "");
        describe(json, "group", "Group of the contrast", "")
                .putObject("Levels")
                .put(contrast.focal().name(), "the group of interest")
                .put(contrast.reference().name(), "the group it is compared with");
        for (String covariate : covariates) {
            ColumnText column = described.getOrDefault(covariate, new ColumnText("Covariate " + covariate, ""));
            describe(json, covariate, column.description(), column.unit());
        }
        addJson("participants.json", json);
    }

    /** By the inheritance principle of BIDS one dictionary at the root serves all files of its kind. */
    private void addDictionaries() {
        ObjectNode beats = JsonText.object();
        describe(beats, "onset", "Time of the beat that ends the interval, from the start of the recording", "s");
        describe(beats, "rr_ms", "Interval between this beat and the one before it", "ms");
        ObjectNode levels =
                describe(beats, "label", "What is known of the beat", "").putObject("Levels");
        levels.put("normal", "a normal beat, or one that nobody questioned");
        levels.put("ectopic", "a beat of ectopic origin");
        levels.put("artifact", "marked as an artifact by the source");
        levels.put("corrected", "moved or inserted by a correction");
        addJson("task-" + study.plan().task() + "_beats.json", beats);

        ObjectNode events = JsonText.object();
        describe(events, "onset", "Begin, from the start of the recording", "s");
        describe(events, "duration", "Length", "s");
        describe(
                events,
                "trial_type",
                "A phase of the session as phase/NAME, a part of it as phase/NAME/PART, or what the participant did",
                "");
        addJson("task-" + study.plan().task() + "_events.json", events);
    }

    private static String beats(BeatSeries beats) {
        TsvText tsv = new TsvText("onset", "rr_ms", "label");
        for (int i = 0; i < beats.size(); i++) {
            tsv.row(Decimal.text(beats.endSecondsAt(i)), Decimal.text(beats.millisAt(i)), word(beats.labelAt(i)));
        }
        return tsv.toString();
    }

    private static String word(BeatLabel label) {
        return label.name().toLowerCase(Locale.ROOT);
    }

    private record Event(Window window, String type) {}

    private static void addPhase(List<Event> events, String path, Phase phase) {
        String name = path + phase.name();
        events.add(new Event(phase.window(), name));
        phase.parts().forEach(part -> addPhase(events, name + "/", part));
    }

    private static String events(Session session) {
        List<Event> events = new ArrayList<>();
        session.timeline().phases().forEach(phase -> addPhase(events, "phase/", phase));
        for (Episode episode : session.timeline().episodes()) {
            events.add(new Event(episode.window(), word(episode)));
        }
        events.sort(Comparator.comparingDouble(e -> e.window().startSeconds()));
        TsvText tsv = new TsvText("onset", "duration", "trial_type");
        for (Event event : events) {
            tsv.row(
                    Decimal.text(event.window().startSeconds()),
                    Decimal.of(event.window().endSeconds())
                            .subtract(Decimal.of(event.window().startSeconds()))
                            .stripTrailingZeros()
                            .toPlainString(),
                    event.type());
        }
        return tsv.toString();
    }

    private static String word(Episode episode) {
        boolean ownWord = episode.kind() == EpisodeKind.CUSTOM
                || EpisodeKind.parse(episode.label()).isPresent();
        return ownWord ? episode.label() : episode.kind().name().toLowerCase(Locale.ROOT);
    }

    private void addSaliva() {
        Map<String, Unit> analytes = new LinkedHashMap<>();
        for (Session session : study.sessions()) {
            for (SalivaSeries series : session.saliva()) {
                requireOneUnit(analytes.putIfAbsent(series.analyte(), series.unit()), series.unit(), series.analyte());
            }
        }
        if (analytes.isEmpty()) {
            return;
        }
        List<String> columns = new ArrayList<>(List.of("participant_id", "sample", "minutes"));
        columns.addAll(analytes.keySet());
        TsvText tsv = new TsvText(columns);
        Place first = study.sessions().stream()
                .flatMap(session -> session.saliva().stream())
                .flatMap(series -> series.samples().stream())
                .map(sample -> new Place(sample.minutes(), sample.sample()))
                .min(Place.IN_TIME)
                .orElse(new Place(0, "S1"));
        study.sessions().forEach(session -> addSamples(tsv, session, analytes.keySet(), first));
        addText(SALIVA + ".tsv", tsv.toString());

        ObjectNode json = JsonText.object();
        describe(json, "participant_id", "The participant", "");
        describe(json, "sample", "Name of the sample", "");
        describe(json, "minutes", "Time of the sample, from the start of the recording", "min");
        analytes.forEach(
                (name, unit) -> describe(json, name, "Concentration of " + name + " in saliva", unit.symbol()));
        addJson(SALIVA + ".json", json);
    }

    /** When a sample was taken, and its name. */
    private record Place(double minutes, String sample) {
        static final Comparator<Place> IN_TIME =
                Comparator.comparingDouble(Place::minutes).thenComparing(Place::sample);
    }

    /** The rows of a session; who gave no saliva has one that says so. */
    private static void addSamples(TsvText tsv, Session session, Set<String> analytes, Place first) {
        Map<Place, Map<String, String>> rows = new TreeMap<>(Place.IN_TIME);
        for (SalivaSeries series : session.saliva()) {
            for (SalivaSample sample : series.samples()) {
                rows.computeIfAbsent(new Place(sample.minutes(), sample.sample()), p -> new LinkedHashMap<>())
                        .put(
                                series.analyte(),
                                sample.concentration().isPresent()
                                        ? Decimal.text(sample.concentration().getAsDouble())
                                        : sample.missingReason());
            }
        }
        if (rows.isEmpty()) {
            rows.put(first, Map.of());
        }
        rows.forEach((place, values) -> {
            List<String> row =
                    new ArrayList<>(List.of(session.participant().id(), place.sample(), Decimal.text(place.minutes())));
            analytes.forEach(analyte -> row.add(values.getOrDefault(analyte, TsvText.MISSING)));
            tsv.row(row);
        });
    }

    private void addRatings() {
        Map<String, Unit> names = new LinkedHashMap<>();
        for (Session session : study.sessions()) {
            for (TimedValues rating : session.ratings()) {
                requireOneUnit(names.putIfAbsent(rating.name(), rating.unit()), rating.unit(), rating.name());
            }
        }
        if (names.isEmpty()) {
            return;
        }
        List<String> columns = new ArrayList<>(List.of("participant_id", "seconds"));
        columns.addAll(names.keySet());
        TsvText tsv = new TsvText(columns);
        for (Session session : study.sessions()) {
            Map<Double, Map<String, String>> rows = new TreeMap<>();
            for (TimedValues rating : session.ratings()) {
                for (int i = 0; i < rating.size(); i++) {
                    rows.computeIfAbsent(rating.secondsAt(i), s -> new LinkedHashMap<>())
                            .put(rating.name(), Decimal.text(rating.valueAt(i)));
                }
            }
            if (rows.isEmpty()) {
                // Who rated nothing has a row that says so: a missing participant is an error of the folder.
                rows.put(0.0, Map.of());
            }
            rows.forEach((seconds, values) -> {
                List<String> row = new ArrayList<>(List.of(session.participant().id(), Decimal.text(seconds)));
                names.keySet().forEach(name -> row.add(values.getOrDefault(name, TsvText.MISSING)));
                tsv.row(row);
            });
        }
        addText(AFFECT + ".tsv", tsv.toString());

        ObjectNode json = JsonText.object();
        describe(json, "participant_id", "The participant", "");
        describe(json, "seconds", "Time of the rating, from the start of the recording", "s");
        names.forEach((name, unit) -> describe(json, name, "Rated " + name, unit.symbol()));
        addJson(AFFECT + ".json", json);
    }

    private void addSignal(String stem, SampledSignal signal) {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < signal.size(); i++) {
            values.append(Decimal.text(signal.valueAt(i))).append('\n');
        }
        String recording = stem + "_recording-" + signal.name().replaceAll("[^A-Za-z0-9]", "") + "_physio";
        content.put(recording + ".tsv.gz", gzip(values.toString()));
        ObjectNode json = JsonText.object();
        json.put("SamplingFrequency", Decimal.of(signal.rateHz()));
        json.put("StartTime", Decimal.of(signal.startSeconds()));
        json.putArray("Columns").add(signal.name());
        describe(json, signal.name(), signal.name(), signal.unit().symbol());
        addJson(recording + ".json", json);
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to take bytes", e);
        }
        return bytes.toByteArray();
    }

    private static ObjectNode describe(ObjectNode json, String column, String description, String unit) {
        ObjectNode node = json.putObject(column).put("Description", description);
        return unit.isEmpty() ? node : node.put("Units", unit);
    }

    private static void requireOneUnit(@Nullable Unit known, Unit unit, String name) {
        if (known != null && !known.equals(unit)) {
            throw new IllegalArgumentException(
                    name + " is in " + known + " and in " + unit + ": a column has one unit");
        }
    }
}
