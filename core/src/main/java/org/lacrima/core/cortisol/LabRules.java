package org.lacrima.core.cortisol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lacrima.core.study.SalivaSample;
import org.lacrima.core.study.SalivaSeries;

/**
 * From laboratory results to concentrations: duplicates become their mean, missing ones keep their reason, and what lies
 * below the limit of detection is treated by a policy that has to be named. Immutable.
 */
public final class LabRules {

    /** What becomes of a value that lies below the limit of detection {@code L}. */
    public enum BelowDetection {
        /**
         * {@code L ⁄ √2}, the better of the two substitutes where the data are not highly skewed (Hornung &amp; Reed 1990,
         * doi:10.1080/1047322X.1990.10389587).
         */
        LIMIT_OVER_SQRT_2,
        /** {@code L ⁄ 2}, the better one where they are: a geometric SD of about 3 or more (Hornung &amp; Reed 1990). */
        HALF_LIMIT,
        /** A missing sample with its reason; means over the others are then too high. */
        EXCLUDE,
        /**
         * The mean that a log-normal distribution has below the limit, {@code E(X | X < L)}. It is fitted by maximum likelihood
         * to all persons' values of the same sample, censored ones among them (Tobin 1958). Right for means and areas;
         * the spread of imputed values is too small, and a model of censored values is better where it matters.
         */
        MAXIMUM_LIKELIHOOD
    }

    private final BelowDetection policy;
    private final double largestCvPercent;

    private LabRules(BelowDetection policy, double largestCvPercent) {
        this.policy = policy;
        this.largestCvPercent = largestCvPercent;
    }

    /** Rules with a policy for values below the limit of detection; duplicates of any agreement are averaged. */
    public static LabRules of(BelowDetection policy) {
        return new LabRules(policy, Double.POSITIVE_INFINITY);
    }

    /**
     * The same with duplicates that disagree taken as missing.
     *
     * @param percent largest coefficient of variation that is accepted, positive; laboratories often take 10 or 15
     */
    public LabRules withLargestCvPercent(double percent) {
        if (!(percent > 0)) {
            throw new IllegalArgumentException("the largest CV must be positive, got " + percent + " %");
        }
        return new LabRules(policy, percent);
    }

    /** The concentrations of all persons, in their order. Maximum likelihood learns from all of them. */
    public List<SalivaSeries> of(List<LabSeries> persons) {
        Map<String, Optional<CensoredLogNormal>> models =
                policy == BelowDetection.MAXIMUM_LIKELIHOOD ? fitted(persons) : Map.of();
        return persons.stream()
                .map(p -> new SalivaSeries(
                        p.analyte(),
                        p.unit(),
                        p.samples().stream().map(s -> concentration(s, models)).toList()))
                .toList();
    }

    private SalivaSample concentration(LabSeries.Sample sample, Map<String, Optional<CensoredLogNormal>> models) {
        if (sample.result() instanceof LabResult.Measured measured) {
            return SalivaSample.of(sample.name(), sample.minutes(), measured.concentration());
        }
        if (sample.result() instanceof DuplicateAssay duplicate) {
            return duplicate.cvPercent() <= largestCvPercent
                    ? SalivaSample.of(sample.name(), sample.minutes(), duplicate.mean())
                    : SalivaSample.missing(
                            sample.name(),
                            sample.minutes(),
                            String.format(
                                    Locale.ROOT,
                                    "duplicates differ, CV %.1f %% of at most %s %%",
                                    duplicate.cvPercent(),
                                    largestCvPercent));
        }
        if (sample.result() instanceof LabResult.BelowDetection below) {
            return belowDetection(sample, below.limit(), models);
        }
        return SalivaSample.missing(sample.name(), sample.minutes(), ((LabResult.Missing) sample.result()).reason());
    }

    private SalivaSample belowDetection(
            LabSeries.Sample sample, double limit, Map<String, Optional<CensoredLogNormal>> models) {
        String below = String.format(Locale.ROOT, "below the limit of detection, %s", limit);
        return switch (policy) {
            case LIMIT_OVER_SQRT_2 -> SalivaSample.of(sample.name(), sample.minutes(), limit / Math.sqrt(2));
            case HALF_LIMIT -> SalivaSample.of(sample.name(), sample.minutes(), limit / 2);
            case EXCLUDE -> SalivaSample.missing(sample.name(), sample.minutes(), below);
            case MAXIMUM_LIKELIHOOD ->
                models.getOrDefault(sample.name(), Optional.empty())
                        .map(model -> SalivaSample.of(sample.name(), sample.minutes(), model.meanBelow(limit)))
                        .orElseGet(() -> SalivaSample.missing(
                                sample.name(),
                                sample.minutes(),
                                below + ", and too few persons have a value to learn from"));
        };
    }

    private static Map<String, Optional<CensoredLogNormal>> fitted(List<LabSeries> persons) {
        Map<String, List<LabResult>> bySample = new LinkedHashMap<>();
        for (LabSeries person : persons) {
            if (!person.unit().equals(persons.get(0).unit())) {
                throw new IllegalArgumentException("maximum likelihood learns from all persons in one unit, got "
                        + persons.get(0).unit() + " and " + person.unit());
            }
            for (LabSeries.Sample sample : person.samples()) {
                bySample.computeIfAbsent(sample.name(), name -> new ArrayList<>())
                        .add(sample.result());
            }
        }
        Map<String, Optional<CensoredLogNormal>> models = new LinkedHashMap<>();
        bySample.forEach((name, results) -> models.put(name, distributionOf(results)));
        return models;
    }

    private static Optional<CensoredLogNormal> distributionOf(List<LabResult> results) {
        double[] measured = results.stream()
                .filter(r -> r instanceof LabResult.Measured || r instanceof DuplicateAssay)
                .mapToDouble(r -> r instanceof LabResult.Measured m ? m.concentration() : ((DuplicateAssay) r).mean())
                .filter(value -> value > 0)
                .toArray();
        double[] limits = results.stream()
                .filter(LabResult.BelowDetection.class::isInstance)
                .mapToDouble(r -> ((LabResult.BelowDetection) r).limit())
                .toArray();
        return CensoredLogNormal.fit(measured, limits);
    }
}
