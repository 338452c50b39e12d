package org.lacrima.core.rsa;

import java.util.List;
import java.util.OptionalDouble;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.series.Window;

/**
 * RSA epoch by epoch.
 *
 * @param scores the epochs in order
 * @param shortfall what was found and what is needed, for the case that there is no epoch
 */
public record EpochScores(List<Score> scores, String shortfall) {

    /**
     * One epoch.
     *
     * @param window the epoch
     * @param value its RSA in the metric's unit; empty where it has none
     * @param reason why it has none; empty where it has one
     */
    public record Score(Window window, OptionalDouble value, String reason) {}

    /** Copies. */
    public EpochScores {
        scores = List.copyOf(scores);
    }

    /** The values, epochs without one left out. */
    public double[] values() {
        return scores.stream()
                .filter(s -> s.value().isPresent())
                .mapToDouble(s -> s.value().getAsDouble())
                .toArray();
    }

    /** Number of epochs without a value. */
    public int withoutValue() {
        return scores.size() - values().length;
    }

    /** Mean over the epochs that have a value, as a value of the metric; n counts them. */
    MetricValue mean(Metric<?> metric) {
        double[] values = values();
        if (values.length == 0) {
            return MetricValue.notEstimable(
                    metric.name(),
                    metric.unit(),
                    scores.isEmpty() ? shortfall : scores.get(0).reason());
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return MetricValue.of(metric.name(), sum / values.length, metric.unit(), values.length);
    }
}
