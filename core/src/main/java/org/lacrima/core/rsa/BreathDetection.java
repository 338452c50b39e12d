package org.lacrima.core.rsa;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.lacrima.core.series.SampledSignal;

/**
 * Finds breaths in the signal of a belt, or of any sensor whose signal follows lung volume.
 *
 * <p>The signal is filtered without phase shift (Butterworth, second order, 0.05–2 Hz, so that drift and heart beats on
 * the belt do not make breaths) and followed from turning point to turning point: a turn counts once the signal has come
 * back by 30 % of the swing usual within 15 s on either side, and at least by 15 % of the swing usual in the whole
 * signal. Deep and shallow breathing are thus judged each by their own measure, and a held breath is no breath. A breath
 * longer than {@link #withLongestBreath the longest} is a pause: it is left out, and nothing bridges it.
 *
 * <p>Depth is taken from the signal with only frequencies above 2 Hz removed, from the line between the two inhale onsets
 * up to the exhale onset, so that a drift cancels. It is in the unit of the signal; a belt's unit means volume only after
 * calibration, and compares within one person and fitting of the belt. On a belt with noise of 5 % of the depth, rate is
 * found within 0.15 per minute and depth within 8 %; single onsets stray by up to 0.6 s, towards the slower side of a
 * turn, and the ratio of inspiration to expiration by a tenth.
 *
 * <p>Immutable and thread-safe.
 */
public final class BreathDetection {

    /** Which way the signal moves when air flows in. */
    public enum Polarity {
        /** Inhalation raises the signal, as with most belts. */
        INHALE_RISES,
        /** Inhalation lowers the signal. */
        INHALE_FALLS
    }

    /** Below this rate a breath of sobbing length has too few samples. */
    private static final double LEAST_HERTZ = 4;

    private static final double HIGHEST_HERTZ = 2;
    private static final double DRIFT_HERTZ = 0.05;
    private static final double LOCAL_SHARE = 0.3;
    private static final double OVERALL_SHARE = 0.15;
    private static final double LOCAL_SECONDS = 15;

    private static final BreathDetection DEFAULTS = new BreathDetection(Polarity.INHALE_RISES, Duration.ofSeconds(20));

    private final Polarity polarity;
    private final Duration longest;

    private BreathDetection(Polarity polarity, Duration longest) {
        this.polarity = polarity;
        this.longest = longest;
    }

    /** A belt whose signal rises with inhalation; breaths of up to 20 s, that is 3 per minute. */
    public static BreathDetection withDefaults() {
        return DEFAULTS;
    }

    /** The same for a signal of another polarity. */
    public BreathDetection with(Polarity other) {
        return new BreathDetection(other, longest);
    }

