package org.lacrima.core.hrv;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.lacrima.core.series.BeatSeries;

/** A recording as a package saw it, with what several metrics of it share. */
final class PeerRecording {
    private final String series;
    private final double[] rr;
    private final JsonNode values;
    private final BeatSeries beats;
    private final Map<HrvOptions, Workings> workings;
    private final Map<String, Object> shared = new HashMap<>();

    PeerRecording(String series, double[] rr, JsonNode values) {
        this(series, rr, values, BeatSeries.ofMillis(rr), new HashMap<>());
    }

    private PeerRecording(
            String series, double[] rr, JsonNode values, BeatSeries beats, Map<HrvOptions, Workings> workings) {
        this.series = series;
        this.rr = rr;
        this.values = values;
        this.beats = beats;
        this.workings = workings;
    }

    /** The same beats with the values of another package; what metrics share of the beats stays shared. */
    PeerRecording with(JsonNode others) {
        return new PeerRecording(series, rr, others, beats, workings);
    }

    String series() {
        return series;
    }

    /** The intervals in ms. */
    double[] rr() {
        return rr;
    }

    BeatSeries beats() {
        return beats;
    }

    /** All values of the package, for what it says of its own choices. */
    JsonNode values() {
        return values;
    }

    /** What several claims need of it, made once. */
    <T> T shared(String name, Class<T> type, Function<PeerRecording, T> recipe) {
        // a recipe may itself ask for what is shared, which computeIfAbsent does not allow
        Object known = shared.get(name);
        if (known == null) {
            known = recipe.apply(this);
            shared.put(name, known);
        }
        return type.cast(known);
    }

    /** A metric of it under options; NaN where it is not estimable. */
    double of(HrvMetric metric, HrvOptions options) {
        return metric.of(workings.computeIfAbsent(options, o -> new Workings(beats, o)))
                .orNaN();
    }
}
