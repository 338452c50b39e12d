package org.lacrima.core.hrv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lacrima.core.MadeSeries;
import org.lacrima.core.hrv.SpectrumOptions.BandRule;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.series.BeatSeries;
import org.lacrima.core.spectrum.Band;
import org.lacrima.core.spectrum.SegmentLength;

/**
 * What a change of the intervals that has a name does to each metric. What the definitions promise stands in
 * {@code properties.csv}, in these words:
 *
 * <ul>
 *   <li>{@code invariant}: the value stays; {@code invariant by bins}: it does if the shift is a whole number of bins
 *   <li>{@code adds}: what is added to the intervals is added to the value
 *   <li>a number d: the value is multiplied by c<sup>d</sup>; {@code ln d}, {@code log10 d}: the logarithm of that is added
 *   <li>{@code complements}: the value becomes 100 minus itself; {@code swaps with X}: it becomes the value of X
 *   <li>{@code doubles}: it is twice the value, and one more where the seam counts
 *   <li>{@code near t …}: as the rest says (invariant, if nothing), up to a share of t, since ends, seam or windows differ
 *   <li>{@code changes}: nothing is promised (for some metrics {@link ExactPropertyTest} promises more of series that are
 *       cut to measure), and on one series at least the value is another; {@code open}: nothing is
 *       promised of a value on a grid, which may well stay
 *   <li>{@code … at kept times}: intervals make their own clock, so that longer ones also move the beats; the promise holds
 *       while every beat stays at its time
 *   <li>{@code … about the mean at kept times}: it holds while the mean stays as well, and only the deviations are
 *       multiplied: the intervals are also the time that they cover
 * </ul>
 */
class MetricPropertyTest {
    /** What rounding may do to a value that stays. */
    private static final double ROUNDING = 1e-8;

    /** A whole number of bins of 7.8125 ms, of 50 ms, and of the quanta of all series. */
    private static final double WHOLE_BINS = 250;

    private static final String KEPT_TIMES = " at kept times";

    private static final String ABOUT_MEAN = " about the mean at kept times";

    /** Bands as ever, but slow power from whatever there is: 18 h of it are not needed for how it behaves. */
    private static final HrvOptions OPTIONS = HrvOptions.withDefaults()
            .with(SpectrumOptions.withDefaults().withUlf(new BandRule(Band.ULF, SegmentLength.whole(), 300)));

    private static final HrvPanel PANEL = HrvPanel.withDefaults().with(OPTIONS);

    private static final List<Promise> PROMISES = read();

    private static final Map<String, double[]> SERIES = series();

    /** Values of all metrics by change and series. */
    private static final Map<String, Map<String, Map<String, MetricValue>>> VALUES = new LinkedHashMap<>();

    /** One line of the file. */
    private record Promise(
            String metric, String shift, String scale, String reversal, String permutation, String duplication) {
        @Override
        public String toString() {
            return metric;
        }
    }

    static List<Promise> promises() {
        return PROMISES;
    }

    @BeforeAll
    static void changeEverySeries() {
        values("none", BeatSeries::ofMillis);
        for (double shift : new double[] {37, WHOLE_BINS}) {
            values("shift " + shift, x -> BeatSeries.ofMillis(SeededSeries.plus(x, shift)));
            values("shift " + shift + KEPT_TIMES, x -> atTimesOf(x, SeededSeries.plus(x, shift)));
        }
        for (double factor : new double[] {0.5, 3}) {
            values("scale " + factor, x -> BeatSeries.ofMillis(SeededSeries.times(x, factor)));
            values("scale " + factor + ABOUT_MEAN, x -> atTimesOf(x, aboutMean(x, factor)));
        }
        values("reversal", x -> BeatSeries.ofMillis(SeededSeries.reversed(x)));
        values("permutation", x -> BeatSeries.ofMillis(shuffled(x)));
        values("duplication", x -> BeatSeries.ofMillis(twice(x)));
    }

    @Test
    void everyMetricOfTheCatalogueHasItsLine() {
        assertThat(PROMISES.stream().map(Promise::metric))
                .containsExactlyInAnyOrderElementsOf(
                        HrvMetrics.all().stream().map(HrvMetric::name).toList());
    }

    @ParameterizedTest
    @MethodSource("promises")
    void addingTheSameToEveryInterval(Promise promise) {
        String word = promise.shift();
        if (word.equals("invariant by bins")) {
            holds(promise.metric(), "invariant", "shift " + WHOLE_BINS, WHOLE_BINS);
            holds(promise.metric(), "changes", "shift 37.0", 37);
        } else {
            holds(promise.metric(), word, "shift 37.0", 37);
            holds(promise.metric(), word, "shift " + WHOLE_BINS, WHOLE_BINS);
        }
    }

    @ParameterizedTest
    @MethodSource("promises")
    void multiplyingEveryInterval(Promise promise) {
        holds(promise.metric(), promise.scale(), "scale 0.5", 0.5);
        holds(promise.metric(), promise.scale(), "scale 3.0", 3);
    }

    @ParameterizedTest
    @MethodSource("promises")
    void runningBackwards(Promise promise) {
        holds(promise.metric(), promise.reversal(), "reversal", 0);
    }

    @ParameterizedTest
    @MethodSource("promises")
    void shuffling(Promise promise) {
        holds(promise.metric(), promise.permutation(), "permutation", 0);
    }

    @ParameterizedTest
    @MethodSource("promises")
    void appendingTheSeriesToItself(Promise promise) {
        holds(promise.metric(), promise.duplication(), "duplication", 0);
    }

