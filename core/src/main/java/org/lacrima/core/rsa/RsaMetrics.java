package org.lacrima.core.rsa;

import java.util.List;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.series.BeatSeries;

/**
 * The catalogue of RSA metrics (RespHRV by its newer name), each in its default form: an explicit list, so that what ran
 * is what stands here.
 */
public final class RsaMetrics {
    private RsaMetrics() {}

    private static final List<Metric<BeatSeries>> OF_BEATS =
            List.of(RespiratoryPower.withDefaults(), PorgesBohrer.withDefaults(), Gates.withDefaults());

    private static final List<Metric<HeartAndBreath>> OF_HEART_AND_BREATH = List.of(
            PeakToTrough.withDefaults(),
            PeakToTrough.withDefaults().ln(),
            CycleTemplate.withDefaults(),
            RespiratoryPower.withDefaults().aroundBreathing(0.05));

    /** Those that need beats only, and trust that breathing stays in the band. */
    public static List<Metric<BeatSeries>> ofBeats() {
        return OF_BEATS;
    }

    /** Those that need breaths too. */
    public static List<Metric<HeartAndBreath>> ofHeartAndBreath() {
        return OF_HEART_AND_BREATH;
    }
}
