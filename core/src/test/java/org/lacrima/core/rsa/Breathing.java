package org.lacrima.core.rsa;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatSeries;

/** Hearts that follow a known breathing: each interval has the length that a given heart period has at its end. */
final class Breathing {
    private Breathing() {}

    /** Beats over a span; {@code periodMillis} gives heart period at a session time in s. */
    static BeatSeries heart(double seconds, DoubleUnaryOperator periodMillis) {
        List<Double> rr = new ArrayList<>();
        double at = 0;
        while (at < seconds) {
            double end = at + periodMillis.applyAsDouble(at) / 1000;
            for (int i = 0; i < 15; i++) {
                end = at + periodMillis.applyAsDouble(end) / 1000;
            }
            rr.add((end - at) * 1000);
            at = end;
        }
        return BeatSeries.ofMillis(rr.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** A heart of mean period {@code meanMillis} that is longest as inhalation begins, with a given amplitude. */
    static BeatSeries heart(double seconds, double meanMillis, double amplitudeMillis, double hertz) {
        return heart(seconds, t -> meanMillis + amplitudeMillis * Math.cos(2 * Math.PI * hertz * t));
    }

    /** Even breaths from 0 s, inhaling for half of each. */
    static MeasuredRespiration even(double seconds, double hertz) {
        List<Breath> breaths = new ArrayList<>();
        for (int b = 0; (b + 1) / hertz <= seconds; b++) {
            breaths.add(Breath.ofSeconds(b / hertz, (b + 0.5) / hertz, (b + 1) / hertz));
        }
        return new MeasuredRespiration(breaths, Unit.ONE, "made breaths");
    }
}
