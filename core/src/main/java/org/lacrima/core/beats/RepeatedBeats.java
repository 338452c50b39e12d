package org.lacrima.core.beats;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.special.Beta;
import org.lacrima.core.series.BeatSeries;

/**
 * Intervals that repeat the ones just before them exactly, more often than chance explains: a fault of apps that export RR
 * intervals in packets. It is reported, never repaired, because two causes fit and they ask for different things.
 *
 * <p>Packets of one, two and three intervals are looked for. What chance does is the largest of three counts: what a
 * Laplace distribution of the differences other than 0 would put there,
 * {@code (q · ln 2 ⁄ (2 · median |difference|))ᵏ} for k intervals at the recorder's quantum q, and how often k intervals
 * agree with those k + 1, k + 2 and 2k places back, where no packet stored twice can be the reason (but a heart in bigeminy
 * can). Reported are more than twice that
 * many, if a binomial distribution gives them less than one in a million.
 *
 * @param packetLength number of intervals that are repeated together, 1 to 3
 * @param repeats indices of the intervals that repeat earlier ones
 * @param compared number of places compared
 * @param expected number of repeated packets that chance would give
 * @param probability probability by chance of as many repeated packets, or more
 * @param recordedSeconds sum of all intervals, in s
 * @param secondsWithoutRepeats sum of the intervals without the repeats, in s
 */
public record RepeatedBeats(
        int packetLength,
        List<Integer> repeats,
        int compared,
        double expected,
        double probability,
        double recordedSeconds,
        double secondsWithoutRepeats) {

    /** What may have made the repeats. */
    public enum Cause {
        /** A packet was sent or stored twice: the repeats are surplus, and the recording is shorter than their sum. */
        SENT_TWICE,
        /** The first interval of a packet was read in place of the second: its value is lost, the time is about right. */
        READ_TWICE
    }

    private static final int LONGEST_PACKET = 3;
    private static final double RARE = 1e-6;

    /** Keeps a copy of the indices. */
    public RepeatedBeats {
        repeats = List.copyOf(repeats);
    }

    /** The repeats of a series, for the length of packet that chance explains least; across a gap there are none. */
    public static RepeatedBeats of(BeatSeries beats) {
        double[] rr = beats.toMillis();
        double chance = chanceOfOne(rr);
        RepeatedBeats least = ofPackets(beats, rr, 1, chance);
        for (int length = 2; length <= LONGEST_PACKET; length++) {
            RepeatedBeats candidate = ofPackets(beats, rr, length, chance);
            if (candidate.isAboveChance() && (!least.isAboveChance() || candidate.probability < least.probability)) {
                least = candidate;
            }
        }
        return least;
    }

    private static RepeatedBeats ofPackets(BeatSeries beats, double[] rr, int length, double chance) {
        int[] repeats = new int[rr.length];
        int found = 0;
        int compared = 0;
        double surplusMillis = 0;
        int i = length;
        while (i + length <= rr.length) {
            compared++;
            if (matches(beats, rr, i, length, length)) {
                for (int k = 0; k < length; k++, i++) {
                    repeats[found++] = i;
                    surplusMillis += rr[i];
                }
            } else {
                i++;
            }
        }
        double expected = Math.max(compared * Math.pow(chance, length), agreeing(beats, rr, length));
        int packets = found / length;
        double perPlace = Math.min(0.5, expected / Math.max(1, compared));
        double seconds = beats.coveredSeconds();
        return new RepeatedBeats(
                length,
                Arrays.stream(repeats, 0, found).boxed().toList(),
                compared,
                expected,
                packets == 0 ? 1 : Beta.regularizedBeta(perPlace, packets, compared - packets + 1.0),
                seconds,
                seconds - surplusMillis / 1000);
    }

    /** How often as many intervals agree at lags that no packet makes; at twice its length a true rhythm does. */
    private static int agreeing(BeatSeries beats, double[] rr, int length) {
        int nearby = Math.max(count(beats, rr, length + 1, length), count(beats, rr, length + 2, length));
        return Math.max(nearby, count(beats, rr, 2 * length, length));
    }

    private static int count(BeatSeries beats, double[] rr, int lag, int length) {
        int count = 0;
        for (int i = lag; i + length <= rr.length; i++) {
            if (matches(beats, rr, i, lag, length)) {
                count++;
            }
        }
        return count;
    }

    /** Whether the intervals from {@code i} equal those {@code lag} earlier; a packet of one value throughout is no sign. */
    private static boolean matches(BeatSeries beats, double[] rr, int i, int lag, int length) {
        boolean varied = length == 1;
        for (int k = i; k < i + length; k++) {
            if (rr[k] != rr[k - lag]) {
                return false;
            }
            varied |= rr[k] != rr[i];
        }
        if (!varied) {
            return false;
        }
        for (int k = i - lag + 1; k < i + length; k++) {
            if (!beats.isContiguousAt(k)) {
                return false;
            }
        }
        return true;
    }

    private static double chanceOfOne(double[] rr) {
        double[] distances = new double[Math.max(0, rr.length - 1)];
        int size = 0;
        for (int i = 1; i < rr.length; i++) {
            double distance = Math.abs(rr[i] - rr[i - 1]);
            if (distance > 0) {
                distances[size++] = distance;
            }
        }
        if (size == 0) {
            return 0.5;
        }
        return Math.min(0.5, quantum(rr) * Math.log(2) / (2 * middle(distances, size)));
    }

    /** The usual step between values that occur: what the recorder can tell apart. */
    private static double quantum(double[] rr) {
        double[] sorted = rr.clone();
        Arrays.sort(sorted);
        double[] steps = new double[sorted.length];
        int size = 0;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] > sorted[i - 1]) {
                steps[size++] = sorted[i] - sorted[i - 1];
            }
        }
        return middle(steps, size);
    }

    private static double middle(double[] values, int size) {
        Arrays.sort(values, 0, size);
        return values[size / 2];
    }

    /** Whether there are more repeats than chance explains. */
    public boolean isAboveChance() {
        return repeats.size() > 2 * expected * packetLength && probability < RARE;
    }

    /**
     * The cause that fits a duration known from elsewhere, such as a clock or a protocol.
     *
     * @param knownSeconds how long the recording took, in s
     */
    public Cause causeGiven(double knownSeconds) {
        double surplus = Math.abs(secondsWithoutRepeats - knownSeconds);
        double lost = Math.abs(recordedSeconds - knownSeconds);
        return surplus < lost ? Cause.SENT_TWICE : Cause.READ_TWICE;
    }

    /** What a report says about it. */
    @Override
    public String toString() {
        String what = packetLength == 1 ? "their predecessor" : "the " + packetLength + " before";
        String count = String.format(
                Locale.ROOT,
                "%d intervals at %d places repeat %s, %.1f expected",
                repeats.size(),
                compared,
                what,
                expected * packetLength);
        if (!isAboveChance()) {
            return count + ", as chance allows";
        }
        return count
                + String.format(
                        Locale.ROOT,
                        ": either packets were stored twice (then the recording took %.1f s) or one value of a packet was"
                                + " read twice and another lost (then it took about %.1f s)",
                        secondsWithoutRepeats,
                        recordedSeconds);
    }
}
