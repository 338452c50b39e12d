package org.lacrima.core.rsa;

import java.util.Locale;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.spectrum.Band;
import org.lacrima.core.spectrum.Detrending;
import org.lacrima.core.spectrum.Resampling;
import org.lacrima.core.spectrum.SegmentLength;
import org.lacrima.core.spectrum.Tachogram;
import org.lacrima.core.spectrum.Welch;

/**
 * RSA as the power of heart period in the respiratory band: {@code ln ∫ P(f) df} in ln ms².
 *
 * <p>P is Welch's density in ms²⁄Hz with segments of 60 s (Task Force 1996 asks for about 1 min for HF), each without its
 * line, of heart period at 4 Hz by cubic spline. Each stretch without a gap has its own spectrum, of stretches of at least
 * 60 s; their powers are averaged, each weighted by the time that it covers. Unlike lnHF of the catalogue, nothing is
 * interpolated across a gap, so that what a {@link BreathingMask} takes out stays out.
 *
 * <p>The band is 0.12–0.40 Hz, or one around the person's own breathing ({@link #aroundBreathing}), which is what to use
 * where crying or slow breathing leaves the usual one. Immutable and thread-safe.
 */
public final class RespiratoryPower implements Metric<BeatSeries> {
    private static final double SEGMENT_SECONDS = 60;
    private static final Welch WELCH =
            Welch.withDefaults().with(SegmentLength.ofSeconds(SEGMENT_SECONDS)).with(Welch.SegmentTrend.LINEAR);

    private static final RespiratoryPower DEFAULTS = new RespiratoryPower(Band.RESPIRATORY);

    private final Band band;

    private RespiratoryPower(Band band) {
        this.band = band;
    }

    /** The band of adults, 0.12–0.40 Hz. */
    public static RespiratoryPower withDefaults() {
        return DEFAULTS;
    }

    /** The same in another band. */
    public RespiratoryPower with(Band other) {
        return new RespiratoryPower(other);
    }

    /**
     * The power in a band around the mean rate of the breaths that were taken meanwhile.
     *
     * @param halfWidthHertz distance of each edge of the band from the rate, in Hz; segments of 60 s resolve 0.03 Hz
     */
    public Metric<HeartAndBreath> aroundBreathing(double halfWidthHertz) {
        if (!(halfWidthHertz >= 0.02 && halfWidthHertz <= 0.5)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "half width must be 0.02 to 0.5 Hz, got %s Hz", halfWidthHertz));
        }
        return new Around(halfWidthHertz);
    }

    @Override
    public String name() {
        return "lnRespiratoryPower";
    }

    @Override
    public Unit unit() {
        return Unit.LN_MS2;
    }

    @Override
    public String definition() {
        return String.format(
                Locale.ROOT,
                "ln ∫ P(f) df over %s–%s Hz, P by Welch in segments of 60 s, heart period in ms at 4 Hz",
                band.lowHz(),
                band.highHz());
    }

    @Override
    public String minimumData() {
        return "60.0 s without a gap";
    }

    @Override
    public String gapRule() {
        return "each stretch between gaps has its own spectrum; nothing is interpolated across a gap";
    }

    @Override
    public Citation source() {
        return Citation.TASK_FORCE_1996;
    }

    @Override
    public MetricValue of(BeatSeries beats) {
        double power = 0;
        double seconds = 0;
        double longest = 0;
        int intervals = 0;
        int from = 0;
        for (int i = 1; i <= beats.size(); i++) {
            if (i < beats.size() && beats.isContiguousAt(i)) {
                continue;
            }
            BeatSeries stretch = beats.subSeries(from, i);
            double covered = stretch.coveredSeconds();
            longest = Math.max(longest, covered);
            if (covered >= SEGMENT_SECONDS) {
                power += covered * powerOf(stretch);
                seconds += covered;
                intervals += stretch.size();
            }
            from = i;
        }
        if (seconds == 0) {
            return MetricValue.notEstimable(
                    name(),
                    unit(),
                    String.format(
                            Locale.ROOT, "longest stretch without a gap %.1f s, %s needed", longest, minimumData()));
        }
        // Below a rounding of a heart period the power is that of the arithmetic.
        return power / seconds > 1e-18
                ? MetricValue.of(name(), Math.log(power / seconds), unit(), intervals)
                : MetricValue.notEstimable(name(), unit(), "heart period does not vary, and 0 ms² has no logarithm");
    }

    private double powerOf(BeatSeries stretch) {
        Tachogram tachogram = Resampling.withDefaults()
                .withMaxStretchSeconds(Double.POSITIVE_INFINITY)
                .of(stretch)
                .without(Detrending.constant());
        return WELCH.of(tachogram).power(band);
    }

    @Override
    public String toString() {
        return name();
    }

    private record Around(double halfWidthHertz) implements Metric<HeartAndBreath> {
        @Override
        public String name() {
            return "lnPowerAroundBreathing";
        }

        @Override
        public Unit unit() {
            return Unit.LN_MS2;
        }

        @Override
        public String definition() {
            return String.format(Locale.ROOT, "ln ∫ P(f) df over respiration rate ± %s Hz, P by Welch", halfWidthHertz);
        }

        @Override
        public String minimumData() {
            return "1 breath and 60.0 s of beats without a gap";
        }

        @Override
        public String gapRule() {
            return DEFAULTS.gapRule();
        }

        @Override
        public Citation source() {
            return Citation.TASK_FORCE_1996;
        }

        @Override
        public MetricValue of(HeartAndBreath pair) {
            MetricValue rate = RespirationMetrics.RATE.of(pair.respiration());
            return pair.declared(
                    rate.isEstimable()
                            ? DEFAULTS.with(Band.around(rate.orNaN(), halfWidthHertz))
                                    .of(pair.beats())
                                    .named(name())
                            : MetricValue.notEstimable(name(), unit(), rate.reason()));
        }
    }
}
