package org.lacrima.core.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.MetricValue.Estimate;
import org.lacrima.core.metric.Unit;

/**
 * The change of one metric between the phases of a session: baseline {@code B}, task {@code T}, recovery {@code R}, all
 * measured by the same estimator over comparable lengths.
 *
 * <p>A change needs every phase it is made of. Where one is not estimable the change is not either, and its reason names
 * the phase and repeats what was wrong with it. The names of the results are those of the last phase's value with the
 * kind of change behind it, such as {@code RMSSD reactivity}; n is the smallest n of the phases involved.
 *
 * <p>Levels at rest, under demand and afterwards: Laborde, Mosley &amp; Mertgen 2018, doi:10.3389/fnins.2018.00458.
 */
public final class PhaseChange {
    private PhaseChange() {}

    /**
     * Response to the task, {@code T − B}, in the unit of the metric.
     *
     * @throws IllegalArgumentException if the phases' units differ
     */
    public static MetricValue reactivity(MetricValue baseline, MetricValue task) {
        return difference("reactivity", new Level("task", task), new Level("baseline", baseline));
    }

    /**
     * Change from the task to the recovery phase, {@code R − T}, in the unit of the metric.
     *
     * @throws IllegalArgumentException if the phases' units differ
     */
    public static MetricValue recovery(MetricValue task, MetricValue recovery) {
        return difference("recovery", new Level("recovery", recovery), new Level("task", task));
    }

    /**
     * What is left of the response, {@code R − B}, in the unit of the metric.
     *
     * @throws IllegalArgumentException if the phases' units differ
     */
    public static MetricValue residualActivation(MetricValue baseline, MetricValue recovery) {
        return difference("residual activation", new Level("recovery", recovery), new Level("baseline", baseline));
    }

    /**
     * The share of the response that is undone, {@code 100 · (T − R) ⁄ (T − B)}, in percent: 0 where nothing came back,
     * 100 where the baseline is reached, more where it is passed.
     *
     * <p>A ratio over a small response is noise, and an average over such ratios is worse; so there is no value where
     * {@code |T − B|} is zero or below the stated share of {@code |B|}. For a logarithm that share depends on the unit
     * under the logarithm.
     *
     * @param minimumReactivityPercent least response, in percent of the baseline's magnitude; not negative
     * @throws IllegalArgumentException if the phases' units differ, or the share is negative or not finite
     */
    public static MetricValue percentRecovery(
            MetricValue baseline, MetricValue task, MetricValue recovery, double minimumReactivityPercent) {
        if (!(minimumReactivityPercent >= 0) || Double.isInfinite(minimumReactivityPercent)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "minimumReactivityPercent must be finite and not negative, got %s %%",
                    minimumReactivityPercent));
        }
        Levels levels =
                Levels.of(new Level("baseline", baseline), new Level("task", task), new Level("recovery", recovery));
        String name = recovery.name() + " percent recovery";
        if (!levels.missing().isEmpty()) {
            return MetricValue.notEstimable(name, Unit.PERCENT, levels.missing());
        }
        double b = baseline.orNaN();
        double t = task.orNaN();
        double r = recovery.orNaN();
        double response = t - b;
        if (response == 0) {
            return MetricValue.notEstimable(name, Unit.PERCENT, "task equals baseline: no response to recover from");
        }
        if (Math.abs(response) < minimumReactivityPercent / 100 * Math.abs(b)) {
            return MetricValue.notEstimable(
                    name,
                    Unit.PERCENT,
                    String.format(
                            Locale.ROOT,
                            "the response of %.4g %s is %.2f %% of the baseline, %.2f %% needed",
                            response,
                            baseline.unit(),
                            100 * Math.abs(response / b),
                            minimumReactivityPercent));
        }
        return MetricValue.of(name, 100 * (t - r) / response, Unit.PERCENT, levels.n());
    }

    /**
     * Vagal flexibility as the spread of a person's responses over several demands: the SD (n − 1) of their reactivities
     * {@code Tᵢ − B}, in the unit of the metric. With one baseline for all it is the SD of the levels themselves; it says
     * how differently a person responds, not how strongly. Spangler et al. 2020, doi:10.3389/fpsyg.2020.02093.
     *
     * <p>The other meaning of the word, high level at rest together with a large decrease under demand (Muhtadie et al.
     * 2015, doi:10.1037/pspp0000016), is an interaction of {@code B} and {@code T − B} between persons: a term of a model,
     * no number of one person.
     *
     * @param baseline level at rest
     * @param tasks level under each demand; two are needed
     */
    public static MetricValue flexibility(MetricValue baseline, List<MetricValue> tasks) {
        String name = baseline.name() + " flexibility";
        List<String> missing = new ArrayList<>();
        double[] reactivities = new double[tasks.size()];
        for (int i = 0; i < reactivities.length; i++) {
            MetricValue reactivity = reactivity(baseline, tasks.get(i));
            reactivities[i] = reactivity.orNaN();
            if (!reactivity.isEstimable()) {
                missing.add(reactivity.reason());
            }
        }
        if (!missing.isEmpty() || reactivities.length < 2) {
            return MetricValue.notEstimable(
                    name,
                    baseline.unit(),
                    missing.isEmpty() ? reactivities.length + " of 2 demands needed" : String.join("; ", missing));
        }
        return MetricValue.of(
                name, new StandardDeviation().evaluate(reactivities), baseline.unit(), reactivities.length);
    }

    private static MetricValue difference(String kind, Level later, Level earlier) {
        Levels levels = Levels.of(earlier, later);
        String name = later.value().name() + " " + kind;
        return levels.missing().isEmpty()
                ? MetricValue.of(
                        name,
                        later.value().orNaN() - earlier.value().orNaN(),
                        later.value().unit(),
                        levels.n())
                : MetricValue.notEstimable(name, later.value().unit(), levels.missing());
    }

    private record Level(String phase, MetricValue value) {}

    private record Levels(int n, String missing) {
        static Levels of(Level... levels) {
            int n = Integer.MAX_VALUE;
            List<String> missing = new ArrayList<>();
            for (Level level : levels) {
                MetricValue value = level.value();
                if (!value.unit().equals(levels[0].value().unit())) {
                    throw new IllegalArgumentException(String.format(
                            "%s is in %s but %s in %s: a change needs one unit",
                            levels[0].phase(), levels[0].value().unit(), level.phase(), value.unit()));
                }
                if (value instanceof Estimate estimate) {
                    n = Math.min(n, estimate.n());
                } else {
                    missing.add(level.phase() + ": " + value.reason());
                }
            }
            return new Levels(n, String.join("; ", missing));
        }
    }
}
