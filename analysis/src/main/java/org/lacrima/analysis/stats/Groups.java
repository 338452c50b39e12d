package org.lacrima.analysis.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Samples of several independent groups, by name and in order. Immutable. */
public final class Groups {

    private final Map<String, Sample> samples;

    private Groups(Map<String, Sample> samples) {
        this.samples = samples;
    }

    /**
     * Groups of values, in the order of the map.
     *
     * @throws IllegalArgumentException if a value is not finite, or there are fewer than two groups
     */
    public static Groups of(Map<String, double[]> values) {
        if (values.size() < 2) {
            throw new IllegalArgumentException("several groups are needed, got " + values.keySet());
        }
        Map<String, Sample> samples = new LinkedHashMap<>();
        values.forEach((name, group) -> samples.put(name, Sample.of(group)));
        return new Groups(samples);
    }

    /** Names of the groups, in order. */
    public List<String> names() {
        return List.copyOf(samples.keySet());
    }

    /** The samples, in the order of the names. */
    public List<Sample> samples() {
        return List.copyOf(samples.values());
    }

    /** Number of groups. */
    public int count() {
        return samples.size();
    }

    /** Number of values in all groups together. */
    public int size() {
        return samples.values().stream().mapToInt(Sample::size).sum();
    }

    /** What a test of means with this many values per group lacks; empty where it lacks nothing. */
    Optional<String> lack(int least) {
        List<String> small = new ArrayList<>();
        samples.forEach((name, sample) -> {
            if (sample.size() < least) {
                small.add(name + " has " + sample.size());
            }
        });
        return small.isEmpty()
                ? Optional.empty()
                : Optional.of("at least " + least + " values per group are needed, " + String.join(", ", small));
    }

    /** All values, group after group. */
    double[] pooled() {
        return samples.values().stream()
                .flatMapToDouble(s -> Arrays.stream(s.toArray()))
                .toArray();
    }

    double withinSquares() {
        double sum = 0;
        for (Sample sample : samples.values()) {
            sum += sample.size() > 1 ? (sample.size() - 1) * sample.variance() : 0;
        }
        return sum;
    }

    double betweenSquares() {
        double grand = Sample.mean(pooled());
        double sum = 0;
        for (Sample sample : samples.values()) {
            sum += sample.size() * (sample.mean() - grand) * (sample.mean() - grand);
        }
        return sum;
    }
}
