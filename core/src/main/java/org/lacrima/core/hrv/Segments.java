package org.lacrima.core.hrv;

import java.util.Arrays;
import java.util.Locale;
import org.lacrima.core.hrv.HrvMetric.Answer;

/**
 * Five-minute segments by the clock, beginning with the first beat. An interval belongs to the segment in which it ends;
 * the last segment counts only when the recording fills it.
 */
final class Segments {
    private Segments() {}

    private static final double LENGTH_SECONDS = 300;

    static Answer sdOfMeans(Workings w) {
        double[] means = new double[complete(w)];
        int used = 0;
        int from = 0;
        for (int s = 0; s < means.length; s++) {
            int to = end(w, s, from);
            if (to > from) {
                means[used++] = meanOf(w.rr(), from, to);
            }
            from = to;
        }
        if (used < 2) {
            return Answer.none(String.format(Locale.ROOT, "%d complete segments of 5 min with beats, 2 needed", used));
        }
        double[] filled = Arrays.copyOf(means, used);
        double squares = Moments.sumOfSquares(filled, Moments.mean(filled));
        return Answer.value(
                Math.sqrt(squares / Workings.divisor(w.options().time().sdDivisor(), used)), used);
    }

    static Answer meanOfSds(Workings w) {
        int segments = complete(w);
        double sum = 0;
        int used = 0;
        int from = 0;
        for (int s = 0; s < segments; s++) {
            int to = end(w, s, from);
            if (to - from >= 2) {
                double mean = meanOf(w.rr(), from, to);
                double squares = 0;
                for (int i = from; i < to; i++) {
                    squares += (w.rr()[i] - mean) * (w.rr()[i] - mean);
                }
                sum += Math.sqrt(squares / Workings.divisor(w.options().time().sdDivisor(), to - from));
                used++;
            }
            from = to;
        }
        return used < 1
                ? Answer.none("no complete segment of 5 min with 2 intervals, 1 needed")
                : Answer.value(sum / used, used);
    }

    private static int complete(Workings w) {
        return (int) Math.floor(w.beats().extent().lengthSeconds() / LENGTH_SECONDS + 1e-9);
    }

    /** First interval after segment {@code s}. */
    private static int end(Workings w, int s, int from) {
        double until = w.beats().startSecondsAt(0) + (s + 1) * LENGTH_SECONDS + 1e-9;
        int to = from;
        while (to < w.n() && w.beats().endSecondsAt(to) <= until) {
            to++;
        }
        return to;
    }

    private static double meanOf(double[] rr, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += rr[i];
        }
        return sum / (to - from);
    }
}