    /** The same with another limit, positive, above which there is no breath but a pause. */
    public BreathDetection withLongestBreath(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("the longest breath must last, got " + limit);
        }
        return new BreathDetection(polarity, limit);
    }

    /**
     * The breaths in the signal of a sensor of breathing.
     *
     * @param signal signal of at least 4 Hz
     * @throws IllegalArgumentException if it is sampled more slowly
     */
    public MeasuredRespiration of(SampledSignal signal) {
        return new MeasuredRespiration(breaths(signal), signal.unit(), signal.name());
    }

    /**
     * The breaths in a signal that was derived from the heart.
     *
     * @param signal signal of at least 4 Hz
     * @param from what it was derived from and how, in words
     * @throws IllegalArgumentException if it is sampled more slowly, or the words are missing
     */
    public DerivedRespiration ofDerived(SampledSignal signal, String from) {
        return new DerivedRespiration(breaths(signal), signal.unit(), from);
    }

    private List<Breath> breaths(SampledSignal signal) {
        double rate = signal.rateHz();
        if (rate < LEAST_HERTZ) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%s is sampled at %s Hz, breaths need %s Hz", signal.name(), rate, LEAST_HERTZ));
        }
        double edge = Math.min(HIGHEST_HERTZ, 0.4 * rate);
        Butterworth band = Butterworth.bandPass(2, DRIFT_HERTZ, edge, rate);
        if (signal.size() <= band.margin()) {
            return List.of();
        }
        double[] raw = signal.toArray();
        if (polarity == Polarity.INHALE_FALLS) {
            for (int i = 0; i < raw.length; i++) {
                raw[i] = -raw[i];
            }
        }
        double[] steady = band.applied(raw);
        double[] smooth = Butterworth.lowPass(2, edge, rate).applied(raw);
        List<Integer> turns = turningPoints(steady, thresholds(steady, rate));
        return assembled(signal, steady, smooth, turns);
    }

    private List<Breath> assembled(SampledSignal signal, double[] steady, double[] smooth, List<Integer> turns) {
        double limit = longest.toNanos() / 1e9;
        List<Breath> breaths = new ArrayList<>();
        for (int t = 0; t + 2 < turns.size(); t++) {
            int inhale = turns.get(t);
            int exhale = turns.get(t + 1);
            int end = turns.get(t + 2);
            if (steady[inhale] >= steady[exhale]) {
                continue;
            }
            double share = (exhale - inhale) / (double) (end - inhale);
            double foot = smooth[inhale] + share * (smooth[end] - smooth[inhale]);
            double depth = smooth[exhale] - foot;
            double from = secondsOf(signal, steady, inhale);
            double to = secondsOf(signal, steady, end);
            if (depth > 0 && to - from <= limit) {
                breaths.add(new Breath(from, secondsOf(signal, steady, exhale), to, OptionalDouble.of(depth)));
            }
        }
        return breaths;
    }

    /** Time of a turning point between samples: the vertex of the parabola through it and its neighbours. */
    private static double secondsOf(SampledSignal signal, double[] y, int i) {
        double curvature = y[i - 1] - 2 * y[i] + y[i + 1];
        double shift = curvature == 0 ? 0 : 0.5 * (y[i - 1] - y[i + 1]) / curvature;
        return signal.secondsAt(i) + Math.max(-0.5, Math.min(0.5, shift)) / signal.rateHz();
    }

    /** How far the signal must come back for a turn to count, per second of signal. */
    private static double[] thresholds(double[] y, double rate) {
        int seconds = (int) Math.ceil(y.length / rate);
        int stride = Math.max(1, (int) (rate / 10));
        int half = (int) (LOCAL_SECONDS * rate);
        double[] swings = new double[seconds];
        for (int s = 0; s < seconds; s++) {
            int centre = (int) (s * rate);
            int from = Math.max(0, centre - half);
            int to = Math.min(y.length, centre + half);
            double[] near = new double[(to - from + stride - 1) / stride];
            for (int k = 0; k < near.length; k++) {
                near[k] = y[from + k * stride];
            }
            Arrays.sort(near);
            swings[s] = near[(int) (0.9 * (near.length - 1))] - near[(int) (0.1 * (near.length - 1))];
        }
        double[] sorted = swings.clone();
        Arrays.sort(sorted);
        double usual = sorted[seconds / 2];
        for (int s = 0; s < seconds; s++) {
            swings[s] = Math.max(LOCAL_SHARE * swings[s], OVERALL_SHARE * usual);
        }
        return perSample(swings, y.length, rate);
    }

    private static double[] perSample(double[] perSecond, int n, double rate) {
        double[] all = new double[n];
        for (int i = 0; i < n; i++) {
            all[i] = perSecond[Math.min(perSecond.length - 1, (int) (i / rate))];
        }
        return all;
    }

    /** Alternating troughs and peaks; neither the first nor the last sample is one. */
    private static List<Integer> turningPoints(double[] y, double[] threshold) {
        List<Integer> turns = new ArrayList<>();
        int low = 0;
        int high = 0;
        int direction = 0;
        for (int i = 1; i < y.length; i++) {
            low = y[i] < y[low] ? i : low;
            high = y[i] > y[high] ? i : high;
            if (direction >= 0 && y[high] - y[i] > threshold[i]) {
                addInner(turns, high, y.length);
                direction = -1;
                low = i;
            } else if (direction <= 0 && y[i] - y[low] > threshold[i]) {
                addInner(turns, low, y.length);
                direction = 1;
                high = i;
            }
        }
        return turns;
    }

    private static void addInner(List<Integer> turns, int index, int n) {
        if (index > 0 && index < n - 1) {
            turns.add(index);
        }
    }
}
