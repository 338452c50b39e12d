package org.lacrima.core.rsa;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.lacrima.core.hrv.HrvMetric;
import org.lacrima.core.hrv.HrvMetrics;
import org.lacrima.core.hrv.HrvOptions;
import org.lacrima.core.hrv.HrvPanel;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.series.BeatSeries;

/**
 * Metrics of a person's heart and breath by their names: HRV, RSA and respiration. Those that need breaths are not
 * estimable where none are known, and say why. Immutable and thread-safe.
 */
public final class HeartPanel {

    /** What a metric is computed from. */
    public enum Needs {
        /** Beats alone. */
        BEATS,
        /** Breaths alone. */
        BREATHS,
        /** Both on one clock. */
        BEATS_AND_BREATHS
    }

    private record Entry(Metric<?> metric, Needs needs, BiFunction<BeatSeries, RecordedBreathing, MetricValue> value) {}

    private static final Map<String, Entry> CATALOGUE = catalogue();

    private final List<Entry> entries;
    private final HrvPanel hrv;

    private HeartPanel(List<Entry> entries, HrvPanel hrv) {
        this.entries = entries;
        this.hrv = hrv;
    }

    private static Map<String, Entry> catalogue() {
        Stream<Entry> hrv =
                HrvMetrics.all().stream().map(m -> new Entry(m, Needs.BEATS, (beats, breaths) -> m.of(beats)));
        Stream<Entry> rsa =
                RsaMetrics.ofBeats().stream().map(m -> new Entry(m, Needs.BEATS, (beats, breaths) -> m.of(beats)));
        Stream<Entry> both = RsaMetrics.ofHeartAndBreath().stream()
                .map(m -> new Entry(m, Needs.BEATS_AND_BREATHS, (beats, breaths) -> ofBoth(m, beats, breaths)));
        Stream<Entry> breath = RespirationMetrics.all().stream()
                .map(m -> new Entry(m, Needs.BREATHS, (beats, breaths) -> ofBreaths(m, breaths)));
        Map<String, Entry> catalogue = new LinkedHashMap<>();
        Stream.of(hrv, rsa, both, breath)
                .flatMap(s -> s)
                .forEach(e -> catalogue.put(e.metric().name(), e));
        return catalogue;
    }

    private static MetricValue ofBoth(Metric<HeartAndBreath> metric, BeatSeries beats, RecordedBreathing breathing) {
        return breathing
                .respiration()
                .map(r -> metric.of(HeartAndBreath.of(beats, r)))
                .orElseGet(() -> MetricValue.notEstimable(metric.name(), metric.unit(), breathing.reason()));
    }

    private static MetricValue ofBreaths(Metric<Respiration> metric, RecordedBreathing breathing) {
        return breathing
                .respiration()
                .map(metric::of)
                .orElseGet(() -> MetricValue.notEstimable(metric.name(), metric.unit(), breathing.reason()));
    }

    /** The whole catalogue under the default options. */
    public static HeartPanel withDefaults() {
        return of(List.copyOf(CATALOGUE.values()));
    }

    private static HeartPanel of(List<Entry> entries) {
        List<HrvMetric> ofHrv = entries.stream()
                .map(Entry::metric)
                .filter(HrvMetric.class::isInstance)
                .map(HrvMetric.class::cast)
                .toList();
        return new HeartPanel(entries, HrvPanel.withDefaults().with(ofHrv));
    }

    /** Names of the whole catalogue, in its order. */
    public static List<String> names() {
        return List.copyOf(CATALOGUE.keySet());
    }

    /**
     * These metrics of the catalogue, in this order.
     *
     * @throws IllegalArgumentException if the catalogue has no metric of a name
     */
    public static HeartPanel named(List<String> names) {
        List<Entry> chosen = new ArrayList<>();
        for (String name : names) {
            Entry entry = CATALOGUE.get(name);
            if (entry == null) {
                throw new IllegalArgumentException("no metric \"" + name + "\", known are " + names());
            }
            chosen.add(entry);
        }
        return of(chosen);
    }

    /** Those metrics that need beats alone. */
    public HeartPanel ofBeatsAlone() {
        return new HeartPanel(
                entries.stream().filter(e -> e.needs() == Needs.BEATS).toList(), hrv);
    }

    /** The same metrics under other options; RSA and respiration have none. */
    public HeartPanel with(HrvOptions options) {
        return new HeartPanel(entries, hrv.with(options));
    }

    /** The metrics, in order. */
    public List<Metric<?>> metrics() {
        List<Metric<?>> metrics = new ArrayList<>();
        entries.forEach(e -> metrics.add(e.metric()));
        return List.copyOf(metrics);
    }

    /** What a metric of the catalogue is computed from. */
    public static Needs needsOf(Metric<?> metric) {
        Entry entry = CATALOGUE.get(metric.name());
        if (entry == null) {
            throw new IllegalArgumentException("no metric \"" + metric.name() + "\" in the catalogue");
        }
        return entry.needs();
    }

    /** One value or reason per metric, in their order. */
    public List<MetricValue> of(BeatSeries beats, RecordedBreathing breathing) {
        Map<String, MetricValue> ofHrv = new LinkedHashMap<>();
        hrv.of(beats).forEach(v -> ofHrv.put(v.name(), v));
        return entries.stream()
                .map(e -> {
                    MetricValue known = ofHrv.get(e.metric().name());
                    return known == null ? e.value().apply(beats, breathing) : known;
                })
                .toList();
    }

    /** One value or reason per metric where beats cannot be used: breathing is measured all the same. */
    public List<MetricValue> withoutBeats(String reason, RecordedBreathing breathing) {
        return entries.stream()
                .map(e -> e.needs() == Needs.BREATHS
                        ? e.value().apply(BeatSeries.ofMillis(), breathing)
                        : MetricValue.notEstimable(e.metric().name(), e.metric().unit(), reason))
                .toList();
    }
}
