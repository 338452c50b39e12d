package org.lacrima.io.behaviour;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lacrima.io.ReadLog;
import org.lacrima.io.json.JsonFields;
import org.lacrima.io.text.Quote;
import org.lacrima.io.text.SourceText;

/** A project file of BORIS: JSON, in which events of states are bare key strokes that start and stop by turns. */
final class BorisProject {
    private final String file;
    private final JsonFields project;
    private final ReadLog log;
    private final Map<String, Behaviour> behaviours = new LinkedHashMap<>();

    private record Behaviour(boolean isState, String category) {}

    private BorisProject(String file, JsonFields project, ReadLog log) {
        this.file = file;
        this.project = project;
        this.log = log;
    }

    static List<CodedObservation> read(SourceText text, ReadLog log) {
        return JsonFields.parse(text, log)
                .map(json -> new BorisProject(text.name(), json, log).observations())
                .orElse(List.of());
    }

    private List<CodedObservation> observations() {
        Optional<JsonFields> observations = project.object("observations");
        if (observations.isEmpty()) {
            log.error(file, 1, "observations", "is missing: this is no project of BORIS", "save the project again");
            return List.of();
        }
        project.object("behaviors_conf").ifPresent(this::learn);
        List<CodedObservation> read = new ArrayList<>();
        for (String name : observations.get().names()) {
            observations.get().object(name).ifPresent(o -> read.add(observation(name, o)));
        }
        return read;
    }

    private void learn(JsonFields configuration) {
        for (String key : configuration.names()) {
            Optional<JsonFields> entry = configuration.object(key);
            Optional<String> code = entry.flatMap(e -> e.text("code"));
            if (entry.isPresent() && code.isPresent()) {
                boolean isState =
                        entry.get().anyText("type").toLowerCase(Locale.ROOT).startsWith("state");
                behaviours.put(code.get(), new Behaviour(isState, entry.get().anyText("category")));
            }
        }
    }

    private CodedObservation observation(String name, JsonFields observation) {
        Map<String, String> variables = new LinkedHashMap<>();
        String date = observation.anyText("date");
        if (!date.isBlank()) {
            variables.put("Observation date", date);
        }
        double offset = observation.number("time offset").orElse(0);
        if (offset != 0) {
            variables.put("Time offset (s)", Double.toString(offset));
            log.note(String.format(
                    Locale.ROOT,
                    "%s: %s states a time offset of %s s, which is not added",
                    file,
                    Quote.of(name),
                    offset));
        }
        observation.object("independent_variables").ifPresent(v -> {
            for (String variable : v.names()) {
                if (!v.anyText(variable).isBlank()) {
                    variables.put(variable, v.anyText(variable));
                }
            }
        });
        List<Mark> marks = new ArrayList<>();
        List<JsonFields.Row> rows = observation.rows("events").orElse(List.of());
        String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        for (int i = 0; i < rows.size(); i++) {
            mark("observations." + shown + ".events[" + i + "]", rows.get(i)).ifPresent(marks::add);
        }
        return new Pairing(file, Pairing.By.BEHAVIOUR_AND_MODIFIER, log).observation(name, variables, marks);
    }

    private Optional<Mark> mark(String place, JsonFields.Row row) {
        double seconds = CodedTime.seconds(cell(row, 0));
        String code = cell(row, 2);
        if (Double.isNaN(seconds) || code.isBlank()) {
            log.error(
                    file,
                    row.line(),
                    place,
                    "must be [time, subject, code, modifier, comment]; found time " + Quote.of(cell(row, 0))
                            + " and code " + Quote.of(code),
                    "save the project again");
            return Optional.empty();
        }
        Behaviour behaviour = behaviours.get(code);
        if (behaviour == null) {
            log.warning(
                    file,
                    row.line(),
                    place,
                    Quote.of(code) + " is no behaviour of the project's ethogram; taken as a moment",
                    "add it to the ethogram");
        }
        return Optional.of(new Mark(
                row.line(),
                place,
                seconds,
                seconds,
                behaviour != null && behaviour.isState() ? Mark.What.TOGGLE : Mark.What.INSTANT,
                BorisTable.subject(cell(row, 1)),
                code,
                behaviour == null ? "" : behaviour.category(),
                cell(row, 3),
                cell(row, 4)));
    }

    private static String cell(JsonFields.Row row, int i) {
        return i < row.cells().size() ? row.cells().get(i) : "";
    }
}
