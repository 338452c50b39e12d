package org.lacrima.core.rsa;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.lacrima.core.metric.Citation;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;

/**
 * How a person breathed: rate, depth, and the ratio of inhaling to exhaling. To be reported with every RSA value
 * (Grossman &amp; Taylor 2007). Each takes any respiration, measured or derived from the heart.
 */
public final class RespirationMetrics {
    private RespirationMetrics() {}

    /** Breaths per minute of breathing, {@code 60 · breaths ⁄ Σ duration}; pauses are not counted in. */
    public static final Metric<Respiration> RATE = new OfBreaths(
            "RespirationRate",
            Unit.BREATHS_PER_MINUTE,
            "60 · breaths ⁄ Σ duration of the breaths",
            r -> whereBreathed(
                    "RespirationRate",
                    Unit.BREATHS_PER_MINUTE,
                    r.breaths(),
                    breaths -> 60 * breaths.size() / sum(breaths, Breath::durationSeconds)));

    /**
     * Mean depth of the breaths that have one, in the unit of the respiration; that unit, {@link Unit#ONE} for most
     * belts, is the one of the value.
     */
    public static final Metric<Respiration> DEPTH = new OfBreaths(
            "RespirationDepth",
            Unit.ONE,
            "mean rise from the line between the inhale onsets to the exhale onset",
            r -> whereBreathed(
                    "RespirationDepth",
                    r.depthUnit(),
                    r.breaths().stream().filter(b -> b.depth().isPresent()).toList(),
                    breaths -> sum(breaths, b -> b.depth().orElseThrow()) / breaths.size()));

    /** Time inhaling over time exhaling, {@code Σ Tᵢ ⁄ Σ Tₑ}; the pause after an exhalation belongs to it. */
    public static final Metric<Respiration> INSPIRATION_TO_EXPIRATION = new OfBreaths(
            "InspirationToExpiration",
            Unit.ONE,
            "Σ inspiration ⁄ Σ expiration",
            r -> whereBreathed(
                    "InspirationToExpiration",
                    Unit.ONE,
                    r.breaths(),
                    breaths -> sum(breaths, Breath::inspirationSeconds) / sum(breaths, Breath::expirationSeconds)));

    /** All of them. */
    public static List<Metric<Respiration>> all() {
        return List.of(RATE, DEPTH, INSPIRATION_TO_EXPIRATION);
    }

    /**
     * A warning where breathing left the band from which RSA is read; empty where it did not.
     *
     * @param lowHertz lower edge of the band, inclusive
     * @param highHertz upper edge of the band, inclusive
     */
    public static String warningOutside(Respiration respiration, double lowHertz, double highHertz) {
        List<Breath> breaths = respiration.breaths();
        long slow = breaths.stream().filter(b -> b.hertz() < lowHertz).count();
        long fast = breaths.stream().filter(b -> b.hertz() > highHertz).count();
        if (slow + fast == 0) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "%d of %d breaths (%.0f %%) lie outside %s–%s Hz (%d slower, %d faster): RSA of this band misses them",
                slow + fast,
                breaths.size(),
                100.0 * (slow + fast) / breaths.size(),
                lowHertz,
                highHertz,
                slow,
                fast);
    }

    private static MetricValue whereBreathed(
            String name, Unit unit, List<Breath> breaths, ToDoubleFunction<List<Breath>> value) {
        return breaths.isEmpty()
                ? MetricValue.notEstimable(name, unit, "0 breaths with what it is made of, 1 needed")
                : MetricValue.of(name, value.applyAsDouble(breaths), unit, breaths.size());
    }

    private static double sum(List<Breath> breaths, ToDoubleFunction<Breath> of) {
        return breaths.stream().mapToDouble(of).sum();
    }

    private record OfBreaths(String name, Unit unit, String definition, Function<Respiration, MetricValue> kernel)
            implements Metric<Respiration> {
        @Override
        public String minimumData() {
            return "1 breath";
        }

        @Override
        public String gapRule() {
            return "times without a breath are left out";
        }

        @Override
        public Citation source() {
            return new Citation("Grossman & Taylor", 2007, "10.1016/j.biopsycho.2005.11.014");
        }

        @Override
        public MetricValue of(Respiration respiration) {
            return kernel.apply(respiration);
        }
    }
}
