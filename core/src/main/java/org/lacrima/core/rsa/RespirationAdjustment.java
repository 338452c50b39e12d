package org.lacrima.core.rsa;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.lacrima.core.metric.Metric;
import org.lacrima.core.metric.MetricValue;
import org.lacrima.core.metric.Unit;
import org.lacrima.core.series.Window;
import org.lacrima.core.study.Phase;

/**
 * RSA of one person at equal breathing: what is left of a difference between phases once the person's own dependence of
 * RSA on respiration rate, and on depth if asked, has been taken out.
 *
 * <p>{@code adjustedᵢ = RSAᵢ − b · (rateᵢ − mean rate) [− c · (depthᵢ − mean depth)]}, b and c by least squares over the
 * person's epochs: the residual of RSA on breathing, plus the person's mean. With {@link Slope#ALL_EPOCHS} a change of
 * breathing that comes together with a change of RSA is wholly credited to breathing: the cautious choice.
 * {@link Slope#WITHIN_PHASES} takes the slope from variation inside phases only, and is the choice where phases differ in
 * breathing by design; it needs breathing to vary within them.
 *
 * <p>Sources: Grossman &amp; Taylor 2007, doi:10.1016/j.biopsycho.2005.11.014; on the need for respiratory
 * control, Grossman, Karemaker &amp; Wieling 1991, Psychophysiology 28:201. Epochs are taken as independent; intervals are
 * those of Welch's t, with one degree of freedom less per slope for adjusted values, and with the uncertainty of the
 * slope itself where it is learnt within phases. Immutable.
 */
public final class RespirationAdjustment {

    /** What RSA is adjusted for. */
    public enum Covariates {
        /** Respiration rate. */
        RATE,
        /** Respiration rate and depth. */
        RATE_AND_DEPTH
    }

    /** From what the dependence on breathing is learnt. */
    public enum Slope {
        /** All epochs of the person together. */
        ALL_EPOCHS,
        /** Deviations of epochs from the mean of their phase. */
        WITHIN_PHASES
    }

    /** Whether the adjustment matters. */
    public enum Verdict {
        /** Raw and adjusted difference lead to the same conclusion. */
        HOLDS,
        /** One excludes zero and the other does not, or they exclude it on different sides. */
        CHANGES,
        /** It cannot be told. */
        UNKNOWN
    }

