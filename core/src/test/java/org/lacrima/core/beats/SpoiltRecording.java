package org.lacrima.core.beats;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.lacrima.core.series.BeatSeries;

/**
 * A simulated recording of five minutes and what became of it: a heart period with waves of 0.1 Hz and of breathing, a slow
 * drift and noise, to which missed, extra, ectopic and shifted beats were done at known places.
 */
final class SpoiltRecording {
    /** What was done to a beat, or to the interval that it ends. */
    enum Injury {
        NONE("nothing"),
        MISSED("missed beat"),
        EXTRA("extra beat"),
        ECTOPIC("ectopic beat (25–40 % early)"),
        SHIFTED("shifted beat (8–20 % off)");

        private final String words;

        Injury(String words) {
            this.words = words;
        }

        String inWords() {
            return words;
        }
    }

    private static final double SECONDS = 300;
    private final double[] clean;
    private final double[] spoilt;
    private final Injury[] injuries;
    private final long seed;

    /** How many artifacts there are, and how close. */
    enum Density {
        /** Twelve artifacts, each with about a dozen beats to itself: 3 to 5 % of the beats. */
        SPARSE(3, 12),
        /** Forty artifacts, each with about six beats to itself: 10 to 17 %. */
        CROWDED(10, 6);

        private final int ofEachKind;
        private final int apart;

        Density(int ofEachKind, int apart) {
            this.ofEachKind = ofEachKind;
            this.apart = apart;
        }
    }

    private SpoiltRecording(double[] clean, double[] spoilt, Injury[] injuries, long seed) {
        this.clean = clean;
        this.spoilt = spoilt;
        this.injuries = injuries;
        this.seed = seed;
    }

    static SpoiltRecording simulated(long seed, Density density) {
        SplittableRandom random = new SplittableRandom(20190614L + seed);
        double[] clean = tachogram(random);
        int apart = density.apart;
        int slots = (clean.length - 2 * apart) / apart;
        int[] order = shuffled(slots, random);
        Injury[] plan = new Injury[slots];
        Arrays.fill(plan, Injury.NONE);
        for (int k = 0; k < 4 * density.ofEachKind; k++) {
            plan[order[k]] = Injury.values()[1 + k % 4];
        }
        double[] spoilt = clean;
        Injury[] injuries = new Injury[clean.length];
        Arrays.fill(injuries, Injury.NONE);
        for (int slot = slots - 1; slot >= 0; slot--) {
            int i = apart + slot * apart + random.nextInt(apart - 4);
            switch (plan[slot]) {
                case NONE -> {}
                case MISSED -> {
                    spoilt = Tachograms.withMissedBeat(spoilt, i);
                    injuries = without(injuries, i + 1);
                }
                case EXTRA -> {
                    spoilt = Tachograms.withExtraBeat(spoilt, i, uniform(random, 0.2, 0.8));
                    injuries = with(injuries, i);
                }
                case ECTOPIC -> spoilt = Tachograms.withShiftedBeat(spoilt, i, -uniform(random, 0.25, 0.4));
                case SHIFTED -> {
                    double share = uniform(random, 0.08, 0.2) * (random.nextBoolean() ? 1 : -1);
                    spoilt = Tachograms.withShiftedBeat(spoilt, i, share);
                }
            }
            injuries[i] = plan[slot];
        }
        return new SpoiltRecording(clean, spoilt, injuries, seed);
    }

    private static double[] tachogram(SplittableRandom random) {
        double base = uniform(random, 600, 1050);
        double scale = base / 900;
        double low = scale * uniform(random, 10, 35);
        double high = scale * uniform(random, 8, 45);
        double breathingHertz = uniform(random, 0.18, 0.33);
        double drift = scale * uniform(random, 0, 40);
        double noise = scale * uniform(random, 4, 14);
        double phase = uniform(random, 0, 2 * Math.PI);
        double[] rr = new double[(int) (SECONDS * 1000 / 450)];
        double t = 0;
        int n = 0;
        while (t < SECONDS) {
            double gaussian = -6;
            for (int k = 0; k < 12; k++) {
                gaussian += random.nextDouble();
            }
            rr[n] = Math.rint(base
                    + low * StrictMath.sin(2 * Math.PI * 0.1 * t + phase)
                    + high * StrictMath.sin(2 * Math.PI * breathingHertz * t)
                    + drift * StrictMath.sin(2 * Math.PI * t / SECONDS)
                    + noise * gaussian);
            t += rr[n++] / 1000;
        }
        return Arrays.copyOf(rr, n);
    }

    private static double uniform(SplittableRandom random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private static int[] shuffled(int n, SplittableRandom random) {
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    private static Injury[] without(Injury[] injuries, int i) {
        Injury[] result = Arrays.copyOf(injuries, injuries.length - 1);
        System.arraycopy(injuries, i + 1, result, i, injuries.length - i - 1);
        return result;
    }

    private static Injury[] with(Injury[] injuries, int i) {
        Injury[] result = Arrays.copyOf(injuries, injuries.length + 1);
        System.arraycopy(injuries, i, result, i + 1, injuries.length - i);
        result[i] = Injury.NONE;
        return result;
    }

    BeatSeries clean() {
        return BeatSeries.ofMillis(clean);
    }

    BeatSeries spoilt() {
        return BeatSeries.ofMillis(spoilt);
    }

    /** What was done to the beat that ends each interval of the spoilt recording. */
    Injury[] injuries() {
        return injuries.clone();
    }

    /** The clean recording without one beat in {@code of}, chosen at random: both intervals of each go, and leave a gap. */
    BeatSeries withDeletedBeats(int of) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = shuffled(clean.length - 1, random);
        int[] deleted = Arrays.copyOf(order, clean.length / of);
        return Corrector.correct(
                        clean(),
                        BeatClassification.marking(clean.length, BeatClass.ECTOPIC, deleted),
                        CorrectionMethod.DELETE)
                .series();
    }

    /** The beats that are left taken for all there were: each gap becomes one long interval. */
    BeatSeries bridged(BeatSeries gapped) {
        double[] rr = gapped.toMillis();
        double[] ends = gapped.toEndSeconds();
        int n = rr.length;
        double[] beats = new double[2 * n + 1];
        int size = 0;
        for (int i = 0; i < n; i++) {
            if (!gapped.isContiguousAt(i)) {
                double start = gapped.startSecondsAt(i);
                if (size == 0 || start > beats[size - 1] + 1e-6) {
                    beats[size++] = start;
                }
            }
            beats[size++] = ends[i];
        }
        return BeatSeries.ofBeatTimes(Arrays.copyOf(beats, size));
    }
}
