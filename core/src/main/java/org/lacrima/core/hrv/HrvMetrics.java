package org.lacrima.core.hrv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The catalogue of HRV metrics: an explicit list, so that what ran is what stands here. */
public final class HrvMetrics {
    private HrvMetrics() {}

    private static final List<HrvMetric> ALL = collect();

    private static List<HrvMetric> collect() {
        List<HrvMetric> all = new ArrayList<>();
        all.addAll(TimeDomain.all());
        all.addAll(FrequencyDomain.all());
        all.addAll(Poincare.all());
        all.addAll(Asymmetry.all());
        all.addAll(Dfa.all());
        all.addAll(Entropy.all());
        all.addAll(MultiscaleEntropy.all());
        all.addAll(Fractal.all());
        all.addAll(Fragmentation.all());
        all.addAll(Recurrence.all());
        all.addAll(Prsa.all());
        return List.copyOf(all);
    }

    /** All metrics, in the order of the catalogue. */
    public static List<HrvMetric> all() {
        return ALL;
    }

    /** The metric of a name, spelled exactly; empty where the catalogue has none. */
    public static Optional<HrvMetric> named(String name) {
        return ALL.stream().filter(m -> m.name().equals(name)).findFirst();
    }
}