    /**
     * RSA and breathing in one epoch.
     *
     * @param phase phase to which the epoch belongs
     * @param rsa RSA, on a logarithmic scale as a rule
     * @param breathsPerMinute respiration rate
     * @param depth respiration depth; empty where not measured
     */
    public record Epoch(String phase, double rsa, double breathsPerMinute, OptionalDouble depth) {
        /** Checks that all numbers are finite and the rate positive. */
        public Epoch {
            if (!Double.isFinite(rsa)
                    || !(breathsPerMinute > 0)
                    || Double.isInfinite(breathsPerMinute)
                    || !Double.isFinite(depth.orElse(0))) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "an epoch of %s needs finite RSA and depth and a positive rate, got %s, %s, %s breaths/min",
                        phase,
                        rsa,
                        depth,
                        breathsPerMinute));
            }
        }
    }

    /**
     * The difference between two phases, raw and adjusted.
     *
     * @param raw difference of the means, with its standard error
     * @param adjusted difference of the adjusted means, with its standard error, or why there is none
     * @param verdict whether the conclusion changes
     * @param sentence the same in one sentence, with 95 % intervals
     */
    public record Comparison(MetricValue raw, MetricValue adjusted, Verdict verdict, String sentence) {}

    private static final RespirationAdjustment DEFAULTS =
            new RespirationAdjustment(Covariates.RATE, Slope.ALL_EPOCHS, Unit.LN_MS2);

    private final Covariates covariates;
    private final Slope slope;
    private final Unit unit;

    private RespirationAdjustment(Covariates covariates, Slope slope, Unit unit) {
        this.covariates = covariates;
        this.slope = slope;
        this.unit = unit;
    }

    /** For rate, its slope from all epochs, RSA in ln ms². */
    public static RespirationAdjustment withDefaults() {
        return DEFAULTS;
    }

    /** The same for other covariates. */
    public RespirationAdjustment with(Covariates other) {
        return new RespirationAdjustment(other, slope, unit);
    }

    /** The same with the slope from elsewhere. */
    public RespirationAdjustment with(Slope other) {
        return new RespirationAdjustment(covariates, other, unit);
    }

    /** The same for RSA in another unit. */
    public RespirationAdjustment with(Unit other) {
        return new RespirationAdjustment(covariates, slope, other);
    }

    /**
     * Cuts phases into epochs and scores each. An epoch without RSA or without a whole breath is left out; what is left
     * of a phase at its end is not used.
     *
     * @param pair beats and breaths
     * @param rsa what is scored
     * @param phases phases, by whose names epochs are grouped
     * @param length length of an epoch, positive
     */
    public static List<Epoch> epochs(
            HeartAndBreath pair, Metric<HeartAndBreath> rsa, List<Phase> phases, Duration length) {
        return epochs(pair, rsa, phases, length, BreathingMask.of(List.of()));
    }

    /** The same with nothing scored under a mask: neither RSA, nor the rate and depth of breaths that it touches. */
    public static List<Epoch> epochs(
            HeartAndBreath pair, Metric<HeartAndBreath> rsa, List<Phase> phases, Duration length, BreathingMask mask) {
        HeartAndBreath scored = pair.under(mask);
        double seconds = length.toNanos() / 1e9;
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("an epoch must last, got " + length);
        }
        List<Epoch> epochs = new ArrayList<>();
        for (Phase phase : phases) {
            double start = phase.window().startSeconds();
            for (int e = 0; start + (e + 1) * seconds <= phase.window().endSeconds() + 1e-9; e++) {
                HeartAndBreath part = scored.during(new Window(start + e * seconds, start + (e + 1) * seconds));
                Respiration breathing = mask.removeFrom(part.respiration());
                MetricValue value = rsa.of(part);
                MetricValue rate = RespirationMetrics.RATE.of(breathing);
                MetricValue depth = RespirationMetrics.DEPTH.of(breathing);
                if (value.isEstimable() && rate.isEstimable()) {
                    epochs.add(new Epoch(
                            phase.name(),
                            value.orNaN(),
                            rate.orNaN(),
                            depth.isEstimable() ? OptionalDouble.of(depth.orNaN()) : OptionalDouble.empty()));
                }
            }
        }
        return List.copyOf(epochs);
    }

    /** The adjusted RSA of every epoch in order, or for every one the reason why the person's slope is not estimable. */
    public List<MetricValue> adjusted(List<Epoch> epochs) {
        BreathingSlope fit = fitted(epochs);
        List<MetricValue> values = new ArrayList<>();
        for (int i = 0; i < epochs.size(); i++) {
            values.add(
                    fit.reason().isEmpty()
                            ? MetricValue.of("RSAadjusted", fit.values().get(i), unit, epochs.size())
                            : MetricValue.notEstimable("RSAadjusted", unit, fit.reason()));
        }
        return values;
    }

    /**
     * The difference {@code to − from} of two phases, raw and at equal breathing.
     *
     * @param epochs all epochs of the person; phases other than the two help to learn the slope
     * @param from phase that is subtracted
     * @param to phase from which it is
     */
    public Comparison compare(List<Epoch> epochs, String from, String to) {
        int[] a = ofPhase(epochs, from);
        int[] b = ofPhase(epochs, to);
        String lacking = a.length < 2 || b.length < 2
                ? String.format(
                        Locale.ROOT, "%d epochs of %s and %d of %s, 2 of each needed", a.length, from, b.length, to)
                : "";
        MeanDifference before = lacking.isEmpty() ? rawDifference(epochs, a, b) : MeanDifference.none(lacking);
        MeanDifference after =
                lacking.isEmpty() ? adjustedDifference(fitted(epochs), a, b) : MeanDifference.none(lacking);
        Verdict verdict = !before.reason().isEmpty() || !after.reason().isEmpty()
                ? Verdict.UNKNOWN
                : before.side() == after.side() ? Verdict.HOLDS : Verdict.CHANGES;
        return new Comparison(
                before.asValue("RSA " + to + " − " + from, unit),
                after.asValue("RSAadjusted " + to + " − " + from, unit),
                verdict,
                sentence(from, to, before, after, verdict));
    }

    private String sentence(String from, String to, MeanDifference before, MeanDifference after, Verdict verdict) {
        String equal = covariates == Covariates.RATE ? "at equal respiration rate" : "at equal rate and depth";
        return String.format(
                Locale.ROOT,
                "RSA from %s to %s: %s; %s: %s; %s",
                from,
                to,
                before.words(unit),
                equal,
                after.words(unit),
                conclusion(before, after, verdict));
    }

    private static String conclusion(MeanDifference before, MeanDifference after, Verdict verdict) {
        if (verdict == Verdict.UNKNOWN) {
            return "whether the conclusion changes cannot be told.";
        }
        if (verdict == Verdict.HOLDS) {
            return "the conclusion does not change.";
        }
        if (after.side() == 0) {
            return "the conclusion changes: breathing accounts for the difference.";
        }
        return before.side() == 0
                ? "the conclusion changes: breathing had hidden a difference."
                : "the conclusion changes: the difference turns around.";
    }

    private BreathingSlope fitted(List<Epoch> epochs) {
        List<List<Double>> columns = new ArrayList<>();
        columns.add(epochs.stream().map(Epoch::breathsPerMinute).toList());
        if (covariates == Covariates.RATE_AND_DEPTH) {
            if (epochs.stream().anyMatch(e -> e.depth().isEmpty())) {
                return BreathingSlope.none("respiration depth was not measured in every epoch");
            }
            columns.add(epochs.stream().map(e -> e.depth().orElseThrow()).toList());
        }
        return BreathingSlope.of(epochs, columns, slope);
    }

    private MeanDifference rawDifference(List<Epoch> epochs, int[] a, int[] b) {
        List<Double> rsa = epochs.stream().map(Epoch::rsa).toList();
        return MeanDifference.between(at(rsa, a), at(rsa, b), 0, 0);
    }

    private MeanDifference adjustedDifference(BreathingSlope fit, int[] a, int[] b) {
        if (!fit.reason().isEmpty()) {
            return MeanDifference.none(fit.reason());
        }
        double further = slope == Slope.WITHIN_PHASES ? fit.varianceOfDifference(a, b) : 0;
        return MeanDifference.between(
                at(fit.values(), a), at(fit.values(), b), further, covariates == Covariates.RATE ? 1 : 2);
    }

    private static int[] ofPhase(List<Epoch> epochs, String phase) {
        return IntStream.range(0, epochs.size())
                .filter(i -> epochs.get(i).phase().equals(phase))
                .toArray();
    }

    private static double[] at(List<Double> values, int[] indices) {
        return IntStream.of(indices).mapToDouble(values::get).toArray();
    }
}
