package org.lacrima.core.beats;

import java.util.Arrays;
import java.util.Locale;

/**
 * The class of every beat of a series, with the tested statistic and the threshold that it was held against. Entry
 * {@code i} speaks of interval {@code i} and of the beat that ends it. Immutable.
 */
public final class BeatClassification {
    private final BeatClass[] classes;
    private final double[] statisticMillis;
    private final double[] thresholdMillis;

    private BeatClassification(BeatClass[] classes, double[] statisticMillis, double[] thresholdMillis) {
        this.classes = classes;
        this.statisticMillis = statisticMillis;
        this.thresholdMillis = thresholdMillis;
    }

    /** Takes ownership of the arrays. */
    static BeatClassification owning(BeatClass[] classes, double[] statisticMillis, double[] thresholdMillis) {
        return new BeatClassification(classes, statisticMillis, thresholdMillis);
    }

    /**
     * A classification made by a person who looked: some beats carry one class, all others are normal. Corrected like
     * any other, it makes manual editing replayable.
     *
     * @param size number of intervals of the series
     * @param beatClass class of the named beats
     * @param indices indices of the intervals that these beats end
     */
    public static BeatClassification marking(int size, BeatClass beatClass, int... indices) {
        BeatClass[] classes = allNormal(size);
        for (int i : indices) {
            if (i < 0 || i >= size) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "no beat %d among %d intervals", i, size));
            }
            classes[i] = beatClass;
        }
        return new BeatClassification(classes, new double[size], new double[size]);
    }

    static BeatClass[] allNormal(int size) {
        BeatClass[] classes = new BeatClass[size];
        Arrays.fill(classes, BeatClass.NORMAL);
        return classes;
    }

    /** Number of classified beats. */
    public int size() {
        return classes.length;
    }

    /** Class of beat {@code i}. */
    public BeatClass classAt(int i) {
        return classes[i];
    }

    /** The deviation of beat {@code i}, in ms, that was tested; 0 where none could be formed. */
    public double statisticMillisAt(int i) {
        return statisticMillis[i];
    }

    /** The size of deviation, in ms, beyond which beat {@code i} was questioned; 0 where nothing was tested. */
    public double thresholdMillisAt(int i) {
        return thresholdMillis[i];
    }

    /** Number of beats that are not normal. */
    public int artifactCount() {
        return classes.length - count(BeatClass.NORMAL);
    }

    /** Number of beats of a class. */
    public int count(BeatClass beatClass) {
        int count = 0;
        for (BeatClass each : classes) {
            if (each == beatClass) {
                count++;
            }
        }
        return count;
    }

    /** Indices of the beats of a class, ascending. */
    public int[] indicesOf(BeatClass beatClass) {
        int[] indices = new int[count(beatClass)];
        int next = 0;
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] == beatClass) {
                indices[next++] = i;
            }
        }
        return indices;
    }

    /** Equal when classes, statistics and thresholds are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof BeatClassification that
                && Arrays.equals(classes, that.classes)
                && Arrays.equals(statisticMillis, that.statisticMillis)
                && Arrays.equals(thresholdMillis, that.thresholdMillis);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(classes);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%d beats", size()));
        for (BeatClass each : BeatClass.values()) {
            int count = count(each);
            if (each.isArtifact() && count > 0) {
                text.append(
                        String.format(Locale.ROOT, ", %d %s", count, each.name().toLowerCase(Locale.ROOT)));
            }
        }
        return text.toString();
    }
}
