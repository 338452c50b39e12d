package org.lacrima.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.lacrima.benchmarks.textbook.TextbookRsa;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.rsa.Breath;
import org.lacrima.core.rsa.HeartAndBreath;
import org.lacrima.core.rsa.MeasuredRespiration;
import org.lacrima.core.rsa.PeakToTrough;
import org.openjdk.jmh.annotations.Benchmark;

/** How long does RSA from peak to trough take, breath by breath? */
public class PeakToTroughBenchmark extends AbstractBenchmark {
    private static final double BREATH_SECONDS = 4;
    private static final double INHALATION_SECONDS = 1.6;

    /** The library's way, the breaths paired with the beats. */
    @Benchmark
    public MetricValue lacrima(Tachogram tachogram) {
        return PeakToTrough.withDefaults()
                .of(HeartAndBreath.of(
                        tachogram.beats, new MeasuredRespiration(breaths(tachogram), Unit.ONE, "paced breathing")));
    }

    /** All intervals looked at for every breath. */
    @Benchmark
    public double[] textbook(ShortTachogram tachogram) {
        return TextbookRsa.peakToTrough(tachogram.seconds, tachogram.rr, breaths(tachogram));
    }

    /** Breaths of one length, as a metronome paces them, from the first to the last beat. */
    private static List<Breath> breaths(Recording recording) {
        List<Breath> breaths = new ArrayList<>();
        double last = recording.seconds[recording.seconds.length - 1] - BREATH_SECONDS;
        for (double at = recording.seconds[0]; at + BREATH_SECONDS < last; at += BREATH_SECONDS) {
            breaths.add(Breath.ofSeconds(at, at + INHALATION_SECONDS, at + BREATH_SECONDS));
        }
        return breaths;
    }
}
