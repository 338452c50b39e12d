package org.lacrima.core.spectrum;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.SampledSignal;

/** Intervals sampled evenly in time, in ms, as one or more runs without a long gap. Immutable and thread-safe. */
public final class Tachogram {

    /** A stretch of samples: its begin, its values in ms, and the beats it was made of. */
    static final class Run {
        private final double startSeconds;
        private final double[] values;
        private final int intervals;
        private final double seconds;
        private final double bridgedSeconds;

        Run(double startSeconds, double[] values, int intervals, double seconds, double bridgedSeconds) {
            this.startSeconds = startSeconds;
            this.values = values;
            this.intervals = intervals;
            this.seconds = seconds;
            this.bridgedSeconds = bridgedSeconds;
        }

        double startSeconds() {
            return startSeconds;
        }

        /** Samples in ms; not to be written to. */
        double[] values() {
            return values;
        }

        int intervals() {
            return intervals;
        }

        /** Time that its beats cover, in s. */
        double seconds() {
            return seconds;
        }

        /** Time within it that lies in bridged gaps, in s. */
        double bridgedSeconds() {
            return bridgedSeconds;
        }

        Run withValues(double[] others) {
            return new Run(startSeconds, others, intervals, seconds, bridgedSeconds);
        }
    }

    private final double rateHz;
    private final List<Run> runs;
    private final List<Record> preparation;

    Tachogram(double rateHz, List<Run> runs, List<Record> preparation) {
        this.rateHz = rateHz;
        this.runs = List.copyOf(runs);
        this.preparation = List.copyOf(preparation);
    }

    /** An evenly sampled series that was made elsewhere, in ms, as a tachogram of one run. */
    public static Tachogram of(SampledSignal signal) {
        double seconds = signal.size() / signal.rateHz();
        return new Tachogram(
                signal.rateHz(),
                List.of(new Run(signal.startSeconds(), signal.toArray(), signal.size(), seconds, 0)),
                List.of());
    }

    /** Samples per second. */
    public double rateHz() {
        return rateHz;
    }

    /** The runs as signals in ms, in the order of time. */
    public List<SampledSignal> toSignals() {
        List<SampledSignal> signals = new ArrayList<>(runs.size());
        for (Run run : runs) {
            signals.add(SampledSignal.of("RR", Unit.MS, rateHz, run.startSeconds, run.values));
        }
        return List.copyOf(signals);
    }

    /** Session time, in s, that the beats of the longest run cover, bridged gaps included; 0 without a run. */
    public double longestRunSeconds() {
        return runs.stream().mapToDouble(Run::seconds).max().orElse(0);
    }

    /** Number of runs. */
    public int runCount() {
        return runs.size();
    }

    /** The samples of every run without their trend. */
    public Tachogram without(Detrending trend) {
        if (trend.equals(Detrending.none())) {
            return this;
        }
        List<Run> flat = new ArrayList<>(runs.size());
        for (Run run : runs) {
            flat.add(run.withValues(trend.applyTo(run.values)));
        }
        List<Record> steps = new ArrayList<>(preparation);
        steps.add(trend);
        return new Tachogram(rateHz, flat, steps);
    }

    /** What was done to make it, in order: {@link Resampling} and {@link Detrending}. */
    public List<Record> preparation() {
        return preparation;
    }

    List<Run> runs() {
        return runs;
    }

    /** Number of samples of the longest run; 0 without a run. */
    public int longestRunSamples() {
        return runs.stream().mapToInt(run -> run.values.length).max().orElse(0);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%d runs at %s Hz, the longest %.1f s", runs.size(), rateHz, longestRunSeconds());
    }
}
