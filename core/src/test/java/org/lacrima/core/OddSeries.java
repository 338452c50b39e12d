package org.lacrima.core;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.lacrima.core.series.BeatLabel;
import org.lacrima.core.series.BeatSeries;

/** Series that no heart makes, and some that short or broken recordings do, each by what is odd about it. */
public final class OddSeries {
    private static final int BEATS = 300;

    private OddSeries() {}

    /** All of them, in order. */
    public static Map<String, BeatSeries> all() {
        Map<String, BeatSeries> series = new LinkedHashMap<>();
        series.put("empty", BeatSeries.ofMillis());
        series.put("one beat", BeatSeries.ofBeatTimes(3));
        series.put("two beats", BeatSeries.ofBeatTimes(3, 3.8));
        series.put("two intervals", BeatSeries.ofMillis(800, 810));
        series.put("three intervals", BeatSeries.ofMillis(800, 810, 790));
        series.put("twenty intervals", BeatSeries.ofMillis(random(20)));
        series.put("a minute", BeatSeries.ofMillis(random(70)));
        series.put("constant", BeatSeries.ofMillis(constant(800)));
        series.put("constant and a gap at every beat", gapEvery(1, 5, Arrays.copyOf(constant(800), 60)));
        series.put("constant but for one", BeatSeries.ofMillis(with(constant(800), 150, 801)));
        series.put("alternating", BeatSeries.ofMillis(alternating()));
        series.put("a gap at every beat", gapEvery(1, 5, random(60)));
        series.put("a short gap at every beat", gapEvery(1, 0.5, random(BEATS)));
        series.put("a gap at every second beat", gapEvery(2, 5, random(120)));
        series.put("a gap at every tenth beat", gapEvery(10, 2, random(BEATS)));
        series.put("a gap of five minutes", gapEvery(50, 300, random(100)));
        series.put("gaps of no length", gapEvery(3, 0, random(BEATS)));
        series.put("2 ms and 10 s among others", BeatSeries.ofMillis(with(with(random(BEATS), 100, 2), 200, 10_000)));
        series.put("2 ms, 10 s, 2 ms", BeatSeries.ofMillis(2, 10_000, 2));
        series.put("nothing but 2 ms", BeatSeries.ofMillis(constant(2)));
        series.put("nothing but 10 s", BeatSeries.ofMillis(Arrays.copyOf(constant(10_000), 40)));
        series.put("2 ms and 10 s in turn", BeatSeries.ofMillis(absurd()));
        series.put("intervals of two minutes", BeatSeries.ofMillis(120e3, 121e3, 119e3, 120e3));
        series.put("beats closer than their intervals", overlapping());
        series.put("before time zero", later(-1e6));
        series.put("seconds since 1970", later(1.7e9));
        series.put(
                "a view of a longer series", BeatSeries.ofMillis(random(BEATS)).subSeries(100, 104));
        return series;
    }

    private static double[] random(int n) {
        Random random = new Random(n);
        double[] rr = new double[n];
        Arrays.setAll(rr, i -> Math.rint(850 + 40 * Math.sin(i * 0.3) + 20 * random.nextGaussian()));
        return rr;
    }

    private static double[] constant(double millis) {
        double[] rr = new double[BEATS];
        Arrays.fill(rr, millis);
        return rr;
    }

    private static double[] alternating() {
        double[] rr = new double[BEATS];
        Arrays.setAll(rr, i -> i % 2 == 0 ? 700 : 900);
        return rr;
    }

    private static double[] absurd() {
        double[] rr = new double[60];
        Arrays.setAll(rr, i -> i % 3 == 0 ? 2 : 10_000);
        return rr;
    }

    private static double[] with(double[] rr, int index, double millis) {
        rr[index] = millis;
        return rr;
    }

    /** Before every so-manieth interval, a gap of some seconds. */
    private static BeatSeries gapEvery(int beats, double seconds, double[] rr) {
        double[] ends = BeatSeries.ofMillis(rr).toEndSeconds();
        boolean[] contiguous = new boolean[rr.length];
        for (int i = 0; i < rr.length; i++) {
            ends[i] += seconds * (i / beats);
            contiguous[i] = i % beats != 0;
        }
        return BeatSeries.of(ends, rr, contiguous, normal(rr.length));
    }

    /** A beat every 0.1 s, each said to end an interval of 0.8 s. */
    private static BeatSeries overlapping() {
        double[] ends = new double[BEATS];
        Arrays.setAll(ends, i -> i / 10.0);
        return BeatSeries.ofIntervalsAt(ends, constant(800));
    }

    private static BeatSeries later(double seconds) {
        BeatSeries beats = BeatSeries.ofMillis(random(BEATS));
        double[] ends = beats.toEndSeconds();
        Arrays.setAll(ends, i -> ends[i] + seconds);
        return BeatSeries.of(ends, beats.toMillis(), beats.toContiguous(), beats.toLabels());
    }

    private static BeatLabel[] normal(int n) {
        BeatLabel[] labels = new BeatLabel[n];
        Arrays.fill(labels, BeatLabel.NORMAL);
        return labels;
    }
}
