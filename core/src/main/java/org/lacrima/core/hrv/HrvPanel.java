package org.lacrima.core.hrv;

import java.util.ArrayList;
import java.util.List;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.series.BeatSeries;

/**
 * Several metrics of one series at once, sharing what they have in common: one sort, one array of differences, one
 * spectrum. Gives the bit-equal values of the metrics taken one by one. Immutable and thread-safe.
 */
public final class HrvPanel {
    private final List<HrvMetric> metrics;
    private final HrvOptions options;

    private HrvPanel(List<HrvMetric> metrics, HrvOptions options) {
        this.metrics = metrics;
        this.options = options;
    }

    /** The whole catalogue under the default options. */
    public static HrvPanel withDefaults() {
        return new HrvPanel(HrvMetrics.all(), HrvOptions.withDefaults());
    }

    /** These metrics, in this order. */
    public HrvPanel with(List<HrvMetric> chosen) {
        return new HrvPanel(List.copyOf(chosen), options);
    }

    /** The same metrics under other options. */
    public HrvPanel with(HrvOptions other) {
        return new HrvPanel(metrics, other);
    }

    /** One value or reason per metric, in their order. */
    public List<MetricValue> of(BeatSeries beats) {
        Workings workings = new Workings(beats, options);
        List<MetricValue> values = new ArrayList<>(metrics.size());
        for (HrvMetric metric : metrics) {
            values.add(metric.of(workings));
        }
        return List.copyOf(values);
    }
}
