package org.lacrima.core.spectrum;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lacrima.core.series.BeatSeries;

/**
 * How beats become an evenly sampled tachogram. Each interval is placed at the time of the beat that ends it, the first
 * instant at which it is known; samples run from the first such beat of a run to its last.
 *
 * <p>Two beats further apart than {@code maxStretchSeconds} are never joined: there a run ends and another begins.
 *
 * @param rateHz samples per second, positive; 4 Hz follows the Nyquist rate of twice the fastest plausible heart rate
 * @param interpolation how intervals are read between beats
 * @param maxStretchSeconds longest time between two beats that is interpolated, in s; may be infinite
 * @param ending where the samples of a run end
 * @param interpolated what is joined between beats
 */
public record Resampling(
        double rateHz,
        Interpolation interpolation,
        double maxStretchSeconds,
        Ending ending,
        Interpolated interpolated) {

    /** What is joined between beats. */
    public enum Interpolated {
        /** The intervals themselves. */
        INTERVALS,
        /** Their heart rates {@code 60000 ⁄ RR}, each sample then made an interval again (RHRV). */
        HEART_RATE
    }

    /** Where the samples of a run end. */
    public enum Ending {
        /** Before the last beat: every sample lies between two beats. */
        BEFORE_LAST_BEAT,
        /** At the last beat, where that lies on the grid; before it otherwise (RHRV). */
        AT_LAST_BEAT,
        /** One sample past the last beat, which carries the last interval on (NeuroKit2). */
        HELD_PAST_LAST_BEAT,
        /** One sample past the last beat, on the continued curve (hrv by Bartels). */
        EXTRAPOLATED_PAST_LAST_BEAT
    }

    private static final Resampling DEFAULTS =
            new Resampling(4, Interpolation.CUBIC_NOT_A_KNOT, 5, Ending.BEFORE_LAST_BEAT, Interpolated.INTERVALS);
    private static final double MOST_SAMPLES = 1 << 27;

    /** Checks rate and limit. */
    public Resampling {
        if (!(rateHz > 0) || Double.isInfinite(rateHz) || !(maxStretchSeconds > 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "rate and longest stretch must be positive, got %s Hz and %s s",
                    rateHz,
                    maxStretchSeconds));
        }
    }

    /**
     * Cubic not-a-knot spline at 4 Hz (Task Force 1996 asks for a regular resampling; a spline keeps HF power that a
     * line loses), never across more than 5 s: one or two rejected beats, less than one slow breath.
     */
    public static Resampling withDefaults() {
        return DEFAULTS;
    }

    /** This resampling at another rate, in Hz. */
    public Resampling withRateHz(double other) {
        return new Resampling(other, interpolation, maxStretchSeconds, ending, interpolated);
    }

    /** This resampling by another interpolation. */
    public Resampling with(Interpolation other) {
        return new Resampling(rateHz, other, maxStretchSeconds, ending, interpolated);
    }

    /** This resampling with another limit of what is interpolated, in s. */
    public Resampling withMaxStretchSeconds(double other) {
        return new Resampling(rateHz, interpolation, other, ending, interpolated);
    }

    /** This resampling with runs that end otherwise. */
    public Resampling with(Ending other) {
        return new Resampling(rateHz, interpolation, maxStretchSeconds, other, interpolated);
    }

    /** This resampling of intervals or of heart rates. */
    public Resampling with(Interpolated other) {
        return new Resampling(rateHz, interpolation, maxStretchSeconds, ending, other);
    }

    /**
     * The evenly sampled tachogram of a series; without a run where no two beats are close enough.
     *
     * @throws IllegalArgumentException if the series would give more than 134 million samples
     */
    public Tachogram of(BeatSeries beats) {
        double[] seconds = beats.toEndSeconds();
        double[] rr = beats.toMillis();
        List<Tachogram.Run> runs = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= rr.length; to++) {
            if (to == rr.length || seconds[to] - seconds[to - 1] > maxStretchSeconds) {
                if (to - from > 1) {
                    runs.add(run(beats, seconds, rr, from, to));
                }
                from = to;
            }
        }
        return new Tachogram(rateHz, runs, List.of(this));
    }

    private Tachogram.Run run(BeatSeries beats, double[] seconds, double[] rr, int from, int to) {
        double[] x = new double[to - from];
        double[] y = new double[to - from];
        double bridged = 0;
        for (int i = from; i < to; i++) {
            x[i - from] = seconds[i] - seconds[from];
            y[i - from] = between(rr[i]);
            if (i > from && !beats.isContiguousAt(i)) {
                bridged += Math.max(0, beats.startSecondsAt(i) - seconds[i - 1]);
            }
        }
        double exact = x[x.length - 1] * rateHz;
        if (exact > MOST_SAMPLES) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%s s at %s Hz are more samples than can be held", x[x.length - 1], rateHz));
        }
        // a last beat that falls on the grid but for rounding is still excluded
        int inside = Math.max(1, (int) Math.ceil(exact - 1e-9));
        int count = switch (ending) {
            case BEFORE_LAST_BEAT -> inside;
            case AT_LAST_BEAT -> (int) Math.floor(exact + 1e-9) + 1;
            case HELD_PAST_LAST_BEAT, EXTRAPOLATED_PAST_LAST_BEAT -> inside + 1;
        };
        double[] values = Interpolator.onGrid(interpolation, x, y, rateHz, count);
        if (ending == Ending.HELD_PAST_LAST_BEAT && inside > exact) {
            values[inside] = y[y.length - 1];
        }
        for (int k = 0; k < values.length; k++) {
            values[k] = between(values[k]);
        }
        return new Tachogram.Run(seconds[from], values, to - from, rr[from] / 1000 + x[x.length - 1], bridged);
    }

    /** What is joined in place of an interval, and the interval of what was joined: the way there is the way back. */
    private double between(double value) {
        return interpolated == Interpolated.HEART_RATE ? 60_000 / value : value;
    }
}
