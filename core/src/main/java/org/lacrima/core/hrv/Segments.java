package org.lacrima.core.hrv;

import java.util.Arrays;
import java.util.Locale;
import org.lacrima.core.hrv.HrvMetric.Answer;
import org.lacrima.core.series.BeatSeries;

/**
 * Five-minute segments by the clock, beginning with the first beat. An interval belongs to the segment in which it ends;
 * the last segment counts only when the recording fills it, unless the options say otherwise.
 */
final class Segments {
    /** First interval and the one after the last, segment by segment. */
    private final int[] edges;

    private Segments(int[] edges) {
        this.edges = edges;
    }

    private static final double LENGTH_SECONDS = 300;
    private static final double ROUNDING = 1e-9;

    static Answer sdOfMeans(Workings w) {
        int[] edges = edges(w);
        double[] means = new double[edges.length / 2];
        int used = 0;
        for (int s = 0; s < means.length; s++) {
            if (edges[2 * s + 1] > edges[2 * s]) {
                means[used++] = meanOf(w.rr(), edges[2 * s], edges[2 * s + 1]);
            }
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
        int[] edges = edges(w);
        double sum = 0;
        int used = 0;
        for (int s = 0; s < edges.length / 2; s++) {
            int from = edges[2 * s];
            int to = edges[2 * s + 1];
            if (to - from >= 2) {
                double mean = meanOf(w.rr(), from, to);
                double squares = Moments.sumOfSquares(w.rr(), from, to, mean);
                sum += Math.sqrt(squares / Workings.divisor(w.options().time().sdDivisor(), to - from));
                used++;
            }
        }
        return used < 1
                ? Answer.none("no complete segment of 5 min with 2 intervals, 1 needed")
                : Answer.value(sum / used, used);
    }

    private static int[] edges(Workings w) {
        return w.shared(Segments.class, Segments::of).edges;
    }

    private static Segments of(Workings w) {
        return new Segments(
                switch (w.options().time().segments()) {
                    case COMPLETE -> byTheClock(w, Math.floor(lengths(w) + ROUNDING), ROUNDING);
                    case WITH_REST -> byTheClock(w, Math.floor(lengths(w) + ROUNDING) + 1, -ROUNDING);
                    case COMPLETE_BY_BEAT -> completeByBeat(w);
                    case ROUNDED_LESS_ONE -> roundedLessOne(w);
                });
    }

    /** How many times the recording holds a segment. */
    private static double lengths(Workings w) {
        return w.beats().extent().lengthSeconds() / LENGTH_SECONDS;
    }

    /** So many segments; a beat on a boundary belongs to the earlier one where the tolerance in s is positive. */
    private static int[] byTheClock(Workings w, double count, double toleranceSeconds) {
        double start = w.beats().startSecondsAt(0);
        int segments = (int) count;
        int[] edges = new int[2 * segments];
        int next = 0;
        for (int s = 0; s < segments; s++) {
            edges[2 * s] = next;
            double until = start + (s + 1) * LENGTH_SECONDS + toleranceSeconds;
            next = firstAfter(w.beats(), next, until);
            edges[2 * s + 1] = next;
        }
        return edges;
    }

    /** Index, not before {@code from}, of the first interval that ends after an instant. */
    private static int firstAfter(BeatSeries beats, int from, double seconds) {
        int low = from;
        int high = beats.size();
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (beats.endSecondsAt(mid) <= seconds) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low;
    }

    /** As RHRV has it: an interval has the time of its beat, and the instant of a boundary belongs to the later segment. */
    private static int[] completeByBeat(Workings w) {
        double start = w.beats().endSecondsAt(0);
        double end = w.beats().endSecondsAt(w.n() - 1);
        int segments = (int) Math.max(0, Math.ceil((end - start) / LENGTH_SECONDS) - 1);
        int[] edges = new int[2 * segments];
        int next = 0;
        for (int s = 0; s < segments; s++) {
            edges[2 * s] = next;
            while (w.beats().endSecondsAt(next) < start + (s + 1) * LENGTH_SECONDS) {
                next++;
            }
            edges[2 * s + 1] = next;
        }
        return edges;
    }

    /** As NeuroKit2 has it: sums of intervals in seconds for times, the last interval of each segment lost. */
    private static int[] roundedLessOne(Workings w) {
        double[] summed = new double[w.n()];
        double sum = 0;
        for (int i = 0; i < summed.length; i++) {
            sum += w.rr()[i] / 1000;
            summed[i] = sum;
        }
        int segments = (int) Math.rint(sum / LENGTH_SECONDS);
        if (segments < 3) {
            return new int[0];
        }
        int[] edges = new int[2 * segments];
        int next = 0;
        for (int s = 0; s < segments; s++) {
            edges[2 * s] = next;
            while (next < summed.length && summed[next] < (s + 1) * LENGTH_SECONDS) {
                next++;
            }
            edges[2 * s + 1] = Math.max(edges[2 * s], next - 1);
        }
        return edges;
    }

    private static double meanOf(double[] rr, int from, int to) {
        return Moments.sum(rr, from, to) / (to - from);
    }
}
