package org.lacrima.io.bids;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.lacrima.core.metric.Unit;
import org.lacrima.io.ReadLog;
import org.lacrima.io.json.JsonFields;
import org.lacrima.io.text.SourceText;

/**
 * What the sidecars of a recording say of it.
 *
 * @param rateHz samples per second
 * @param startSeconds session time of the first sample, in s
 * @param columns names of the columns in order
 * @param units one unit per column
 */
record PhysioSidecar(double rateHz, double startSeconds, List<String> columns, List<Unit> units) {

    /** A recording of one column, of which the rate is known otherwise. */
    static PhysioSidecar ofOneColumn(String name, double rateHz) {
        return new PhysioSidecar(rateHz, 0, List.of(name), List.of(Unit.ONE));
    }

    /**
     * What several sidecars say together, the later ones over the earlier ones (the inheritance principle of BIDS).
     *
     * @return what they say, or empty where they do not say enough, which is then in the log
     */
    static Optional<PhysioSidecar> of(String recording, Collection<SourceText> texts, ReadLog log) {
        if (texts.isEmpty()) {
            log.error(
                    recording,
                    0,
                    "",
                    "has no sidecar",
                    "write the JSON of the same name with SamplingFrequency, StartTime and Columns");
            return Optional.empty();
        }
        List<JsonFields> sidecars = new ArrayList<>();
        texts.forEach(text -> JsonFields.parse(text, log).ifPresent(sidecars::add));
        return sidecars.size() < texts.size() ? Optional.empty() : new Sidecars(recording, sidecars, log).merged();
    }

    /** The sidecars of one recording, the strongest last. */
    private record Sidecars(String recording, List<JsonFields> all, ReadLog log) {

        Optional<PhysioSidecar> merged() {
            OptionalDouble rate = number("SamplingFrequency");
            OptionalDouble start = number("StartTime");
            Optional<List<String>> columns = required("Columns").flatMap(s -> s.texts("Columns"));
            if (rate.isPresent() && !(rate.getAsDouble() > 0)) {
                strongest("SamplingFrequency")
                        .ifPresent(s -> s.error(
                                "SamplingFrequency",
                                "must be positive, got " + rate.getAsDouble(),
                                "write the samples per second"));
                return Optional.empty();
            }
            if (rate.isEmpty() || start.isEmpty() || columns.isEmpty()) {
                return Optional.empty();
            }
            if (columns.get().isEmpty()) {
                strongest("Columns")
                        .ifPresent(s -> s.error("Columns", "names no column", "name the columns of the recording"));
                return Optional.empty();
            }
            warnOfTwins(columns.get());
            List<Unit> units = columns.get().stream().map(this::unit).toList();
            return Optional.of(new PhysioSidecar(rate.getAsDouble(), start.getAsDouble(), columns.get(), units));
        }

        private Optional<JsonFields> strongest(String field) {
            return all.stream().filter(s -> s.has(field)).reduce((weaker, stronger) -> stronger);
        }

        private Optional<JsonFields> required(String field) {
            Optional<JsonFields> sidecar = strongest(field);
            if (sidecar.isEmpty()) {
                all.get(all.size() - 1).error(field, "is missing", "BIDS needs it of every recording");
            }
            return sidecar;
        }

        private OptionalDouble number(String field) {
            return required(field).map(s -> s.number(field)).orElseGet(OptionalDouble::empty);
        }

        private Unit unit(String column) {
            return strongest(column)
                    .flatMap(s -> s.object(column))
                    .flatMap(c -> c.text("Units"))
                    .map(Unit::new)
                    .orElse(Unit.ONE);
        }

        private void warnOfTwins(List<String> columns) {
            Set<String> seen = new LinkedHashSet<>();
            Set<String> twins = new LinkedHashSet<>();
            columns.stream().filter(c -> !seen.add(c)).forEach(twins::add);
            for (String twin : twins) {
                log.warning(recording, 0, twin, "is the name of several columns", "give each column a name of its own");
            }
        }
    }
}