    /** Checks one promise on every series on which the metric has a value before and after. */
    private static void holds(String metric, String promise, String change, double by) {
        String word = promise;
        String changed = change;
        for (String condition : List.of(ABOUT_MEAN, KEPT_TIMES)) {
            if (word.endsWith(condition)) {
                word = word.substring(0, word.length() - condition.length());
                changed = change + condition;
            }
        }
        double tolerance = ROUNDING;
        if (word.startsWith("near ")) {
            String[] parts = word.substring("near ".length()).split(" ", 2);
            tolerance = Double.parseDouble(parts[0]);
            word = parts.length > 1 ? parts[1] : "invariant";
        }
        int compared = 0;
        int differ = 0;
        for (String name : SERIES.keySet()) {
            Map<String, MetricValue> before = valuesOf("none", name);
            MetricValue after = Objects.requireNonNull(valuesOf(changed, name).get(metric));
            if (!Objects.requireNonNull(before.get(metric)).isEstimable() || !after.isEstimable()) {
                continue;
            }
            compared++;
            double old = orNaN(before, metric);
            if (Math.abs(after.orNaN() - old) > ROUNDING * Math.abs(old)) {
                differ++;
            }
            if (word.equals("doubles")) {
                assertThat(after.orNaN() - 2 * old)
                        .as("%s of %s after %s", metric, name, changed)
                        .isIn(0.0, 1.0);
            } else if (!word.equals("changes") && !word.equals("open")) {
                double expected = expected(word, old, by, before);
                assertThat(Math.abs(after.orNaN() - expected))
                        .as("%s of %s: %s, after %s %s, expected %s", metric, name, old, changed, after, expected)
                        .isLessThanOrEqualTo(tolerance * Math.max(Math.abs(expected), 1e-6));
            }
        }
        assertThat(compared).as("series on which %s has values", metric).isGreaterThanOrEqualTo(2);
        if (word.equals("changes")) {
            assertThat(differ)
                    .as("series on which %s differs after %s", metric, changed)
                    .isPositive();
        }
    }

    private static double expected(String word, double old, double by, Map<String, MetricValue> before) {
        String[] parts = word.split(" ");
        return switch (parts[0]) {
            case "invariant" -> old;
            case "adds" -> old + by;
            case "ln" -> old + Integer.parseInt(parts[1]) * Math.log(by);
            case "log10" -> old + Integer.parseInt(parts[1]) * Math.log10(by);
            case "complements" -> 100 - old;
            case "swaps" -> orNaN(before, parts[2]);
            case "minus" -> -orNaN(before, parts[1]);
            default -> old * Math.pow(by, Integer.parseInt(parts[0]));
        };
    }

    private static double orNaN(Map<String, MetricValue> values, String metric) {
        return Objects.requireNonNull(values.get(metric), metric).orNaN();
    }

    private static Map<String, MetricValue> valuesOf(String change, String series) {
        return Objects.requireNonNull(
                Objects.requireNonNull(VALUES.get(change), change).get(series));
    }

    private static void values(String change, Function<double[], BeatSeries> changed) {
        Map<String, Map<String, MetricValue>> bySeries = new LinkedHashMap<>();
        SERIES.forEach((name, x) -> bySeries.put(
                name,
                PANEL.of(changed.apply(x)).stream()
                        .collect(Collectors.toMap(MetricValue::name, UnaryOperator.identity()))));
        VALUES.put(change, bySeries);
    }

    /** Series made by a formula, drawn at random, and rounded as recorders round. */
    private static Map<String, double[]> series() {
        Map<String, double[]> series = new LinkedHashMap<>();
        for (String name : List.of("made_rest", "made_stress", "made_128hz")) {
            series.put(name, MadeSeries.millis(name));
        }
        series.put("start of made_long", Arrays.copyOf(MadeSeries.millis("made_long"), 1500));
        series.put("random", SeededSeries.normal(451, 850, 35, 11));
        series.put("wandering", wandering(800, 12));
        series.put("wandering, in steps of 4 ms", SeededSeries.rounded(wandering(900, 13), 4));
        return series;
    }

    /** An autoregressive series of the first order, as heart rate wanders. */
    private static double[] wandering(int n, long seed) {
        double[] steps = SeededSeries.normal(n, 0, 18, seed);
        double[] x = new double[n];
        double level = 0;
        for (int i = 0; i < n; i++) {
            level = 0.85 * level + steps[i];
            x[i] = 900 + level;
        }
        return x;
    }

    private static BeatSeries atTimesOf(double[] x, double[] changed) {
        BeatSeries clock = BeatSeries.ofMillis(x);
        return BeatSeries.of(clock.toEndSeconds(), changed, clock.toContiguous(), clock.toLabels());
    }

    private static double[] aboutMean(double[] x, double factor) {
        double mean = Arrays.stream(x).average().orElseThrow();
        return Arrays.stream(x).map(v -> mean + factor * (v - mean)).toArray();
    }

    private static double[] shuffled(double[] x) {
        List<Double> values = Arrays.stream(x).boxed().collect(Collectors.toList());
        Collections.shuffle(values, new Random(17));
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] twice(double[] x) {
        double[] both = Arrays.copyOf(x, 2 * x.length);
        System.arraycopy(x, 0, both, x.length, x.length);
        return both;
    }

    private static List<Promise> read() {
        try (InputStream in = Objects.requireNonNull(MetricPropertyTest.class.getResourceAsStream("properties.csv"));
                Stream<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()) {
            return lines.skip(1)
                    .map(line -> line.split(","))
                    .map(c -> new Promise(c[0], c[1], c[2], c[3], c[4], c[5]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
