package org.lacrima.core;

import java.util.Arrays;
import java.util.List;
import org.lacrima.core.series.BeatSeries;

/**
 * RR series made by one formula, for which other packages' values are known: they check metrics in a fresh clone, without
 * a recording. Around a base interval swing a slow trend, a wave of 0.1 Hz and a breathing wave, with noise
 * (a multiplicative congruential generator, twelve uniform numbers to a normal one), rounded to a quantum.
 */
public final class MadeSeries {
    private MadeSeries() {}

    /** Six minutes at rest: 360 intervals around 900 ms, in whole ms. */
    private static final double[] REST = new Recipe(360, 900, 25, 0.10, 35, 0.25, 12, 1).millis();

    /** Five minutes under stress: 450 intervals around 660 ms, in whole ms. */
    private static final double[] STRESS = new Recipe(450, 660, 15, 0.095, 8, 0.32, 6, 2).millis();

    /** Half a minute: 40 intervals around 820 ms, in whole ms. */
    private static final double[] SHORT = new Recipe(40, 820, 20, 0.10, 30, 0.22, 15, 4).millis();

    /** An hour with a slow trend: 5000 intervals around 820 ms, in whole ms. */
    private static final double[] LONG = new Recipe(5000, 820, 20, 0.10, 25, 0.25, 18, 5).millis(1, 60, 3600);

    /** the one at rest as a recorder of 128 Hz would have it. */
    private static final double[] AT_128_HZ = new Recipe(360, 900, 25, 0.10, 35, 0.25, 12, 1).millis(7.8125, 0, 1);

    /** A series like the one at rest with an ectopic, a missed, an extra and a late beat. */
    private static final double[] ARTIFACTS = withArtifacts();

    /** Names under which the packages' values are kept, such as {@code made_rest}. */
    public static final List<String> NAMES =
            List.of("made_rest", "made_stress", "made_short", "made_long", "made_128hz", "made_artifacts");

    /** The series of a name, in ms. */
    public static double[] millis(String name) {
        return switch (name) {
            case "made_rest" -> REST.clone();
            case "made_stress" -> STRESS.clone();
            case "made_short" -> SHORT.clone();
            case "made_long" -> LONG.clone();
            case "made_128hz" -> AT_128_HZ.clone();
            case "made_artifacts" -> ARTIFACTS.clone();
            default -> throw new IllegalArgumentException("no made series " + name + "; there are " + NAMES);
        };
    }

    /** The series of a name as beats without a gap. */
    public static BeatSeries beats(String name) {
        return BeatSeries.ofMillis(millis(name));
    }

    private static double[] withArtifacts() {
        double[] rr = new Recipe(360, 900, 25, 0.10, 35, 0.25, 12, 3).millis();
        rr[280] += 250;
        double early = Math.floor(0.4 * rr[200] + 0.5);
        rr = replaced(rr, 200, 1, early, rr[200] - early);
        rr = replaced(rr, 120, 2, rr[120] + rr[121]);
        double shift = Math.floor(0.3 * rr[50] + 0.5);
        rr[50] -= shift;
        rr[51] += shift;
        return rr;
    }

    private static double[] replaced(double[] rr, int at, int count, double... by) {
        double[] result = Arrays.copyOf(rr, rr.length - count + by.length);
        System.arraycopy(by, 0, result, at, by.length);
        System.arraycopy(rr, at + count, result, at + by.length, rr.length - at - count);
        return result;
    }

    private record Recipe(
            int n,
            double base,
            double lowAmplitude,
            double lowHertz,
            double highAmplitude,
            double highHertz,
            double sigma,
            int seed) {

        double[] millis() {
            return millis(1, 0, 1);
        }

        double[] millis(double quantum, double trend, double trendSeconds) {
            double[] rr = new double[n];
            long state = seed;
            double seconds = 0;
            for (int i = 0; i < n; i++) {
                double noise = -6;
                for (int k = 0; k < 12; k++) {
                    state = 16807 * state % Integer.MAX_VALUE;
                    noise += state / (double) Integer.MAX_VALUE;
                }
                double v = base
                        + trend * Math.sin(2 * Math.PI * seconds / trendSeconds)
                        + lowAmplitude * Math.sin(2 * Math.PI * lowHertz * seconds)
                        + highAmplitude * Math.sin(2 * Math.PI * highHertz * seconds)
                        + sigma * noise;
                rr[i] = Math.floor(v / quantum + 0.5) * quantum;
                seconds += rr[i] / 1000;
            }
            return rr;
        }
    }
}
