package org.lacrima.core.rsa;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.lacrima.core.series.BeatSeries;

/** Heart period in ms at even times over one stretch without a gap. */
final class HeartPeriod {
    private final double startSeconds;
    private final double rateHertz;
    private final double[] millis;

    private HeartPeriod(double startSeconds, double rateHertz, double[] millis) {
        this.startSeconds = startSeconds;
        this.rateHertz = rateHertz;
        this.millis = millis;
    }

    /**
     * The stretches of a series, each sampled from the start of its first interval to the end of its last. A natural
     * cubic spline runs through the intervals; each stands at the beat that ends it; before the end of the first interval its length is held. A stretch of
     * fewer than three intervals has no sample.
     */
    static List<HeartPeriod> stretches(BeatSeries beats, double rateHertz) {
        List<HeartPeriod> stretches = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= beats.size(); i++) {
            if (i == beats.size() || !beats.isContiguousAt(i)) {
                stretches.add(of(beats.subSeries(from, i), rateHertz));
                from = i;
            }
        }
        return stretches;
    }

    private static HeartPeriod of(BeatSeries run, double rateHertz) {
        double start = run.startSecondsAt(0);
        double[] ends = run.toEndSeconds();
        double[] rr = run.toMillis();
        double last = ends[ends.length - 1];
        if (rr.length < 3) {
            return new HeartPeriod(start, rateHertz, new double[0]);
        }
        // The division may fall a rounding short of a whole number of steps.
        double[] millis = new double[(int) Math.floor((last - start) * rateHertz + 1e-9) + 1];
        UnivariateFunction between = new SplineInterpolator().interpolate(ends, rr);
        for (int i = 0; i < millis.length; i++) {
            double at = start + i / rateHertz;
            millis[i] = between.value(Math.min(last, Math.max(ends[0], at)));
        }
        return new HeartPeriod(start, rateHertz, millis);
    }

    /** Heart period in ms; not to be written to. */
    double[] millis() {
        return millis;
    }

    /** Session time of sample {@code i}, in s. */
    double secondsAt(int i) {
        return startSeconds + i / rateHertz;
    }
}
