package org.lacrima.core.beats;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Lipponen and Tarvainen's correction as NeuroKit2 does it ({@code signal_fixpeaks}, method Kubios), on peaks counted in
 * samples: for numbers that must come out as that package gives them. For everything else {@link LipponenTarvainen}.
 *
 * <p>What differs: peaks are whole samples, and new ones are truncated to whole samples; the first interval is the mean of
 * all and the first difference the mean of all; differences are mirrored at both ends; gaps are not known; a beat near the
 * median is never tested by its distance from the median; an ectopic class is put on the peak after the ectopic one and
 * that peak is moved; the interval after an extra peak is often taken for long or short; ectopic peaks are moved before
 * long or short ones; a threshold of 0 classifies nothing; the last two peaks and, in correction, the first two are left.
 *
 * <p>Source: Lipponen and Tarvainen 2019, doi:10.1080/03091902.2019.1640306, as in NeuroKit2 of 2026-03.
 */
public final class NeuroKit2Peaks {
    private final double rateHz;

    private NeuroKit2Peaks(double rateHz) {
        this.rateHz = rateHz;
    }

    /**
     * For peaks counted in samples of a rate.
     *
     * @param rateHz samples per second, positive
     */
    public static NeuroKit2Peaks atHertz(double rateHz) {
        if (!(rateHz > 0) || Double.isInfinite(rateHz)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "the sampling rate must be positive and finite, got %s Hz", rateHz));
        }
        return new NeuroKit2Peaks(rateHz);
    }

    /**
     * Corrected peaks and what was found.
     *
     * @param peaks corrected peaks, in samples
     * @param ectopic peaks taken for ectopic, as indices in the last accepted pass
     * @param missed peaks before which one is missing
     * @param extra peaks that are too many
     * @param longShort peaks that end a long or short interval
     */
    public record Result(
            List<Integer> peaks,
            List<Integer> ectopic,
            List<Integer> missed,
            List<Integer> extra,
            List<Integer> longShort) {

        /** Keeps copies of its own. */
        public Result {
            peaks = List.copyOf(peaks);
            ectopic = List.copyOf(ectopic);
            missed = List.copyOf(missed);
            extra = List.copyOf(extra);
            longShort = List.copyOf(longShort);
        }
    }

    /** Peaks at 1000 Hz of successive intervals in ms: 0, then the running sums, rounded half to even. */
    public static int[] ofMillis(double... rrMillis) {
        int[] peaks = new int[rrMillis.length + 1];
        double elapsed = 0;
        for (int i = 0; i < rrMillis.length; i++) {
            elapsed += rrMillis[i];
            peaks[i + 1] = Math.toIntExact(Math.round(Math.rint(elapsed)));
        }
        return peaks;
    }

    /**
     * Corrects peaks.
     *
     * @param peaks increasing samples, at least 2
     * @param passes once, or as long as the number of artifacts falls
     */
    public Result correct(int[] peaks, Passes passes) {
        for (int i = 0; i < peaks.length; i++) {
            if (i > 0 && peaks[i] <= peaks[i - 1]) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "peak %d at sample %d must be later than sample %d", i, peaks[i], peaks[i - 1]));
            }
        }
        Artifacts artifacts = find(peaks);
        int[] corrected = artifacts.corrected(peaks);
        while (passes == Passes.ITERATED) {
            Artifacts remaining = find(corrected);
            if (remaining.count() >= artifacts.count()) {
                break;
            }
            artifacts = remaining;
            corrected = artifacts.corrected(corrected);
        }
        return new Result(
                list(corrected),
                list(artifacts.ectopic.toArray()),
                list(artifacts.missed.toArray()),
                list(artifacts.extra.toArray()),
                list(artifacts.longShort.toArray()));
    }

    private static List<Integer> list(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private Artifacts find(int[] peaks) {
        int n = peaks.length;
        Artifacts found = new Artifacts(n);
        if (n < 3) {
            return found;
        }
        double[] rr = new double[n];
        for (int i = 1; i < n; i++) {
            rr[i] = (peaks[i] - peaks[i - 1]) / rateHz;
        }
        rr[0] = meanOfRest(rr);
        double[] differences = new double[n];
        for (int i = 1; i < n; i++) {
            differences[i] = rr[i] - rr[i - 1];
        }
        differences[0] = meanOfRest(differences);
        Deviations deviations = Deviations.of(
                rr,
                differences,
                new Deviations.Rule(
                        LipponenTarvainen.ALPHA,
                        LipponenTarvainen.THRESHOLD_WINDOW,
                        LipponenTarvainen.MEDIAN_WINDOW,
                        0));
        double[] d = deviations.difference;
        int i = 0;
        while (i < n - 2) {
            if (Math.abs(d[i]) <= 1) {
                i++;
            } else if (isEctopic(d, i)) {
                found.ectopic.add(i++);
            } else if (!(Math.abs(d[i]) > 1)
                    && !(Math.abs(deviations.fromMedian[i]) > LipponenTarvainen.MEDIAN_LIMIT)) {
                i++;
            } else {
                int last = Math.abs(d[i + 1]) < Math.abs(d[i + 2]) ? i + 1 : i;
                while (i <= last) {
                    testLength(rr, deviations, i++, found);
                }
            }
        }
        return found;
    }

    private static boolean isEctopic(double[] d, int i) {
        double opposing = Deviations.lessOpposed(d[i], mirrored(d, i - 1), mirrored(d, i + 1));
        double slope = LipponenTarvainen.ECTOPIC_SLOPE;
        double offset = LipponenTarvainen.ECTOPIC_OFFSET;
        return (d[i] > 1 && opposing < -slope * d[i] - offset) || (d[i] < -1 && opposing > -slope * d[i] + offset);
    }

    private static void testLength(double[] rr, Deviations deviations, int j, Artifacts found) {
        double[] d = deviations.difference;
        double next = Deviations.moreOpposed(d[j], mirrored(d, j + 1), mirrored(d, j + 2));
        boolean isLong = d[j] > 1 && next < -1;
        boolean isShort = d[j] < -1 && next > 1;
        if (!isLong && !isShort && !(Math.abs(deviations.fromMedian[j]) > LipponenTarvainen.MEDIAN_LIMIT)) {
            return;
        }
        double median = deviations.median[j];
        double threshold = deviations.medianThreshold[j];
        if (isShort && Math.abs(rr[j] + rr[j + 1] - median) < threshold) {
            found.extra.add(j);
        } else if (isLong && Math.abs(rr[j] / 2 - median) < threshold) {
            found.missed.add(j);
        } else {
            found.longShort.add(j);
        }
    }

    private static double mirrored(double[] values, int i) {
        int last = values.length - 1;
        return values[i < 0 ? -i : i > last ? 2 * last - i : i];
    }

    private static double meanOfRest(double[] values) {
        double sum = 0;
        for (int i = 1; i < values.length; i++) {
            sum += values[i];
        }
        return sum / (values.length - 1);
    }

    /** Indices of peaks by class, and what the package does about them. */
    private static final class Artifacts {
        final Indices ectopic;
        final Indices missed;
        final Indices extra;
        final Indices longShort;

        Artifacts(int capacity) {
            ectopic = new Indices(capacity);
            missed = new Indices(capacity);
            extra = new Indices(capacity);
            longShort = new Indices(capacity);
        }

        int count() {
            return ectopic.size + missed.size + extra.size + longShort.size;
        }

        int[] corrected(int[] peaks) {
            int[] extras = extra.toArray();
            int[] misses = shifted(missed.toArray(), extras, -1);
            int[] ectopics = shifted(shifted(ectopic.toArray(), extras, -1), misses, 1);
            int[] lengths = shifted(shifted(longShort.toArray(), extras, -1), misses, 1);
            return moved(moved(inserted(without(peaks, extras), misses), ectopics), lengths);
        }

        private static int[] without(int[] peaks, int[] removed) {
            int[] kept = new int[peaks.length];
            int size = 0;
            for (int i = 0; i < peaks.length; i++) {
                if (Arrays.binarySearch(removed, i) < 0) {
                    kept[size++] = peaks[i];
                }
            }
            return Arrays.copyOf(kept, size);
        }

        private static int[] inserted(int[] peaks, int[] before) {
            int[] result = new int[peaks.length + before.length];
            int size = 0;
            for (int i = 0; i < peaks.length; i++) {
                if (i > 1 && Arrays.binarySearch(before, i) >= 0) {
                    result[size++] = (int) (peaks[i - 1] + (peaks[i] - peaks[i - 1]) / 2.0);
                }
                result[size++] = peaks[i];
            }
            return Arrays.copyOf(result, size);
        }

        private static int[] moved(int[] peaks, int[] misplaced) {
            int[] result = peaks.clone();
            for (int i : misplaced) {
                if (i > 1 && i < peaks.length - 1) {
                    result[i] = (int) (peaks[i - 1] + (peaks[i + 1] - peaks[i - 1]) / 2.0);
                }
            }
            return result;
        }

        /** The package compares an index already shifted with positions not shifted, so neighbours may coincide. */
        private static int[] shifted(int[] indices, int[] positions, int by) {
            int[] result = indices.clone();
            for (int k = 0; k < result.length; k++) {
                for (int position : positions) {
                    if (result[k] > position) {
                        result[k] += by;
                    }
                }
            }
            return Arrays.stream(result).distinct().sorted().toArray();
        }
    }

    private static final class Indices {
        private final int[] values;
        private int size;

        Indices(int capacity) {
            values = new int[capacity];
        }

        void add(int index) {
            values[size++] = index;
        }

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
